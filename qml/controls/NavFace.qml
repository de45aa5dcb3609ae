import QtQuick
import QtQuick.Templates as T
import Frontsheet.Theme

// How an entry of the rail or of the bottom bar looks: icon above word, the chosen one on the page's own ground with an edge bar.
Rectangle {
    id: face

    required property T.AbstractButton button
    required property string iconName
    property bool chosen: false
    property int count: 0
    property bool upright: true // true in the rail, false in the bottom bar

    implicitHeight: content.height + Theme.s2
    color: face.chosen ? (face.upright ? Theme.surface : Theme.bg) : face.button.hovered ? Theme.line : "transparent"

    Rectangle {
        visible: face.chosen
        color: Theme.accent
        width: face.upright ? 3 : Math.min(parent.width - 40, 100)
        height: face.upright ? parent.height - 14 : 3
        x: face.upright ? 0 : (parent.width - width) / 2
        y: face.upright ? 7 : 0
        radius: 1.5
    }
    FocusRing {
        shown: face.button.visualFocus
        inset: 2
    }
    Column {
        id: content
        anchors.centerIn: parent
        width: parent.width
        spacing: 3

        Item {
            width: parent.width
            height: sign.height

            LineIcon {
                id: sign
                anchors.horizontalCenter: parent.horizontalCenter
                name: face.iconName
                color: face.chosen ? Theme.accent : Theme.ink2
                size: Math.round(21 * Math.min(Theme.textScale, 1.5))
            }
            CountMark {
                count: face.count
                anchors.left: sign.right
                anchors.leftMargin: -5
                y: -6
            }
        }
        Label {
            width: parent.width
            horizontalAlignment: Text.AlignHCenter
            text: face.button.text
            type: Theme.small
            weight: face.chosen ? 600 : 500
            color: face.chosen ? Theme.accent : Theme.ink2
            lineHeight: Math.round(font.pixelSize * 1.25)
            Accessible.ignored: true
        }
    }
}
