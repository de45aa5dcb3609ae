pragma ComponentBehavior: Bound
import QtQuick
import Frontsheet.Theme
import Frontsheet.Controls
import Frontsheet.ViewModels

// Who reviews it, what kind it is, who pays.
Panel {
    id: panel

    required property PlacementModel model
    signal edit

    title: qsTr("About the placement", "section")
    action: panel.model.loaded && panel.model.editable ? qsTr("Change", "button on a row of the plan: opens its form") : ""
    actionSpoken: Spoken.join([panel.action, panel.title])
    actionIcon: "pencil"
    actionIconFirst: true
    onActionChosen: panel.edit()
    Repeater {
        model: panel.model.facts
        PanelRow {
            id: fact
            required property var modelData
            required property int index
            first: fact.index === 0
            spoken: Spoken.join([fact.modelData.label, fact.modelData.text])
            Label {
                id: label
                width: Math.round(parent.width * 0.42)
                text: fact.modelData.label
                color: Theme.ink2
                Accessible.ignored: true
            }
            Label {
                x: label.width + Theme.s2
                width: parent.width - x
                text: fact.modelData.text
                Accessible.ignored: true
            }
        }
    }
}
