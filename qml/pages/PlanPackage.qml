pragma ComponentBehavior: Bound
import QtQuick
import Frontsheet.Theme
import Frontsheet.Controls
import Frontsheet.ViewModels

// The package of care with its sums: time agreed beside time given, and who pays what a week.
Panel {
    id: panel

    required property PlanModel plan
    readonly property var parts: panel.plan.parts
    readonly property var lines: panel.parts.lines ?? []
    readonly property var totals: panel.plan.totals
    signal add
    signal edit(string recordId)
    signal history(string recordId)
    signal whoSees(string recordId)
    signal message(string recordId)

    title: qsTr("Package of care", "plan")
    action: panel.plan.mayAdd ? qsTr("Add a line", "plan: adds to the package of care") : ""
    actionIcon: "plus"
    actionIconFirst: true
    onActionChosen: panel.add()

    EmptyState {
        visible: panel.plan.loaded && panel.lines.length === 0
        width: parent.width
        text: panel.plan.mayOpen && !panel.plan.mayAdd ? qsTr("Nothing is arranged yet. Open a plan first.", "plan: no package of care") : qsTr("Nothing is arranged yet.", "plan: no package of care")
    }
    Repeater {
        model: RowList {
            rows: panel.lines
        }
        PlanLineRow {
            required property var modelData
            required property int index
            line: modelData
            first: index === 0
            onEdit: panel.edit(modelData.id)
            onHistory: panel.history(modelData.id)
            onWhoSees: panel.whoSees(modelData.id)
            onMessage: panel.message(modelData.id)
        }
    }
    PanelRow {
        id: sums
        readonly property string time: panel.totals.delivered ? (panel.totals.ofReported.length > 0 ? qsTr("%1 a week agreed. Of %2 that were reported, %3 given.", "package, summed up: lengths of time").arg(panel.totals.allocated).arg(panel.totals.ofReported).arg(panel.totals.delivered) : qsTr("%1 a week agreed, %2 given.", "package, summed up: lengths of time").arg(panel.totals.allocated).arg(panel.totals.delivered)) : panel.totals.allocated ? qsTr("%1 a week agreed.", "package, summed up").arg(panel.totals.allocated) : ""
        visible: sums.time.length > 0 || (panel.totals.cost ?? "").length > 0
        height: visible ? implicitHeight : 0
        last: true
        spoken: Spoken.join([sums.time, cost.text].concat((panel.totals.payers ?? []).map(payer => payer.who + " " + payer.amount)))
        Column {
            width: parent.width
            spacing: 2
            Label {
                visible: text.length > 0
                width: parent.width
                text: sums.time
                strong: true
                color: panel.totals.less ? Theme.attention : Theme.ink
                Accessible.ignored: true
            }
            Label {
                id: cost
                visible: text.length > 0
                width: parent.width
                text: panel.totals.cost ? qsTr("%1 a week in all", "package, summed up: %1 amount of money").arg(panel.totals.cost) : ""
                strong: true
                Accessible.ignored: true
            }
            Repeater {
                model: panel.totals.payers ?? []
                Item {
                    id: share
                    required property var modelData
                    width: parent.width
                    height: Math.max(who.height, amount.height)
                    Label {
                        id: who
                        width: parent.width - amount.width - Theme.s2
                        text: share.modelData.who
                        Accessible.ignored: true
                    }
                    Label {
                        id: amount
                        anchors.right: parent.right
                        text: share.modelData.amount
                        wrapMode: Text.NoWrap
                        Accessible.ignored: true
                    }
                }
            }
        }
    }
}
