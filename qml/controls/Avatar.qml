import QtQuick
import Frontsheet.Theme

// A worker's initials in a circle.
Rectangle {
    id: avatar

    required property string initials

    implicitWidth: Math.round(32 * Math.min(Theme.textScale, 1.5))
    implicitHeight: implicitWidth
    radius: width / 2
    color: Theme.surface
    border.width: 1
    border.color: Theme.edge

    Label {
        anchors.centerIn: parent
        text: avatar.initials
        type: Theme.badge
        Accessible.ignored: true
    }
}
