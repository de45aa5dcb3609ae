import QtQuick
import QtQuick.Templates as T
import Frontsheet.Theme

// Same place and same sentence everywhere: what is saved, what waits, what the signal is. Opens the list.
T.AbstractButton {
    id: line

    required property string saved
    required property string state
    property bool offline: false
    property bool attention: false
    property string link: ""
    property real margin: Theme.tablet ? 20 : 16
    readonly property bool folded: line.width / Theme.textScale < 620

    implicitHeight: Math.max(Theme.syncLine, Theme.small.line + 12, line.folded ? words.height + 16 : 0)
    focusPolicy: Qt.StrongFocus
    Accessible.role: Accessible.Button
    Accessible.name: Spoken.join([line.saved, line.state, line.link])
    Accessible.onPressAction: line.clicked()
    Keys.onReturnPressed: line.clicked()
    Keys.onEnterPressed: line.clicked()

    background: Rectangle {
        color: line.attention ? Theme.attentionTint : Theme.surface
        Rectangle {
            width: parent.width
            height: 1
            color: Theme.line
        }
        FocusRing {
            shown: line.visualFocus
            inset: 2
        }
    }
    Item {
        anchors.fill: parent

        LineIcon {
            id: sign
            x: line.margin
            anchors.verticalCenter: parent.verticalCenter
            name: line.attention ? "warning" : "check"
            color: line.attention ? Theme.attention : Theme.accent
            size: Theme.iconSmall
        }
        Flow {
            id: words
            anchors.left: sign.right
            anchors.leftMargin: Theme.s2 + 2
            anchors.right: link.left
            anchors.rightMargin: Theme.s3
            anchors.verticalCenter: parent.verticalCenter
            spacing: Theme.s4

            Label {
                text: line.saved
                type: Theme.small
                font.pixelSize: Theme.tablet ? Theme.small.size + 1 : Theme.small.size
                width: Math.min(implicitWidth, words.width)
                strong: true
                color: line.attention ? Theme.attention : Theme.ink
                Accessible.ignored: true
            }
            Rectangle {
                visible: line.state.length > 0 && !line.folded
                width: 1
                height: Theme.small.line
                color: Theme.line
            }
            Row {
                visible: line.state.length > 0
                spacing: Theme.s2
                LineIcon {
                    visible: line.offline
                    name: "no-signal"
                    color: Theme.ink2
                    size: Theme.iconSmall
                    anchors.verticalCenter: parent.verticalCenter
                }
                Label {
                    text: line.state
                    type: Theme.small
                    font.pixelSize: Theme.tablet ? Theme.small.size + 1 : Theme.small.size
                    width: Math.min(implicitWidth, words.width - 24)
                    color: Theme.ink2
                    Accessible.ignored: true
                }
            }
        }
        Row {
            id: link
            visible: line.link.length > 0
            width: visible ? implicitWidth : 0
            spacing: Theme.s2
            anchors.right: parent.right
            anchors.rightMargin: line.margin
            anchors.verticalCenter: parent.verticalCenter
            Label {
                text: line.link
                type: Theme.small
                font.pixelSize: Theme.tablet ? Theme.small.size + 1 : Theme.small.size
                strong: true
                color: Theme.accent
                Accessible.ignored: true
            }
            LineIcon {
                name: "chevron-right"
                color: Theme.accent
                size: Theme.iconSmall
                anchors.verticalCenter: parent.verticalCenter
            }
        }
    }
}
