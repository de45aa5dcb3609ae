import QtQuick
import Frontsheet.Theme

// Whose it is: two initials on the agency's colour and, always beside them, its short name. Square; workers are round.
Item {
    id: badge

    required property string initials
    required property string shortName
    required property int hue
    // What follows the name on the same line, such as the date.
    property string trailing: ""
    property TypeStyle type: Theme.small
    property color nameColor: Theme.ink2
    property bool nameShown: true
    property bool nameStrong: false

    // Measured apart: a wrapped text's own natural width follows the width it was given.
    readonly property real natural: Math.ceil(TextWidths.of(words.text, words.font)) + 1
    readonly property real room: Math.max(0, badge.width - square.width - Theme.s2)

    implicitWidth: square.width + (badge.nameShown ? Theme.s2 + badge.natural : 0)
    implicitHeight: Math.max(square.y + square.height, words.visible ? words.y + words.height : 0)
    Accessible.role: Accessible.StaticText
    Accessible.name: badge.trailing.length > 0 ? qsTr("%1, %2", "%1 agency, %2 date or note").arg(badge.shortName).arg(badge.trailing) : badge.shortName

    Rectangle {
        id: square
        width: Math.max(letters.implicitWidth + 10, Math.round(26 * Theme.textScale))
        height: Math.round((Theme.tablet ? 20 : 18) * Theme.textScale)
        y: Math.max(0, Math.round((badge.type.line - height) / 2))
        radius: Theme.radiusBadge
        color: Theme.badgeFill(badge.hue)

        Label {
            id: letters
            anchors.centerIn: parent
            text: badge.initials
            type: Theme.badge
            color: Theme.badgeText
            wrapMode: Text.NoWrap
            Accessible.ignored: true
        }
    }
    Label {
        id: words
        visible: badge.nameShown
        anchors.left: square.right
        anchors.leftMargin: Theme.s2
        y: Math.max(0, Math.round((square.height - badge.type.line) / 2))
        width: Math.min(badge.natural, badge.room)
        wrapMode: badge.natural > badge.room ? Text.Wrap : Text.NoWrap // what may wrap is laid out twice
        text: badge.trailing.length > 0 ? badge.shortName + " · " + badge.trailing : badge.shortName
        type: badge.type
        strong: badge.nameStrong
        color: badge.nameColor
        Accessible.ignored: true
    }
}
