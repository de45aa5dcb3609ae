import QtQuick
import Frontsheet.Controls

// Where the keyboard is between two pages: what had it may be hidden by now, and would still take Return. From here it goes to the page's
// title, as soon as that is read, unless whoever has it went elsewhere meanwhile.
Item {
    id: threshold

    readonly property Item keyboardOn: Window.activeFocusItem

    function tell() {
        threshold.forceActiveFocus();
        Arrival.expect();
    }
    function step(forward: bool) {
        const next = threshold.keyboardOn.nextItemInFocusChain(forward);
        next.forceActiveFocus(forward ? Qt.TabFocusReason : Qt.BacktabFocusReason);
    }
    onKeyboardOnChanged: {
        if (threshold.keyboardOn !== threshold)
            Arrival.expected = false;
    }
}
