import QtQuick
import Frontsheet.Theme

// Two pixels outside the control, of accent unless what it lies on asks for another colour, shown when the keyboard put the focus there.
Rectangle {
    id: ring

    property bool shown: false
    property real inset: -3
    property real corner: Theme.radiusControl
    property color tone: Theme.accent

    anchors.fill: parent
    anchors.margins: ring.inset
    radius: ring.corner - ring.inset
    color: "transparent"
    border.width: 2
    border.color: ring.tone
    visible: ring.shown
}
