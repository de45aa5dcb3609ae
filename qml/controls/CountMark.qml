import QtQuick
import Frontsheet.Theme

// How many wait for you, on a navigation entry. Nothing at zero.
Rectangle {
    id: mark

    property int count: 0

    visible: mark.count > 0
    implicitWidth: Math.max(implicitHeight, digits.implicitWidth + 8)
    implicitHeight: Math.round(18 * Theme.textScale)
    radius: height / 2
    color: Theme.attentionTint
    border.width: 1
    border.color: Theme.attentionMark

    Label {
        id: digits
        anchors.centerIn: parent
        text: mark.count > 99 ? "99+" : mark.count
        type: Theme.badge
        color: Theme.attention
        wrapMode: Text.NoWrap
        Accessible.ignored: true
    }
}
