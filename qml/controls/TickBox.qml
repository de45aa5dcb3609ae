import QtQuick
import QtQuick.Templates as T
import Frontsheet.Theme

// A box to tick beside a row that leads somewhere by itself. `spoken` says what is ticked.
T.AbstractButton {
    id: box

    required property string spoken
    property bool ticked: false

    implicitWidth: Theme.control
    implicitHeight: Theme.control
    // A check box by its class: pressing it leaves it as it is until what it stands for has changed.
    checkable: true
    checked: box.ticked
    onToggled: box.checked = Qt.binding(() => box.ticked)
    focusPolicy: Qt.StrongFocus
    hoverEnabled: true
    Accessible.role: Accessible.CheckBox
    Accessible.name: box.spoken
    Accessible.checkable: true
    Accessible.checked: box.ticked
    Accessible.onToggleAction: box.clicked()
    Accessible.onPressAction: box.clicked()
    Keys.onReturnPressed: box.clicked()
    Keys.onEnterPressed: box.clicked()

    background: Rectangle {
        radius: Theme.radiusControl
        color: box.down ? Theme.tint : box.hovered ? Theme.well : "transparent"
        FocusRing {
            shown: box.visualFocus
        }
    }
    contentItem: Item {
        Rectangle {
            anchors.centerIn: parent
            width: Math.round(22 * Math.min(Theme.textScale, 1.5))
            height: width
            radius: Theme.radiusBadge
            color: box.ticked ? Theme.accent : Theme.surface
            border.width: box.ticked ? 0 : 1
            border.color: Theme.edge
            LineIcon {
                visible: box.ticked
                anchors.centerIn: parent
                name: "check"
                color: Theme.accentInk
                size: parent.width - 6
            }
        }
    }
}
