import QtQuick
import Frontsheet.Theme

// Two pixels of accent outside the control, shown when the keyboard put the focus there.
Rectangle {
    id: ring

    property bool shown: false
    property real inset: -3
    property real corner: Theme.radiusControl

    anchors.fill: parent
    anchors.margins: ring.inset
    radius: ring.corner - ring.inset
    color: "transparent"
    border.width: 2
    border.color: Theme.accent
    visible: ring.shown
}
