pragma ComponentBehavior: Bound
import QtQuick
import Frontsheet.Theme
import Frontsheet.Controls
import Frontsheet.ViewModels

// What somebody wants to be able to do again after a discharge.
Panel {
    id: panel

    required property PlacementModel model
    signal add
    signal opened(string goal)

    title: qsTr("Getting better at", "section of a placement: rehabilitation goals")
    count: panel.model.goals.length > 0 ? panel.model.goals.length : ""
    action: panel.model.mine && panel.model.goals.length > 0 ? qsTr("Add a goal", "button") : ""
    actionIcon: "plus"
    actionIconFirst: true
    onActionChosen: panel.add()
    EmptyState {
        visible: panel.model.loaded && panel.model.goals.length === 0
        width: parent.width
        text: qsTr("No goal is set for after the discharge.", "rehabilitation goals")
        action: panel.model.mine ? qsTr("Add a goal", "button") : ""
        onActionChosen: panel.add()
    }
    Repeater {
        model: panel.model.goals
        PanelRow {
            id: goal
            required property var modelData
            required property int index
            first: goal.index === 0
            last: goal.index === panel.model.goals.length - 1
            leads: true
            spoken: Spoken.join([goal.modelData.words, goal.modelData.state, goal.modelData.detail])
            onClicked: panel.opened(goal.modelData.id)
            Column {
                width: parent.width
                spacing: 2
                Label {
                    width: parent.width
                    text: goal.modelData.words
                    type: Theme.row
                    Accessible.ignored: true
                }
                Label {
                    width: parent.width
                    text: Spoken.join([goal.modelData.state, goal.modelData.detail])
                    color: Theme.ink2
                    Accessible.ignored: true
                }
            }
        }
    }
}
