import QtQuick
import Frontsheet.Theme
import Frontsheet.Controls

// A piece of work on a manager's list: whose, what, who has it, when it falls due. `row` as WorkReader words it. It may be ticked where it can be
// offered, and leads to where it is seen to.
PanelRow {
    id: item

    required property var row
    property bool ticked: false
    property bool whyShown: false // why it cannot be passed on
    property bool holderShown: true
    property bool lateMarked: true // false on a list of nothing else
    readonly property bool wide: item.inner / Theme.textScale >= 520
    readonly property string when: item.row.late && item.lateMarked ? qsTr("Late. %1", "a piece of work that should have been done, %1 when it was due").arg(item.row.due) : item.row.due
    signal ticking
    signal takingBack

    leads: true
    padY: Theme.tablet ? 4 : 2 // the tick box stands off by itself
    barred: item.row.late && item.lateMarked
    spoken: Spoken.join([item.row.name, item.row.what, item.holderShown ? item.row.holder : "", item.when, item.whyShown ? item.row.why : ""])

    // Beside the first line of the words, whichever is the taller.
    readonly property real lead: Math.max(0, Math.round((Theme.control - Theme.body.line) / 2))

    TickBox {
        id: box
        visible: item.row.offerable
        x: -Theme.s2
        width: Theme.control
        spoken: qsTr("Choose %1, %2", "tick box beside a piece of work, %1 person, %2 what").arg(item.row.name).arg(item.row.what)
        ticked: item.ticked
        onClicked: item.ticking()
    }
    LineIcon {
        visible: !box.visible
        x: Math.round((Theme.control - width) / 2) - Theme.s2
        y: Math.round((Theme.control - height) / 2)
        name: item.row.icon
        color: Theme.ink2
        size: Theme.iconSize
    }
    Item {
        // a row is as tall as its tallest part
        x: Theme.control
        width: parent.width - x
        height: item.wide ? Math.max(what.height, whose.height) : what.height + whose.height
        Column {
            id: what
            topPadding: item.lead
            bottomPadding: item.wide ? item.lead : 0
            width: item.wide ? Math.round(parent.width * 0.54) : parent.width
            spacing: 2
            Label {
                visible: text.length > 0
                width: parent.width
                text: item.row.name
                strong: true
                Accessible.ignored: true
            }
            Label {
                width: parent.width
                text: item.row.what
                maximumLineCount: 4
                elide: Text.ElideRight
                Accessible.ignored: true
            }
        }
        Column {
            id: whose
            x: item.wide ? what.width + Theme.s4 : 0
            y: item.wide ? 0 : what.height
            topPadding: item.wide ? item.lead : 2
            bottomPadding: item.lead
            width: parent.width - x
            spacing: 2
            Label {
                visible: item.holderShown
                width: parent.width
                text: item.row.holder
                strong: item.row.unowned
                Accessible.ignored: true
            }
            Item {
                visible: words.text.length > 0
                width: parent.width
                height: words.height
                LineIcon {
                    id: clock
                    visible: item.row.late
                    name: "clock"
                    color: Theme.attention
                    size: Theme.iconSmall
                    y: Math.round((Theme.small.line - height) / 2)
                }
                Label {
                    id: words
                    x: clock.visible ? clock.width + 6 : 0
                    width: parent.width - x
                    text: item.when
                    type: Theme.small
                    color: item.row.late ? Theme.attention : Theme.ink2
                    Accessible.ignored: true
                }
            }
            Label {
                visible: item.whyShown && text.length > 0
                width: parent.width
                text: item.row.why
                type: Theme.small
                color: Theme.ink2
                Accessible.ignored: true
            }
            LinkButton {
                objectName: "takeBack"
                visible: item.row.takeBack
                inRow: true
                leftPadding: 0
                text: qsTr("Take the offer back", "button: a colleague was asked to take something over")
                spoken: qsTr("Take the offer back: %1, %2", "button, %1 person, %2 what").arg(item.row.name).arg(item.row.what)
                onClicked: item.takingBack()
            }
        }
    }
}
