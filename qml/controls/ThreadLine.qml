import QtQuick
import Frontsheet.Theme

// The same way in small, on a row: passed dots filled, the present one ringed, those to come hollow on a dotted line.
ThreadMarks {
    id: line

    property bool waiting: false

    color: line.waiting ? Theme.attentionMark : Theme.accent
    ground: Theme.surface
    edge: Theme.edge
    Accessible.role: Accessible.ProgressBar
    Accessible.name: qsTr("Stage %1 of %2", "Screen reader: how far a referral has come").arg(line.passed + 1).arg(line.total)
}
