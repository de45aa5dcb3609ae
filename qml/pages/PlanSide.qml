pragma ComponentBehavior: Bound
import QtQuick
import Frontsheet.Theme
import Frontsheet.Controls
import Frontsheet.ViewModels

// Beside the plan: carers in their own right, medicines, how to be understood, whom to ring, what is looked at again, and what is not here.
Column {
    id: side

    required property PlanModel plan
    readonly property var parts: side.plan.parts
    signal add(string type)
    signal edit(string recordId)
    signal history(string recordId)
    signal whoSees(string recordId)
    signal message(string recordId)
    signal end(string recordId, string about, var ending)
    signal ring(string number)

    spacing: Theme.gap

    Panel {
        width: parent.width
        title: qsTr("Carers", "plan")
        count: carers.count > 0 ? carers.count : ""
        action: qsTr("Add", "button: adds a row to a list")
        actionSpoken: Spoken.join([action, title])
        actionIcon: "plus"
        actionIconFirst: true
        onActionChosen: side.add("carer")
        EmptyState {
            visible: side.plan.loaded && carers.count === 0
            width: parent.width
            text: qsTr("Nobody is named who looks after them.", "plan: no carers")
        }
        Repeater {
            id: carers
            model: RowList {
                rows: side.parts.carers ?? []
            }
            PlanRow {
                id: carer
                required property var modelData
                required property int index
                row: carer.modelData
                name: carer.modelData.name
                first: carer.index === 0
                last: carer.index === carers.count - 1
                spoken: Spoken.join([carer.modelData.name, carer.modelData.relation, carer.modelData.willing, carer.modelData.words, carer.modelData.hours])
                onEdit: side.edit(carer.modelData.id)
                onHistory: side.history(carer.modelData.id)
                onWhoSees: side.whoSees(carer.modelData.id)
                onMessage: side.message(carer.modelData.id)
                body: Column {
                    width: parent ? parent.width : 0
                    Label {
                        width: parent ? parent.width : 0
                        text: carer.modelData.relation.length > 0 ? qsTr("%1, %2", "a carer: %1 name, %2 relation").arg(carer.modelData.name).arg(carer.modelData.relation) : carer.modelData.name
                        strong: true
                        Accessible.ignored: true
                    }
                    Repeater {
                        model: [carer.modelData.willing, carer.modelData.words, carer.modelData.hours]
                        Label {
                            required property string modelData
                            visible: text.length > 0
                            width: parent ? parent.width : 0
                            text: modelData
                            Accessible.ignored: true
                        }
                    }
                }
                rest: Column {
                    width: parent ? parent.width : 0
                    Repeater {
                        model: [carer.modelData.ifUnable, carer.modelData.assessment]
                        Label {
                            required property string modelData
                            visible: text.length > 0
                            width: parent ? parent.width : 0
                            text: modelData
                        }
                    }
                }
            }
        }
    }
    PlanFacts {
        width: parent ? parent.width : 0
        title: qsTr("%1 as a carer", "plan: %1 the person, who looks after somebody").arg(side.plan.called)
        facts: side.parts.asCarer ?? []
        addWords: qsTr("Add", "button: adds a row to a list")
        onAdd: side.add("carer-assessment")
        onEdit: id => side.edit(id)
        onHistory: id => side.history(id)
        onWhoSees: id => side.whoSees(id)
        onMessage: id => side.message(id)
        onEnd: (id, about, ending) => side.end(id, about, ending)
    }
    PlanFacts {
        width: parent ? parent.width : 0
        title: qsTr("Medicines", "plan")
        facts: side.parts.medicines ?? []
        emptyText: side.plan.loaded ? qsTr("Nobody has written down any medicine.", "plan") : ""
        addWords: qsTr("Add", "button: adds a row to a list")
        onAdd: side.add("medicine")
        onEdit: id => side.edit(id)
        onHistory: id => side.history(id)
        onWhoSees: id => side.whoSees(id)
        onMessage: id => side.message(id)
        onEnd: (id, about, ending) => side.end(id, about, ending)
    }
    PlanFacts {
        width: parent ? parent.width : 0
        title: qsTr("How to reach %1", "plan: %1 the person").arg(side.plan.called)
        facts: side.parts.communication ?? []
        addWords: qsTr("Add", "button: adds a row to a list")
        onAdd: side.add("communication-need")
        onEdit: id => side.edit(id)
        onHistory: id => side.history(id)
        onWhoSees: id => side.whoSees(id)
        onMessage: id => side.message(id)
        onEnd: (id, about, ending) => side.end(id, about, ending)
    }
    PlanFacts {
        width: parent ? parent.width : 0
        title: qsTr("Family, friends, emergency contacts", "plan")
        facts: side.parts.contacts ?? []
        emptyText: side.plan.loaded ? qsTr("Nobody is named to ring in an emergency.", "plan") : ""
        addWords: qsTr("Add", "button: adds a row to a list")
        onAdd: side.add("related-person")
        onEdit: id => side.edit(id)
        onHistory: id => side.history(id)
        onWhoSees: id => side.whoSees(id)
        onMessage: id => side.message(id)
        onEnd: (id, about, ending) => side.end(id, about, ending)
        onRing: number => side.ring(number)
    }
    Panel {
        visible: (side.parts.reviews ?? []).length > 0
        width: parent ? parent.width : 0
        title: qsTr("Reviews", "plan: what was looked at last, and when it is looked at again")
        Repeater {
            id: reviews
            model: side.parts.reviews ?? []
            PanelRow {
                id: review
                required property var modelData
                required property int index
                first: review.index === 0
                last: review.index === reviews.count - 1
                leads: true
                spoken: Spoken.join([review.modelData.title, review.modelData.last, review.modelData.next, review.modelData.late])
                onClicked: side.history(review.modelData.id)
                Column {
                    width: parent ? parent.width : 0
                    Label {
                        width: parent ? parent.width : 0
                        text: review.modelData.title
                        strong: true
                        Accessible.ignored: true
                    }
                    Label {
                        width: parent ? parent.width : 0
                        text: review.modelData.last
                        color: Theme.ink2
                        Accessible.ignored: true
                    }
                    Label {
                        width: parent ? parent.width : 0
                        text: review.modelData.late.length > 0 ? qsTr("%1 %2.", "a review: %1 sentence about the next one, %2 so many days overdue").arg(review.modelData.next).arg(review.modelData.late) : review.modelData.next
                        strong: review.modelData.late.length > 0
                        color: review.modelData.late.length > 0 ? Theme.attention : Theme.ink
                        Accessible.ignored: true
                    }
                }
            }
        }
    }
    StoodOncePanel {
        width: parent ? parent.width : 0
        once: side.parts.once ?? []
        onHistory: id => side.history(id)
        onWhoSees: id => side.whoSees(id)
        onMessage: id => side.message(id)
    }
    Repeater {
        model: side.parts.withheld ?? []
        WithheldRow {
            required property var modelData
            width: side.width
            what: modelData.what
            reason: modelData.reason
            ask: modelData.ask
            number: modelData.number
            initials: modelData.badge.initials
            shortName: modelData.badge.shortName
            hue: modelData.badge.hue
            onRing: number => side.ring(number)
        }
    }
}
