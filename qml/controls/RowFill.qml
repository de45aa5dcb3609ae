import QtQuick

// A flat fill whose upper or lower corners follow the panel it lies in, with an edge bar for what waits.
Item {
    id: fill

    property color color: "transparent"
    property color bar: "transparent"
    property real roundTop: 0
    property real roundBottom: 0

    component Rounded: Item {
        id: shape
        required property color tone
        required property real above
        required property real below

        Rectangle {
            anchors.fill: parent
            radius: Math.max(shape.above, shape.below)
            color: shape.tone
        }
        Rectangle {
            visible: shape.above === 0
            width: parent.width
            height: parent.height / 2
            color: shape.tone
        }
        Rectangle {
            visible: shape.below === 0
            y: parent.height / 2
            width: parent.width
            height: parent.height - y
            color: shape.tone
        }
    }

    Rounded {
        visible: fill.bar.a > 0
        anchors.fill: parent
        tone: fill.bar
        above: fill.roundTop
        below: fill.roundBottom
    }
    Rounded {
        visible: fill.color.a > 0
        anchors.fill: parent
        anchors.leftMargin: fill.bar.a > 0 ? 3 : 0
        tone: fill.color
        above: fill.roundTop
        below: fill.roundBottom
    }
}
