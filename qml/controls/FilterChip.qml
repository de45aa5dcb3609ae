import QtQuick
import Frontsheet.Theme

// One thing the search understood; the cross takes it away.
PressButton {
    id: chip

    property bool removable: true

    iconAfter: chip.removable ? "close" : ""
    type: Theme.body
    fill: Theme.surface
    textColor: Theme.ink
    spoken: chip.removable ? qsTr("Remove %1", "Screen reader: take this condition out of the search").arg(chip.text) : chip.text
}
