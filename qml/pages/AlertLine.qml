pragma ComponentBehavior: Bound
import QtQuick
import Frontsheet.Theme
import Frontsheet.Controls

// What must be known first of somebody, where the alerts themselves are below the edge of the window: it stays while the sheet scrolls, and
// leads to them. All of their headings; with large text how many there are and the first, which is the gravest.
PressButton {
    id: line

    required property var alerts // as AlertRow shows them
    required property string called
    readonly property bool brief: Theme.textScale > 1.3
    readonly property var headings: line.alerts.map(one => one.title.replace(/[.:]$/, "")).filter((one, at, all) => all.indexOf(one) === at)
    readonly property int more: line.alerts.length - 1

    atLeft: true
    iconName: "warning"
    iconAfter: "chevron-down"
    type: Theme.body
    fill: Theme.surface
    edgeColor: Theme.danger
    textColor: Theme.danger
    text: line.headings.length === 0 ? "" : line.brief ? line.more > 0 ? qsTr("%1, and %n more alert(s)", "front sheet: the gravest alert, and how many more there are", line.more).arg(line.headings[0]) : line.headings[0] : line.headings.join(" · ")
    spoken: qsTr("Alerts of %1: %2", "screen reader, %1 name, %2 headings of alerts").arg(line.called).arg(line.headings.join(", "))
}
