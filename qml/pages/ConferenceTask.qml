import QtQuick
import Frontsheet.Theme
import Frontsheet.Controls

// An action in a few lines: what, who, by when, how it stands.
PanelRow {
    id: row

    required property var task // PlanReader::action
    property bool mayRemind: false
    signal remind

    waiting: row.task.attention
    spoken: Spoken.join([row.task.text, row.task.owner, row.task.ownerBadge.shortName, row.task.due, row.task.late, row.task.chip.text, row.task.waits])

    Column {
        width: parent.width
        spacing: Theme.s1
        ChippedTitle {
            text: row.task.text
            chip: row.task.chip
        }
        AgencyBadge {
            width: parent.width
            initials: row.task.ownerBadge.initials
            shortName: row.task.owner
            hue: row.task.ownerBadge.hue
            trailing: row.task.ownerBadge.shortName
            nameColor: Theme.ink
            type: Theme.body
            Accessible.ignored: true
        }
        Label {
            width: parent.width
            text: row.task.late.length > 0 ? qsTr("%1, %2", "an action: %1 date, %2 so many days overdue").arg(row.task.due).arg(row.task.late) : row.task.due
            strong: row.task.late.length > 0
            color: row.task.late.length > 0 ? Theme.attention : Theme.ink2
            Accessible.ignored: true
        }
        Label {
            visible: text.length > 0
            width: parent.width
            text: row.task.waits
            type: Theme.small
            color: Theme.ink2
            Accessible.ignored: true
        }
        Label {
            visible: text.length > 0
            width: parent.width
            text: row.task.answer
        }
        Label {
            visible: text.length > 0
            width: parent.width
            text: row.task.report
        }
        SecondaryButton {
            visible: row.mayRemind
            height: visible ? implicitHeight : 0
            inRow: true
            iconName: "message"
            text: qsTr("Remind them", "button: whoever an action waits for")
            spoken: qsTr("%1: %2", "screen reader: %1 button, %2 what it is about").arg(text).arg(row.task.text)
            onClicked: row.remind()
        }
    }
}
