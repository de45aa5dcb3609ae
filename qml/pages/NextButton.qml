import Frontsheet.Theme
import Frontsheet.Controls

// A call that stands out where it is what comes next, and is one of several otherwise.
PressButton {
    id: call

    required property bool next

    fill: call.next ? Theme.accent : Theme.surface
    fillPressed: call.next ? Theme.accentPressed : Theme.tint
    edgeColor: call.next ? "transparent" : Theme.edge
    textColor: call.next ? Theme.accentInk : Theme.accent
}
