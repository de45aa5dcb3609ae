pragma ComponentBehavior: Bound
import QtQuick
import Frontsheet.Theme
import Frontsheet.Controls

// One line of the package: what was agreed beside what was given, and what it costs a week.
PlanRow {
    id: item

    required property var line // PlanReader::line
    readonly property string agreed: item.line.allocated.length > 0 ? qsTr("%1 a week agreed", "package: %1 length of time").arg(item.line.allocated) : ""
    readonly property string given: item.line.delivered.length > 0 ? qsTr("%1 given, as of %2", "package: %1 length of time, %2 date").arg(item.line.delivered).arg(item.line.asOf) : item.line.allocated.length > 0 ? qsTr("not reported what was given", "package") : ""
    readonly property string cost: item.line.cost.length > 0 ? qsTr("%1 a week", "package: %1 amount of money").arg(item.line.cost) : ""

    row: item.line
    name: item.line.text
    withBadge: item.open
    spoken: Spoken.join([item.line.text, item.line.chip.text, item.line.who, item.agreed, item.given, item.cost, item.line.because])

    body: Column {
        width: parent.width
        spacing: 2
        ChippedTitle {
            text: item.line.text
            chip: item.line.chip
        }
        Label {
            visible: text.length > 0
            width: parent.width
            text: item.line.who
            Accessible.ignored: true
        }
        Flow {
            width: parent.width
            spacing: Theme.s3
            Label {
                visible: text.length > 0
                width: Math.min(implicitWidth, parent.width)
                text: item.agreed
                Accessible.ignored: true
            }
            Label {
                visible: text.length > 0
                width: Math.min(implicitWidth, parent.width)
                text: item.given
                strong: item.line.less
                color: item.line.less ? Theme.attention : Theme.ink2
                Accessible.ignored: true
            }
            Label {
                visible: text.length > 0
                width: Math.min(implicitWidth, parent.width)
                text: item.cost
                strong: true
                Accessible.ignored: true
            }
        }
        Label {
            visible: text.length > 0
            width: parent.width
            text: item.line.because
            Accessible.ignored: true
        }
    }
    rest: Label {
        width: parent ? parent.width : 0
        visible: text.length > 0
        text: item.line.frequency
    }
}
