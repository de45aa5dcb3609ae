import QtQuick
import Frontsheet.Theme

// The clock of a promise, large: what is left, what is due, when exactly.
Item {
    id: clock

    required property real used
    required property string words
    required property string what
    required property string until
    property bool late: false

    implicitWidth: face.width + Theme.s4 + lines.implicitWidth
    implicitHeight: Math.max(face.height, lines.height)
    Accessible.role: Accessible.StaticText
    Accessible.name: Spoken.join([clock.words, clock.what, clock.until])

    DialFace {
        id: face
        width: Math.round((Theme.tablet ? 38 : 32) * Math.min(Theme.textScale, 1.5))
        height: width
        anchors.verticalCenter: parent.verticalCenter
        used: clock.used
        color: clock.late ? Theme.attention : Theme.accent
    }
    Column {
        id: lines
        anchors.left: face.right
        anchors.leftMargin: Theme.s4
        anchors.verticalCenter: parent.verticalCenter
        width: clock.width > 0 ? clock.width - face.width - Theme.s4 : implicitWidth

        Label {
            width: Math.min(implicitWidth, lines.width)
            text: clock.words
            type: Theme.section
            color: clock.late ? Theme.attention : Theme.ink
            Accessible.ignored: true
        }
        Label {
            visible: text.length > 0
            width: Math.min(implicitWidth, lines.width)
            text: clock.what
            Accessible.ignored: true
        }
        Label {
            visible: text.length > 0
            width: Math.min(implicitWidth, lines.width)
            text: clock.until
            strong: true
            Accessible.ignored: true
        }
    }
}
