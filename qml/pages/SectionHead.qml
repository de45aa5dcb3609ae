import QtQuick
import Frontsheet.Theme
import Frontsheet.Controls

// The heading above a panel on a page of lists, with a count at its right.
Item {
    id: head

    required property string title
    property string count: ""

    implicitHeight: name.height

    Label {
        id: name
        width: parent.width - number.width - Theme.s2
        text: head.title
        type: Theme.section
        Accessible.role: Accessible.Heading
    }
    Label {
        id: number
        anchors.right: parent.right
        anchors.baseline: name.baseline
        text: head.count
        color: Theme.ink2
    }
}
