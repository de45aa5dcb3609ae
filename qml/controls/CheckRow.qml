import QtQuick
import QtQuick.Templates as T
import Frontsheet.Theme

// Something that is so or is not: a box with a tick, and its words beside it.
T.AbstractButton {
    id: row

    property string detail: ""
    property bool ticked: false

    implicitWidth: 320
    implicitHeight: Math.max(Theme.control, words.height + Theme.s2)
    // A check box by its class: pressing it leaves it as it is until what it stands for has changed.
    checkable: true
    checked: row.ticked
    onToggled: row.checked = Qt.binding(() => row.ticked)
    focusPolicy: Qt.StrongFocus
    hoverEnabled: true
    Accessible.role: Accessible.CheckBox
    Accessible.name: row.text
    Accessible.description: row.detail
    Accessible.checkable: true
    Accessible.checked: row.ticked
    Accessible.onToggleAction: row.clicked()
    Accessible.onPressAction: row.clicked()
    Keys.onReturnPressed: row.clicked()
    Keys.onEnterPressed: row.clicked()

    background: Rectangle {
        radius: Theme.radiusControl
        color: row.down ? Theme.tint : row.hovered ? Theme.well : "transparent"
        FocusRing {
            shown: row.visualFocus
        }
    }
    Item {
        anchors.fill: parent

        Rectangle {
            id: box
            width: Math.round(22 * Math.min(Theme.textScale, 1.5))
            height: width
            y: words.y + Math.max(0, (Theme.body.line - height) / 2)
            radius: Theme.radiusBadge
            color: row.ticked ? Theme.accent : Theme.surface
            border.width: row.ticked ? 0 : 1
            border.color: Theme.edge
            LineIcon {
                visible: row.ticked
                anchors.centerIn: parent
                name: "check"
                color: Theme.accentInk
                size: parent.width - 6
            }
        }
        Column {
            id: words
            x: box.width + Theme.s3
            width: parent.width - x
            anchors.verticalCenter: parent.verticalCenter
            Label {
                width: parent.width
                text: row.text
                weight: 500
                Accessible.ignored: true
            }
            Label {
                visible: text.length > 0
                width: parent.width
                text: row.detail
                type: Theme.small
                color: Theme.ink2
                Accessible.ignored: true
            }
        }
    }
}
