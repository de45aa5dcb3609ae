pragma ComponentBehavior: Bound
import QtQuick
import Frontsheet.Controls
import Frontsheet.ViewModels

// The actions that came of it: each with its one owner, its day, how it stands and whom it waits for; who has not answered is reminded from
// here.
Panel {
    id: panel

    required property ConferenceModel model
    readonly property var steps: panel.model.steps
    readonly property bool may: panel.steps.includes("agree")
    signal add
    signal remind(string actionId, string name)

    title: qsTr("Actions", "a conference")
    count: panel.model.actions.length > 0 ? panel.model.actions.length : ""
    action: panel.may ? qsTr("Add an action", "button: a conference") : ""
    actionIcon: "plus"
    actionIconFirst: true
    onActionChosen: panel.add()

    EmptyState {
        visible: panel.model.loaded && panel.model.actions.length === 0
        width: parent.width
        text: qsTr("No actions are agreed yet. Each has one worker and a day.", "a conference")
    }
    Repeater {
        model: panel.model.actions
        ConferenceTask {
            required property var modelData
            required property int index
            task: modelData
            mayRemind: modelData.mayRemind
            first: index === 0
            last: index === panel.model.actions.length - 1
            onRemind: panel.remind(modelData.id, modelData.awaited)
        }
    }
}
