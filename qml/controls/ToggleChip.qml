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
    Accessible.role: Accessible.CheckBox
    Accessible.checkable: true
    Accessible.checked: chip.on
}
