import QtQuick
import Frontsheet.Theme

// What scrolls, and brings into sight what has just been found wrong: that stands below an answer, where a foot or an edge may hide it.
Flickable {
    id: flick

    property var wrong: [] // found in one go; the first of them is shown

    property Item shown: null

    boundsBehavior: Flickable.StopAtBounds
    clip: true
    contentWidth: width

    function reveal(item: Item) {
        flick.wrong = flick.wrong.concat([item]);
        soon.restart();
    }
    function showFirst() {
        let first = null;
        let top = 0;
        for (let i = 0; i < flick.wrong.length; ++i) {
            const item = flick.wrong[i] as Item;
            if (!item || !item.visible)
                continue;
            flick.layOut(item);
            const at = item.mapToItem(flick.contentItem, 0, 0).y;
            if (!first || at < top) {
                first = item;
                top = at;
            }
        }
        flick.wrong = [];
        flick.shown = first;
        newly.restart();
        flick.bring();
    }
    function bring() {
        if (!flick.shown || !flick.shown.visible)
            return;
        const top = flick.shown.mapToItem(flick.contentItem, 0, 0).y;
        const bottom = top + flick.shown.height + Theme.s4;
        if (bottom > flick.contentY + flick.height)
            flick.contentY = Math.max(0, Math.min(flick.contentHeight, bottom) - flick.height);
        if (top - Theme.s4 < flick.contentY && bottom - top + Theme.s4 <= flick.height)
            flick.contentY = Math.max(0, top - Theme.s4);
    }
    // Words that have just come are given their place with the next picture otherwise.
    function layOut(item: Item) {
        for (let up = item; up && up !== flick; up = up.parent) {
            const column = up as Column;
            if (column)
                column.forceLayout();
            const flow = up as Flow;
            if (flow)
                flow.forceLayout();
        }
    }

    // Once all of it has been said.
    Timer {
        id: soon
        interval: 0
        onTriggered: flick.showFirst()
    }
    // A foot grows by what it says of it, and takes the room.
    Timer {
        id: newly
        interval: 500
        onTriggered: flick.shown = null
    }
    onHeightChanged: flick.bring()
    onContentHeightChanged: flick.bring()
    onMovementStarted: flick.shown = null
}
