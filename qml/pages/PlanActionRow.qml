pragma ComponentBehavior: Bound
import QtQuick
import Frontsheet.Theme
import Frontsheet.Controls

// Something to be done: what, its one owner, by when, how it stands and whom we wait for. Answered from here.
PlanRow {
    id: item

    required property var task // PlanReader::action
    property bool busy: false
    signal accept
    signal ask(string kind) // decline, report, finish, cancel
    signal pass

    row: item.task
    name: item.task.text
    withBadge: false
    waiting: item.task.attention
    spoken: Spoken.join([item.task.text, item.task.owner, item.task.ownerBadge.shortName, item.task.due, item.task.late, item.task.chip.text, item.task.waits])

    // It opens by itself where it waits for this worker, and what is open stays so: they go on from their answer.
    onWaitingChanged: item.open = item.open || item.waiting
    Component.onCompleted: item.open = item.waiting

    body: Column {
        width: parent.width
        spacing: 2
        ChippedTitle {
            text: item.task.text
            chip: item.task.chip
        }
        Flow {
            width: parent.width
            spacing: Theme.s3
            AgencyBadge {
                width: Math.min(implicitWidth, parent.width)
                initials: item.task.ownerBadge.initials
                shortName: item.task.owner
                hue: item.task.ownerBadge.hue
                trailing: item.task.ownerBadge.shortName
                nameColor: Theme.ink
                type: Theme.body
                Accessible.ignored: true
            }
            Label {
                text: item.task.late.length > 0 ? qsTr("%1, %2", "an action: %1 date, %2 so many days overdue").arg(item.task.due).arg(item.task.late) : item.task.due
                width: Math.min(implicitWidth, parent.width)
                strong: item.task.late.length > 0
                color: item.task.late.length > 0 ? Theme.attention : Theme.ink2
                Accessible.ignored: true
            }
        }
        Label {
            visible: text.length > 0
            width: parent.width
            text: item.task.waits
            type: Theme.small
            color: Theme.ink2
            Accessible.ignored: true
        }
        Label {
            visible: text.length > 0
            width: parent.width
            text: item.task.answer
        }
        Label {
            visible: text.length > 0
            width: parent.width
            text: item.task.report
        }
    }
    rest: Column {
        width: parent ? parent.width : 0
        spacing: Theme.s1
        Repeater {
            model: [item.task.need, item.task.detail, item.task.place, item.task.asked]
            Label {
                required property string modelData
                visible: text.length > 0
                width: parent ? parent.width : 0
                text: modelData
            }
        }
        Flow {
            width: parent ? parent.width : 0
            spacing: Theme.s2
            topPadding: Theme.s1
            PrimaryButton {
                visible: item.task.mayAccept
                enabled: !item.busy
                inRow: true
                iconName: "person-check"
                text: qsTr("Accept", "button: say yes to an action")
                spoken: qsTr("%1: %2", "screen reader: %1 button, %2 what it is about").arg(text).arg(item.name)
                onClicked: item.accept()
            }
            PrimaryButton {
                visible: item.task.mayReport
                enabled: !item.busy
                inRow: true
                iconName: "check-circle"
                text: qsTr("Done", "button: an action is done")
                spoken: qsTr("%1: %2", "screen reader: %1 button, %2 what it is about").arg(text).arg(item.name)
                onClicked: item.ask("finish")
            }
            SecondaryButton {
                visible: item.task.mayReport
                enabled: !item.busy
                inRow: true
                iconName: "message"
                text: qsTr("Report back", "button: say how an action goes")
                spoken: qsTr("%1: %2", "screen reader: %1 button, %2 what it is about").arg(text).arg(item.name)
                onClicked: item.ask("report")
            }
            SecondaryButton {
                visible: item.task.mayDecline
                enabled: !item.busy
                inRow: true
                iconName: "arrow-back"
                text: item.task.mayReport ? qsTr("I cannot after all", "button: hand an accepted action back") : qsTr("Decline", "button: say no to an action")
                spoken: qsTr("%1: %2", "screen reader: %1 button, %2 what it is about").arg(text).arg(item.name)
                onClicked: item.ask("decline")
            }
            SecondaryButton {
                visible: item.task.mayPass
                enabled: !item.busy
                inRow: true
                iconName: "people"
                text: qsTr("Ask somebody else", "button: offer an action to another worker")
                spoken: qsTr("%1: %2", "screen reader: %1 button, %2 what it is about").arg(text).arg(item.name)
                onClicked: item.pass()
            }
            SecondaryButton {
                visible: item.task.mayCancel
                enabled: !item.busy
                inRow: true
                text: qsTr("Cancel it", "button: an action is not needed any more")
                spoken: qsTr("%1: %2", "screen reader: %1 button, %2 what it is about").arg(text).arg(item.name)
                onClicked: item.ask("cancel")
            }
        }
    }
}
