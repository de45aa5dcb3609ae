import QtQuick
import Frontsheet.Theme

// One thing that is on or off; a tick says so as well as the colour.
PressButton {
    id: chip

    required property bool on

    iconName: chip.on ? "check" : ""
    type: Theme.body
    fill: chip.on ? Theme.tint : Theme.surface
    edgeColor: chip.on ? Theme.accent : Theme.edge
    textColor: chip.on ? Theme.accent : Theme.ink
    // A check box by its class: pressing it leaves it as it is until what it stands for has changed.
    checkable: true
    checked: chip.on
    onToggled: chip.checked = Qt.binding(() => chip.on)
    Accessible.role: Accessible.CheckBox
    Accessible.checkable: true
    Accessible.checked: chip.on
    Accessible.onToggleAction: chip.clicked()
}
