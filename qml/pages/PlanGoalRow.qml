pragma ComponentBehavior: Bound
import QtQuick
import Frontsheet.Theme
import Frontsheet.Controls

// What the person wants to reach, in their words, and how far it is.
PlanRow {
    id: item

    required property var goal // PlanReader::goal

    row: item.goal
    name: item.goal.text
    withBadge: item.open
    spoken: Spoken.join([item.goal.text, item.goal.chip.text, item.goal.by, item.goal.late, item.goal.result])

    body: Column {
        width: parent.width
        spacing: 2
        ChippedTitle {
            text: item.goal.text
            chip: item.goal.chip
            strong: false
        }
        Label {
            visible: text.length > 0
            width: parent.width
            text: item.goal.late.length > 0 ? qsTr("%1, %2", "a goal: %1 date, %2 so many days overdue").arg(item.goal.by).arg(item.goal.late) : item.goal.by
            strong: item.goal.late.length > 0
            color: item.goal.late.length > 0 ? Theme.attention : Theme.ink2
            Accessible.ignored: true
        }
        Label {
            visible: text.length > 0
            width: parent.width
            text: item.goal.result
            Accessible.ignored: true
        }
    }
    rest: Label {
        width: parent ? parent.width : 0
        visible: text.length > 0
        text: item.goal.looksLike
    }
}
