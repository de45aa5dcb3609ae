pragma ComponentBehavior: Bound
import QtQuick
import Frontsheet.Theme
import Frontsheet.Controls
import Frontsheet.ViewModels

// The plan itself: views, needs and what meets them, goals, actions, the package.
Column {
    id: work

    required property PlanModel plan
    readonly property var parts: work.plan.parts
    property bool endedShown: false
    signal add(string type, var preset)
    signal edit(string recordId)
    signal history(string recordId)
    signal whoSees(string recordId)
    signal message(string recordId)
    signal end(string recordId, string about, var ending)
    signal answer(string kind, string recordId, string about)
    signal pass(string recordId, string about)

    spacing: Theme.gap

    component Section: Panel {
        id: section
        required property var rows
        required property string none
        property string addWords: ""
        width: parent.width
        action: work.plan.mayAdd ? section.addWords : ""
        actionIcon: "plus"
        actionIconFirst: true
        EmptyState {
            visible: work.plan.loaded && section.rows.length === 0
            width: parent.width
            text: work.plan.mayOpen && !work.plan.mayAdd ? qsTr("%1 Open a plan first.", "plan: nobody leads one; %1 that there is nothing of it").arg(section.none) : section.none
        }
    }

    PlanViews {
        width: parent.width
        wishes: work.parts.wishes ?? []
        views: work.parts.views ?? []
        missing: work.plan.loaded ? work.plan.wishMissing : ""
        called: work.plan.called
        onAdd: own => work.add("view", own ? {
            whose: "person"
        } : {})
        onHistory: id => work.history(id)
        onWhoSees: id => work.whoSees(id)
        onMessage: id => work.message(id)
        onEnd: (id, about, ending) => work.end(id, about, ending)
    }
    Section {
        id: needs
        title: qsTr("Needs", "plan")
        rows: work.parts.needs ?? []
        none: qsTr("No needs are written down yet.", "plan")
        addWords: qsTr("Add a need", "plan")
        onActionChosen: work.add("need", {})
        Repeater {
            model: RowList {
                rows: needs.rows
            }
            PlanNeedRow {
                required property var modelData
                required property int index
                need: modelData
                mayAdd: work.plan.mayAdd
                first: index === 0
                last: index === needs.rows.length - 1
                onAddLine: work.add("package-line", {
                    need: modelData.id
                })
                onAddAction: work.add("action", {
                    need: modelData.id
                })
                onEdit: work.edit(modelData.id)
                onHistory: work.history(modelData.id)
                onWhoSees: work.whoSees(modelData.id)
                onMessage: work.message(modelData.id)
            }
        }
    }
    Section {
        id: actions
        title: qsTr("Actions", "plan")
        count: work.plan.actionCount
        rows: work.parts.actions ?? []
        none: qsTr("Nothing is to be done just now.", "plan: no actions")
        addWords: qsTr("Add an action", "plan")
        onActionChosen: work.add("action", {})
        Repeater {
            model: RowList {
                rows: actions.rows.concat(work.endedShown ? work.parts.endedActions ?? [] : [])
            }
            PlanActionRow {
                required property var modelData
                required property int index
                task: modelData
                busy: work.plan.busy
                first: index === 0
                last: !ended.visible && index === actions.rows.length - 1
                onAccept: work.plan.answer(modelData.id, PlanModel.Accept)
                onAsk: kind => work.answer(kind, modelData.id, modelData.text)
                onPass: work.pass(modelData.id, modelData.text)
                onEdit: work.edit(modelData.id)
                onHistory: work.history(modelData.id)
                onWhoSees: work.whoSees(modelData.id)
                onMessage: work.message(modelData.id)
            }
        }
        PanelRow {
            id: ended
            visible: (work.parts.endedActions ?? []).length > 0
            height: visible ? implicitHeight : 0
            leads: true
            last: true
            spoken: endedWords.text
            onClicked: work.endedShown = !work.endedShown
            Label {
                id: endedWords
                width: parent.width
                text: work.endedShown ? qsTr("Hide what is done", "plan: ended actions") : qsTr("Done and cancelled: %1", "plan: ended actions, %1 how many").arg((work.parts.endedActions ?? []).length)
                color: Theme.accent
                Accessible.ignored: true
            }
        }
    }
    Section {
        id: goals
        title: qsTr("Goals", "plan")
        rows: work.parts.goals ?? []
        none: qsTr("No goals are set.", "plan")
        addWords: qsTr("Add a goal", "plan")
        onActionChosen: work.add("goal", {})
        Repeater {
            model: RowList {
                rows: goals.rows
            }
            PlanGoalRow {
                required property var modelData
                required property int index
                goal: modelData
                first: index === 0
                last: index === goals.rows.length - 1
                onEdit: work.edit(modelData.id)
                onHistory: work.history(modelData.id)
                onWhoSees: work.whoSees(modelData.id)
                onMessage: work.message(modelData.id)
            }
        }
    }
    PlanPackage {
        width: parent.width
        plan: work.plan
        onAdd: work.add("package-line", {})
        onEdit: id => work.edit(id)
        onHistory: id => work.history(id)
        onWhoSees: id => work.whoSees(id)
        onMessage: id => work.message(id)
    }
}
