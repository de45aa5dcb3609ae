import QtQuick
import Frontsheet.Theme

// A page that scrolls when it is longer than the window; keeps whatever has the focus in sight.
Item {
    id: page

    default property alias content: body.data
    property alias flick: flick
    // Whom or what the page shows: with another it begins at its top. A page that is kept shows many in a day.
    property string about: ""
    property real margin: Theme.tablet ? (Theme.roomy(page.width + Theme.rail) ? 20 : 24) : 16
    property real topMargin: Theme.s4
    property real bottomMargin: Theme.s6
    property bool reading: false // what it shows is not there yet
    readonly property real innerWidth: page.width - 2 * page.margin
    property real innerHeight: body.childrenRect.height
    readonly property Item focused: Window.activeFocusItem

    function toTop() {
        flick.cancelFlick();
        flick.contentY = 0;
    }
    onAboutChanged: page.toTop()
    onFocusedChanged: {
        let walk = page.focused;
        while (walk && walk !== body)
            walk = walk.parent;
        if (!walk || !page.focused || page.focused === Arrival.title) // whoever comes back is where they left
            return;
        const top = page.focused.mapToItem(body, 0, 0).y;
        const bottom = top + Math.min(page.focused.height, flick.height / 2);
        if (top < flick.contentY)
            flick.contentY = Math.max(0, top - 24);
        else if (bottom > flick.contentY + flick.height)
            flick.contentY = Math.min(flick.contentHeight - flick.height, bottom + 24 - flick.height);
    }
    function turn(event: KeyEvent) {
        const step = event.key === Qt.Key_PageDown ? 0.9 : event.key === Qt.Key_PageUp ? -0.9 : 0;
        if (step !== 0) {
            flick.contentY = Math.max(0, Math.min(flick.contentHeight - flick.height, flick.contentY + step * flick.height));
            event.accepted = true;
        }
    }
    Keys.onPressed: event => page.turn(event)

    SightFlick {
        id: flick
        anchors.fill: parent
        contentHeight: Math.max(page.innerHeight + page.topMargin + page.bottomMargin, height)
        onContentYChanged: moved.repaint()

        Item {
            id: body
            x: page.margin
            y: page.topMargin
            width: page.innerWidth
            height: page.innerHeight
        }
    }
    // Below what is there without reading: heads, and the way back.
    ReadingLine {
        x: page.margin
        y: Math.max(page.topMargin, page.height - height - Theme.s4)
        width: page.innerWidth
        reading: page.reading
    }
    RepaintArea {
        id: moved
        anchors.fill: flick
    }
    ScrollMark {
        flickable: flick
    }
}
