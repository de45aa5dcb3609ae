pragma ComponentBehavior: Bound
import QtQuick
import Frontsheet.Theme

// How many of a few things are done, as boxes, with the words beside them. Beyond a dozen the words say it alone.
Item {
    id: marks

    required property int done
    required property int of
    required property string text
    readonly property bool counted: marks.of > 0 && marks.of <= 12

    implicitHeight: words.height
    Accessible.role: Accessible.StaticText
    Accessible.name: marks.text

    Row {
        id: boxes
        visible: marks.counted
        anchors.verticalCenter: parent.verticalCenter
        spacing: 3
        Repeater {
            model: marks.counted ? marks.of : 0
            Rectangle {
                required property int index
                width: Math.round(10 * Math.min(Theme.textScale, 1.5))
                height: Math.round(8 * Math.min(Theme.textScale, 1.5))
                radius: 2
                color: index < marks.done ? Theme.accent : "transparent"
                border.width: 1
                border.color: index < marks.done ? Theme.accent : Theme.edge
            }
        }
    }
    Label {
        id: words
        readonly property real besides: boxes.visible ? boxes.width + Theme.s2 : 0
        x: Math.max(words.besides, parent.width - implicitWidth)
        width: Math.min(implicitWidth, parent.width - words.besides)
        text: marks.text
        type: Theme.small
        color: Theme.ink2
        Accessible.ignored: true
    }
}
