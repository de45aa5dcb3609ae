pragma Singleton
import QtQuick

// Whoever does not see that another page is shown is told by where the keyboard goes: to the page's title. Qt 6.4 has no announcement
// (QAccessibleAnnouncementEvent came with 6.8), passes an alert on to no reader on Linux, and a reader follows the keyboard on every
// system. The title is no stop of Tab; from it Tab goes on to what comes first below.
QtObject {
    id: arrival

    property Item title: null // of the page that is shown, once it is known
    property bool expected: false // a page was shown, and nobody has been told

    function expect() {
        arrival.expected = true;
        arrival.tell();
    }
    function tell() {
        if (!arrival.expected || !arrival.title)
            return;
        arrival.expected = false;
        arrival.title.forceActiveFocus(Qt.OtherFocusReason);
    }
    // What names the page comes and goes with it; one page comes before the other goes.
    function know(title: Item, known: bool) {
        if (known) {
            arrival.title = title;
            arrival.tell();
        } else if (arrival.title === title) {
            arrival.title = null;
        }
    }
}
