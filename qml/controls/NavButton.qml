import QtQuick
import QtQuick.Templates as T
import Frontsheet.Theme

// One entry of the rail or of the bottom bar: icon above word, the chosen one on the page's own ground with an edge bar.
T.TabButton {
    id: control

    required property string iconName
    property bool chosen: false
    property int count: 0
    property bool upright: true // true in the rail, false in the bottom bar

    implicitHeight: Theme.place
    checkable: false // chosen by who shows it
    focusPolicy: Qt.StrongFocus
    hoverEnabled: true
    Accessible.role: Accessible.PageTab
    Accessible.name: control.count > 0 ? qsTr("%1, %n waiting for you", "Navigation entry with a number of things to do", control.count).arg(control.text) : control.text
    Accessible.selected: control.chosen
    Accessible.onPressAction: control.clicked()
    Keys.onReturnPressed: control.clicked()
    Keys.onEnterPressed: control.clicked()

    background: Rectangle {
        color: control.chosen ? (control.upright ? Theme.surface : Theme.bg) : control.hovered ? Theme.line : "transparent"

        Rectangle {
            visible: control.chosen
            color: Theme.accent
            width: control.upright ? 3 : Math.min(parent.width - 40, 100)
            height: control.upright ? parent.height - 14 : 3
            x: control.upright ? 0 : (parent.width - width) / 2
            y: control.upright ? 7 : 0
            radius: 1.5
        }
        FocusRing {
            shown: control.visualFocus
            inset: 2
        }
    }

    Item {
        anchors.fill: parent

        Column {
            anchors.centerIn: parent
            width: parent.width
            spacing: 3

            Item {
                width: parent.width
                height: sign.height

                LineIcon {
                    id: sign
                    anchors.horizontalCenter: parent.horizontalCenter
                    name: control.iconName
                    color: control.chosen ? Theme.accent : Theme.ink2
                    size: Math.round(21 * Math.min(Theme.textScale, 1.5))
                }
                CountMark {
                    count: control.count
                    anchors.left: sign.right
                    anchors.leftMargin: -5
                    y: -6
                }
            }
            Label {
                width: parent.width
                horizontalAlignment: Text.AlignHCenter
                text: control.text
                type: Theme.small
                weight: control.chosen ? 600 : 500
                color: control.chosen ? Theme.accent : Theme.ink2
                font.pixelSize: Theme.placeWord
                lineHeight: Math.round(font.pixelSize * 1.25)
                Accessible.ignored: true
            }
        }
    }
}
