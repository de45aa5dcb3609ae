import QtQuick
import Frontsheet.Theme
import Frontsheet.Controls

// What a page is called, at its top; where the keyboard goes when the page is shown (Arrival).
Label {
    id: title

    property bool whole: true // false: a name in it is not read yet
    readonly property bool known: title.visible && title.whole && title.text.length > 0

    type: Theme.page
    Accessible.role: Accessible.Heading
    onKnownChanged: Arrival.know(title, title.known)
    Component.onCompleted: Arrival.know(title, title.known)
    Component.onDestruction: Arrival.know(title, false)
}
