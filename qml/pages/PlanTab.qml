pragma ComponentBehavior: Bound
import QtQuick
import Frontsheet.Theme
import Frontsheet.Controls
import Frontsheet.ViewModels

// The shared plan. Order: who leads it, own words, alerts; then views, needs, actions, package; then what stands beside it. Columns as on the
// front sheet.
ScrollPage {
    id: page

    required property PlanModel plan
    reading: !page.plan.loaded && page.plan.errorTitle.length === 0
    required property FrontSheetModel sheet // what is locked, and the way to open it
    readonly property var parts: page.plan.parts
    readonly property real logical: page.innerWidth / Theme.textScale
    readonly property int columns: page.logical >= 1180 ? 3 : page.logical >= 820 ? 2 : 1
    readonly property real first: page.columns === 1 ? page.innerWidth : Math.round((Theme.tablet ? 396 : 324) * Math.min(Theme.textScale, 1.3))
    readonly property real third: page.columns === 3 ? Math.round(336 * Math.min(Theme.textScale, 1.3)) : 0
    readonly property real second: page.columns === 1 ? page.innerWidth : page.innerWidth - page.first - Theme.gap - (page.third > 0 ? page.third + Theme.gap : 0)
    // Read when it comes to the front, and when it is about somebody else.
    readonly property string wanted: page.visible ? page.sheet.personId : ""
    signal openForm(string type, string personId, var preset)
    signal editForm(string recordId)
    signal message(string recordId)
    signal ask(string agency)
    signal openHistory(string recordId)
    signal ring(string number)
    required property ConferenceListModel conferences
    signal openConference(string conferenceId)

    function add(type: string, preset: var) {
        page.openForm(type, page.plan.personId, preset);
    }
    function showCrisis() {
        crisis.open();
    }

    topMargin: Theme.gap
    about: page.sheet.personId
    onWantedChanged: {
        if (page.wanted.length > 0) {
            page.plan.open(page.wanted);
            page.conferences.open(page.wanted);
        }
    }

    Column {
        id: one
        width: page.first
        spacing: Theme.gap

        Notice {
            visible: page.plan.slow
            width: parent.width
            kind: Notice.Kind.Calm
            iconName: "clock"
            title: qsTr("Still at work on this device", "plan: reading or saving takes longer than a second")
            text: qsTr("What is saved is safe.", "plan: reading or saving takes longer than a second")
        }
        Notice {
            visible: page.plan.errorTitle.length > 0
            width: parent.width
            kind: Notice.Kind.Danger
            arrives: true
            title: page.plan.errorTitle
            text: page.plan.errorText
            action: qsTr("Look again", "button: reads a page again after something went wrong")
            onActionChosen: page.plan.open(page.plan.personId)
        }
        NotHereNotice {
            width: one.width
            sheet: page.sheet
            onAsk: agency => page.ask(agency)
        }
        LockedSection {
            width: one.width
            sheet: page.sheet
            onRing: number => page.ring(number)
        }
        Notice {
            visible: page.plan.twoLeads.length > 0
            width: parent.width
            title: qsTr("Two agencies lead a plan", "plan")
            text: page.plan.twoLeads
        }
        PrimaryButton {
            objectName: "crisisCall"
            visible: (page.parts.crisis ?? []).length > 0
            width: parent.width
            least: Theme.mainCall
            iconName: "alert"
            text: qsTr("Crisis plan", "button: opens it")
            onClicked: page.showCrisis()
        }
        Panel {
            width: parent.width
            title: qsTr("Who leads", "plan: heading above the case owner")
            EmptyState {
                visible: page.plan.loaded && (page.parts.leads ?? []).length === 0
                width: parent.width
                text: qsTr("Nobody leads a plan for %1 yet.", "plan: %1 the person").arg(page.plan.called)
                action: page.plan.mayOpen ? qsTr("Open a plan", "button") : ""
                onActionChosen: page.add("care-plan", {})
            }
            Repeater {
                id: leads
                model: (page.parts.leads ?? []).concat(page.parts.formerLeads ?? [])
                PlanLead {
                    required property var modelData
                    required property int index
                    lead: modelData
                    first: index === 0
                    last: index === leads.count - 1
                    busy: page.plan.busy
                    onRing: number => page.ring(number)
                    onEdit: page.editForm(modelData.id)
                    onHistory: page.openHistory(modelData.id)
                    onWhoSees: seen.show(modelData.id)
                    onMessage: page.message(modelData.id)
                    onPassOn: colleague.ask(modelData.id, "", true, modelData.agency)
                    onTakeBack: page.plan.takeBackPlan(modelData.id)
                    onAccept: page.plan.acceptPlan(modelData.id)
                    onDecline: answers.ask("declinePlan", modelData.id, "")
                    onClose: answers.ask("closePlan", modelData.id, "")
                }
            }
        }
        ConferencesPanel {
            width: parent.width
            list: page.conferences
            onOpened: id => page.openConference(id)
            onCall: page.add("conference", {})
        }
        Repeater {
            model: page.parts.aboutMe ?? []
            PlanAboutMe {
                required property var modelData
                width: one.width
                about: modelData
                onEdit: page.editForm(modelData.id)
                onHistory: page.openHistory(modelData.id)
                onWhoSees: seen.show(modelData.id)
                onMessage: page.message(modelData.id)
            }
        }
        SecondaryButton {
            visible: page.plan.loaded && (page.parts.aboutMe ?? []).length === 0
            iconName: "speech"
            text: qsTr("Write down what matters to %1", "button: %1 the person").arg(page.plan.called)
            width: Math.min(implicitWidth, parent.width)
            onClicked: page.add("about-me", {})
        }
        PlanFacts {
            width: parent.width
            title: qsTr("Death", "plan")
            facts: page.parts.deaths ?? []
            onEdit: id => page.editForm(id)
            onHistory: id => page.openHistory(id)
            onWhoSees: id => seen.show(id)
            onMessage: id => page.message(id)
            onEnd: (id, about, ending) => ends.ask(id, about, ending)
        }
        PlanFacts {
            width: parent.width
            title: qsTr("Hospital at home", "section of a placement")
            facts: page.parts.episodes ?? []
            urgent: true
            onEdit: id => page.editForm(id)
            onHistory: id => page.openHistory(id)
            onWhoSees: id => seen.show(id)
            onMessage: id => page.message(id)
            onRing: number => page.ring(number)
        }
        PlanFacts {
            width: parent.width
            title: qsTr("Alerts", "front sheet")
            facts: page.parts.risks ?? []
            emptyText: page.plan.loaded ? page.sheet.notHere.length > 0 ? qsTr("None is here. See above.", "plan: alerts, where an agency's are not on this device") : qsTr("No alerts are written down.", "plan") : ""
            addWords: qsTr("Add", "button: adds a row to a list")
            urgent: true
            onAdd: page.add("risk-alert", {})
            onEdit: id => page.editForm(id)
            onHistory: id => page.openHistory(id)
            onWhoSees: id => seen.show(id)
            onMessage: id => page.message(id)
            onEnd: (id, about, ending) => ends.ask(id, about, ending)
        }
        PlanFacts {
            width: parent.width
            title: qsTr("Allergies", "plan")
            facts: page.parts.allergies ?? []
            emptyText: page.plan.loaded ? page.sheet.notHere.length > 0 ? qsTr("None is here. See above, and ask.", "plan: allergies, where an agency's are not on this device") : qsTr("Nobody has written down whether there are any. Ask.", "plan: allergies") : ""
            warning: page.plan.allergyDispute
            addWords: qsTr("Add", "button: adds a row to a list")
            urgent: true
            onAdd: page.add("allergy", {})
            onEdit: id => page.editForm(id)
            onHistory: id => page.openHistory(id)
            onWhoSees: id => seen.show(id)
            onMessage: id => page.message(id)
            onEnd: (id, about, ending) => ends.ask(id, about, ending)
        }
        PlanFacts {
            width: parent.width
            title: qsTr("Decided in advance", "plan: ReSPECT, DNACPR, advance decision, attorney")
            facts: page.parts.decided ?? []
            addWords: qsTr("Add", "button: adds a row to a list")
            onAdd: page.add("advance-plan", {})
            onEdit: id => page.editForm(id)
            onHistory: id => page.openHistory(id)
            onWhoSees: id => seen.show(id)
            onMessage: id => page.message(id)
            onEnd: (id, about, ending) => ends.ask(id, about, ending)
            onRing: number => page.ring(number)
        }
    }

    PlanWork {
        id: two
        x: page.columns === 1 ? 0 : one.width + Theme.gap
        y: page.columns === 1 ? one.height + Theme.gap : 0
        width: page.second
        plan: page.plan
        onAdd: (type, preset) => page.add(type, preset)
        onEdit: id => page.editForm(id)
        onHistory: id => page.openHistory(id)
        onWhoSees: id => seen.show(id)
        onMessage: id => page.message(id)
        onEnd: (id, about, ending) => ends.ask(id, about, ending)
        onAnswer: (kind, id, about) => answers.ask(kind, id, about)
        onPass: (id, about) => colleague.ask(id, about, false, "")
    }

    // Beside the others, or below the shorter of two.
    PlanSide {
        id: three
        readonly property bool belowFirst: page.columns === 2 && one.height < two.height
        x: page.columns === 3 ? two.x + two.width + Theme.gap : three.belowFirst ? one.x : two.x
        y: page.columns === 3 ? 0 : three.belowFirst ? one.y + one.height + Theme.gap : two.y + two.height + Theme.gap
        width: page.columns === 3 ? page.third : three.belowFirst ? page.first : page.second
        plan: page.plan
        onAdd: type => page.add(type, {})
        onEdit: id => page.editForm(id)
        onHistory: id => page.openHistory(id)
        onWhoSees: id => seen.show(id)
        onMessage: id => page.message(id)
        onEnd: (id, about, ending) => ends.ask(id, about, ending)
        onRing: number => page.ring(number)
    }

    PlanEndSheet {
        id: ends
        objectName: "planEnds"
        plan: page.plan
    }
    PlanAnswerSheet {
        id: answers
        objectName: "planAnswers"
        plan: page.plan
    }
    PlanColleagueSheet {
        id: colleague
        objectName: "planColleague"
        plan: page.plan
    }
    WhoSeesSheet {
        id: seen
        objectName: "planSeen"
        plan: page.plan
    }
    CrisisSheet {
        id: crisis
        objectName: "planCrisis"
        parts: page.parts.crisis ?? []
        called: page.plan.called
        onRing: number => page.ring(number)
        onEdit: id => page.editForm(id)
        onHistory: id => page.openHistory(id)
    }
    Connections {
        target: page.sheet
        function onOpened() {
            page.plan.open(page.sheet.personId);
        }
    }
}
