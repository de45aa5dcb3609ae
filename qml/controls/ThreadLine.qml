pragma ComponentBehavior: Bound
import QtQuick
import Frontsheet.Theme

// The same way in small, on a row: passed dots filled, the present one ringed, those to come hollow on a dotted line.
Row {
    id: line

    required property int passed // stages behind, then the present one
    required property int total
    property bool waiting: false
    readonly property color mark: line.waiting ? Theme.attentionMark : Theme.accent

    spacing: 0
    height: 12
    Accessible.role: Accessible.ProgressBar
    Accessible.name: qsTr("Stage %1 of %2", "Screen reader: how far a referral has come").arg(line.passed + 1).arg(line.total)

    Repeater {
        model: line.total

        Row {
            id: step
            required property int index
            readonly property bool here: step.index === line.passed
            readonly property bool behind: step.index < line.passed
            height: 12

            Rectangle {
                visible: step.index > 0 && step.index <= line.passed
                width: 9
                height: 2
                color: line.mark
                anchors.verticalCenter: parent.verticalCenter
            }
            Row {
                visible: step.index > line.passed
                spacing: 2
                leftPadding: 1
                rightPadding: 1
                anchors.verticalCenter: parent.verticalCenter
                Repeater {
                    model: 2
                    Rectangle {
                        width: 2.5
                        height: 1.5
                        color: Theme.edge
                    }
                }
            }
            Rectangle {
                width: step.here ? 12 : step.behind ? 6 : 7
                height: width
                radius: width / 2
                color: step.behind ? line.mark : Theme.surface
                border.width: step.here ? 2 : step.behind ? 0 : 1
                border.color: step.here ? line.mark : Theme.edge
                anchors.verticalCenter: parent.verticalCenter
                Rectangle {
                    visible: step.here
                    anchors.centerIn: parent
                    width: 4
                    height: 4
                    radius: 2
                    color: line.mark
                }
            }
        }
    }
}
