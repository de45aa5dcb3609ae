import QtQuick
import Frontsheet.Theme

// An icon alone: only for closing and clearing, where every reader knows the sign. Needs a spoken name.
PressButton {
    id: control

    required property string means

    spoken: control.means
    edgeColor: "transparent"
    textColor: Theme.ink2
    leftPadding: Theme.s2
    rightPadding: Theme.s2
    implicitWidth: Theme.control
}
