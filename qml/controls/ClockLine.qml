import QtQuick
import Frontsheet.Theme

// The clock of a promise on one line: dial, words, date.
Item {
    id: clock

    required property real used
    required property string words
    property string until: ""
    property bool late: false
    property TypeStyle type: Theme.small

    implicitWidth: face.width + Theme.s2 + Math.ceil(text.implicitWidth)
    implicitHeight: Math.max(face.height, text.height)
    Accessible.role: Accessible.StaticText
    Accessible.name: text.text

    DialFace {
        id: face
        width: Math.round(16 * Math.min(Theme.textScale, 1.5))
        height: width
        y: Math.max(0, Math.round((clock.type.line - height) / 2))
        used: clock.used
        color: clock.late ? Theme.attention : Theme.accent
    }
    Label {
        id: text
        anchors.left: face.right
        anchors.leftMargin: Theme.s2
        width: Math.min(Math.ceil(implicitWidth), clock.width - face.width - Theme.s2)
        text: clock.until.length > 0 ? clock.words + " " + clock.until : clock.words
        type: clock.type
        strong: clock.late
        color: clock.late ? Theme.attention : Theme.ink
        Accessible.ignored: true
    }
}
