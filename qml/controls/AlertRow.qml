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
        // Beside their heading where they fit. As one rich text they would be a document to lay out, at ten times the cost.
        Flow {
            width: parent.width
            spacing: Theme.s1
            Label {
                width: Math.min(Math.ceil(implicitWidth), parent.width)
                text: row.title
                strong: true
                Accessible.ignored: true
            }
            Label {
                visible: text.length > 0
                width: Math.min(Math.ceil(implicitWidth), parent.width)
                text: row.detail
                Accessible.ignored: true
            }
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
}
