import QtQuick
import Frontsheet.Theme

// Stands where rows will be, once reading them takes longer than a moment: a page that is not read yet must not pass for one with nothing on it.
Label {
    id: line

    required property bool reading
    property bool slow: false

    visible: line.slow
    color: Theme.ink2
    text: qsTr("Reading what is on this device.", "a page whose rows are not there yet")
    onReadingChanged: if (!line.reading)
        line.slow = false

    Timer {
        interval: 300 // a page that comes at once says nothing
        running: line.reading
        onTriggered: line.slow = true
    }
}
