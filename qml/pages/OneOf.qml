pragma ComponentBehavior: Bound
import QtQuick
import Frontsheet.Theme
import Frontsheet.Controls

// A question with its answers beneath each other, one of which is chosen.
Column {
    id: one

    required property string label
    required property var options // strings
    property int current: -1
    property string fault: ""
    signal chosen(int index)
    spacing: Theme.s1

    Label {
        width: parent.width
        text: one.label
        weight: 500
        Accessible.ignored: true // said by what follows
    }
    Panel {
        width: parent.width
        Accessible.name: one.label
        Repeater {
            model: one.options
            PickRow {
                id: row
                required property string modelData
                required property int index
                title: row.modelData
                chosen: row.index === one.current
                first: row.index === 0
                underHeading: false
                last: row.index === one.options.length - 1
                onClicked: one.chosen(row.index)
                Keys.onDownPressed: row.nextItemInFocusChain(true).forceActiveFocus(Qt.TabFocusReason)
                Keys.onUpPressed: row.nextItemInFocusChain(false).forceActiveFocus(Qt.BacktabFocusReason)
            }
        }
    }
    FaultLine {
        text: one.fault
    }
}
