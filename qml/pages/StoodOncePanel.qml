pragma ComponentBehavior: Bound
import QtQuick
import Frontsheet.Theme
import Frontsheet.Controls
import Frontsheet.ViewModels

// What stood on this page and stands no longer, folded away until somebody asks: since when, and why.
Panel {
    id: panel

    required property var once // PersonPartsReader::once
    property bool open: false
    signal history(string recordId)
    signal whoSees(string recordId)
    signal message(string recordId)

    visible: panel.once.length > 0
    title: qsTr("No longer so", "plan: what has ended, was stopped, or was entered in error")
    count: String(panel.once.length)
    action: panel.open ? qsTr("Fold away", "button: hides a list") : qsTr("Show", "button: shows a list")
    actionSpoken: Spoken.join([panel.action, panel.title])
    actionIcon: panel.open ? "chevron-up" : "chevron-down"
    onActionChosen: panel.open = !panel.open

    Repeater {
        id: rows
        model: RowList {
            rows: panel.open ? panel.once : []
        }
        PlanRow {
            id: line
            required property var modelData
            required property int index
            row: line.modelData
            name: line.modelData.title
            first: line.index === 0
            last: line.index === rows.count - 1
            spoken: Spoken.join([line.modelData.title, line.modelData.ended, line.modelData.badge.shortName])
            onHistory: panel.history(line.modelData.id)
            onWhoSees: panel.whoSees(line.modelData.id)
            onMessage: panel.message(line.modelData.id)
            body: Column {
                width: parent.width
                spacing: 2
                Label {
                    width: parent.width
                    text: line.modelData.title
                    color: Theme.ink2
                    strong: true
                    Accessible.ignored: true
                }
                Label {
                    visible: text.length > 0
                    width: parent.width
                    text: line.modelData.detail
                    color: Theme.ink2
                    Accessible.ignored: true
                }
                Label {
                    width: parent.width
                    text: line.modelData.ended
                    Accessible.ignored: true
                }
            }
        }
    }
}
