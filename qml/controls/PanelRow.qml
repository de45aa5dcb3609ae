pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import Frontsheet.Theme

// A ruled row. When it leads somewhere it can be pressed and reached by keyboard; amber with an edge bar when it waits for you.
T.AbstractButton {
    id: row

    default property alias content: holder.data
    property bool leads: false
    property bool waiting: false
    property bool barred: false // the edge bar alone, where many rows of a list have it
    property bool first: false // no line above; follows the panel's upper corners when the panel has no heading
    property bool last: false
    property bool underHeading: true
    property string spoken: ""
    property real pad: Theme.rowPad
    property real padY: Theme.tablet ? 12 : 7
    readonly property real inner: row.width - 2 * row.pad
    // What lies in a row may be centred in it, so the row is as tall as its tallest part, wherever that stands.
    readonly property real tallest: {
        let height = 0;
        for (let i = 0; i < holder.children.length; ++i) {
            if (holder.children[i].visible)
                height = Math.max(height, holder.children[i].height);
        }
        return height;
    }

    width: parent ? parent.width : implicitWidth
    implicitHeight: Math.max(row.leads ? Theme.control : 0, Math.ceil(row.tallest) + 2 * row.padY)
    focusPolicy: row.leads ? Qt.StrongFocus : Qt.NoFocus
    activeFocusOnTab: row.leads
    hoverEnabled: row.leads
    // Qt says of every such control that it is a button, whatever role it is given: what only shows is said by what lies in it.
    Accessible.ignored: !row.leads
    Accessible.name: row.spoken
    Accessible.onPressAction: row.clicked()
    Keys.onReturnPressed: row.clicked()
    Keys.onEnterPressed: row.clicked()

    background: Item {
        // Most rows of a page never need one: made when it is first to be seen.
        LazyPart {
            anchors.fill: parent
            shown: row.waiting || row.barred || row.leads && (row.down || row.hovered)
            fitted: true
            sourceComponent: RowFill {
                color: row.leads && row.down ? Theme.tint : row.waiting ? Theme.attentionTint : row.leads && row.hovered ? Theme.bg : row.barred ? Theme.surface : "transparent" // the bar is what a fill leaves uncovered
                bar: row.waiting || row.barred ? Theme.attentionMark : "transparent"
                roundTop: row.first && !row.underHeading ? Theme.radiusPanel - 1 : 0
                roundBottom: row.last ? Theme.radiusPanel - 1 : 0
            }
        }
        Rectangle {
            visible: !row.first
            width: parent.width
            height: 1
            color: Theme.line
        }
        FocusRing {
            shown: row.visualFocus
            inset: 2
        }
    }
    Item {
        id: holder
        x: row.pad
        y: row.padY
        width: row.inner
        height: row.tallest
        Accessible.role: Accessible.ListItem
        Accessible.name: row.spoken
        Accessible.ignored: row.leads || row.spoken.length === 0 // its parts speak for themselves
    }
}
