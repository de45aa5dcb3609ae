import QtQuick
import Frontsheet.Theme
import Frontsheet.Controls

// A page's name, a line under it, and what belongs at its right; wraps below where there is no room.
Item {
    id: head

    required property string title
    property string under: ""
    property alias whole: name.whole
    property alias aside: asideRow.data

    implicitHeight: head.folded ? words.height + Theme.s3 + asideRow.height : Math.max(words.height, asideRow.height)
    readonly property bool folded: asideRow.children.length > 0 && words.naturalWidth + asideRow.width + Theme.s4 > head.width

    Column {
        id: words
        readonly property real naturalWidth: Math.max(name.implicitWidth, line.implicitWidth)
        width: head.folded || asideRow.children.length === 0 ? head.width : head.width - asideRow.width - Theme.s4
        PageTitle {
            id: name
            width: parent.width
            text: head.title
        }
        Label {
            id: line
            visible: text.length > 0
            width: parent.width
            text: head.under
            color: Theme.ink2
        }
    }
    Row {
        id: asideRow
        spacing: Theme.s2
        x: head.folded ? 0 : head.width - width
        y: head.folded ? words.height + Theme.s3 : Math.max(0, (head.height - height) / 2)
    }
}
