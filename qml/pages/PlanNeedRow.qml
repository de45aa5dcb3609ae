pragma ComponentBehavior: Bound
import QtQuick
import Frontsheet.Theme
import Frontsheet.Controls

// A need and what is done about it. An unmet one says why, what is done meanwhile, and when somebody looks again.
PlanRow {
    id: item

    required property var need // PlanReader::need
    property bool mayAdd: false
    signal addLine
    signal addAction

    row: item.need
    name: item.need.text
    waiting: item.need.unmet
    withBadge: false
    spoken: Spoken.join([item.need.text, item.need.chip.text, item.need.why, item.need.meanwhile, item.need.next, item.need.late].concat(item.need.provisions))

    body: Column {
        width: parent.width
        spacing: 2
        ChippedTitle {
            text: item.need.text
            chip: item.need.chip
        }
        Repeater {
            model: item.need.provisions.concat([item.need.why, item.need.meanwhile])
            Label {
                required property string modelData
                visible: text.length > 0
                width: parent ? parent.width : 320
                text: modelData
                Accessible.ignored: true
            }
        }
        Label {
            visible: text.length > 0
            width: parent.width
            text: item.need.late.length > 0 ? qsTr("%1 %2.", "a need: %1 sentence about the next look, %2 so many days overdue").arg(item.need.next).arg(item.need.late) : item.need.next
            strong: item.need.late.length > 0
            color: item.need.late.length > 0 ? Theme.attention : Theme.ink2
            Accessible.ignored: true
        }
    }
    rest: Column {
        width: parent ? parent.width : 0
        spacing: Theme.s1
        Label {
            visible: text.length > 0
            width: parent ? parent.width : 0
            text: item.need.says
            type: Theme.own
        }
        Label {
            visible: text.length > 0
            width: parent ? parent.width : 0
            text: item.need.detail
        }
        AgencyBadge {
            width: parent ? parent.width : 0
            initials: item.need.badge.initials
            shortName: item.need.badge.shortName
            hue: item.need.badge.hue
        }
        Flow {
            visible: item.mayAdd
            width: parent ? parent.width : 0
            spacing: Theme.s2
            SecondaryButton {
                inRow: true
                iconName: "plus"
                text: qsTr("What meets it", "button on a need: adds a line of the package")
                spoken: qsTr("%1: %2", "screen reader: %1 button, %2 what it is about").arg(text).arg(item.name)
                onClicked: item.addLine()
            }
            SecondaryButton {
                inRow: true
                iconName: "plus"
                text: qsTr("Something to do", "button on a need: adds an action")
                spoken: qsTr("%1: %2", "screen reader: %1 button, %2 what it is about").arg(text).arg(item.name)
                onClicked: item.addAction()
            }
        }
    }
}
