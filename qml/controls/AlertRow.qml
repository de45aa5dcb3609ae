pragma ComponentBehavior: Bound
import QtQuick
import Frontsheet.Theme

// One alert in words. Never folded away. A code is masked.
PanelRow {
    id: row

    required property string iconName
    required property string title
    required property string detail
    property string secret: ""
    property string initials: ""
    property string shortName: ""
    property int hue: 0
    property string date: ""
    signal secretShown

    spoken: Spoken.join([row.title, row.detail, row.shortName, row.date])

    LineIcon {
        id: sign
        name: row.iconName
        color: Theme.attention
        size: Theme.iconSize - 1
        y: 1
    }
    Column {
        anchors.left: parent.left
        anchors.leftMargin: sign.width + Theme.s3
        anchors.right: parent.right
        spacing: 2
        Label {
            width: parent.width
            // A document to lay out costs ten times the plain words, which most alerts are.
            textFormat: row.detail.length > 0 ? Text.RichText : Text.PlainText
            strong: row.detail.length === 0
            text: row.detail.length === 0 ? row.title : "<span style=\"font-weight:600\">" + row.escaped(row.title) + "</span> " + row.escaped(row.detail)
            Accessible.ignored: true
        }
        LazyPart {
            width: parent.width
            shown: row.secret.length > 0
            fitted: true
            sourceComponent: MaskedValue {
                value: row.secret
                means: row.title
                onShown: row.secretShown()
            }
        }
        AgencyBadge {
            width: parent.width
            initials: row.initials
            shortName: row.shortName
            hue: row.hue
            trailing: row.date
            Accessible.ignored: true
        }
    }
    // The words are data: shown as they are, never as markup.
    function escaped(text: string): string {
        return text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");
    }
}
