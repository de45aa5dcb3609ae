pragma ComponentBehavior: Bound
import QtQuick
import Frontsheet.Theme
import Frontsheet.Controls
import Frontsheet.ViewModels

// A panel of what everybody at the door must know. Empty it says so where silence could be read as "none".
Panel {
    id: panel

    required property var facts
    property string emptyText: "" // "": the panel is not there while it is empty
    property string warning: ""
    property string addWords: ""
    property bool urgent: false
    signal add
    signal edit(string recordId)
    signal history(string recordId)
    signal whoSees(string recordId)
    signal message(string recordId)
    signal end(string recordId, string about, var ending)
    signal ring(string number)

    visible: panel.facts.length > 0 || panel.emptyText.length > 0
    count: panel.facts.length > 0 ? panel.facts.length : ""
    action: panel.addWords
    actionSpoken: Spoken.join([panel.addWords, panel.title])
    actionIcon: "plus"
    actionIconFirst: true
    onActionChosen: panel.add()

    EmptyState {
        visible: panel.facts.length === 0
        width: parent.width
        text: panel.emptyText
    }
    PanelRow {
        visible: panel.warning.length > 0
        height: visible ? implicitHeight : 0
        first: true
        waiting: true
        spoken: panel.warning
        Label {
            width: parent.width
            text: panel.warning
            strong: true
            color: Theme.attention
            Accessible.ignored: true
        }
    }
    Repeater {
        model: RowList {
            rows: panel.facts
        }
        PlanFactRow {
            required property var modelData
            required property int index
            fact: modelData
            urgent: panel.urgent
            first: index === 0
            last: index === panel.facts.length - 1
            onEdit: panel.edit(modelData.id)
            onHistory: panel.history(modelData.id)
            onWhoSees: panel.whoSees(modelData.id)
            onMessage: panel.message(modelData.id)
            onEnd: ending => panel.end(modelData.id, modelData.title, ending)
            onRing: number => panel.ring(number)
        }
    }
}
