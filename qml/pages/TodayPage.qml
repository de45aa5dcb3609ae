pragma ComponentBehavior: Bound
import QtQuick
import Frontsheet.Theme
import Frontsheet.Controls
import Frontsheet.ViewModels

// What waits for you, your drafts and people on the left; the answers to what you asked on the right.
ScrollPage {
    id: page

    required property AppModel app
    readonly property TodayModel today: page.app.today
    reading: !page.today.loaded && page.today.errorTitle.length === 0
    readonly property bool wide: page.innerWidth / Theme.textScale >= 900
    readonly property real side: page.wide ? Math.round(Math.min(440, page.innerWidth * 0.34)) : page.innerWidth
    readonly property real main: page.wide ? page.innerWidth - page.side - Theme.gap : page.innerWidth
    signal openPerson(string personId)
    signal openPlan(string personId)
    signal openReferral(string referralId)
    signal openPlacement(string placementId)
    signal openDraft(string personId, string draftId)
    signal resumeForm(string recordId)
    signal openProposals
    signal openPermissions(string personId)
    signal openPeople(string search)
    signal openReferrals
    signal openSharing
    signal openTeam
    signal openReports
    signal openOwnWork
    signal openVersions(string personId, string recordId, string op)
    signal openVisit(string visitId, string personId)
    signal writeVisitNote(string visitId, string personId)
    signal refer(string personId)
    signal ring(string number)
    signal openMeasure(string personId, string instrument, string measureId)
    signal openMessages(string personId)
    signal openConference(string conferenceId)

    PageHead {
        id: head
        width: parent.width
        title: qsTr("Today", "page name")
        under: page.today.date
        aside: [
            SearchField {
                width: Math.min(page.innerWidth, Math.round(292 * Theme.textScale))
                hint: qsTr("Find a person", "search field on Today")
                onAccepted: page.openPeople(text)
            }
        ]
    }

    Column {
        id: left
        y: head.height + Theme.s4
        width: page.main
        spacing: Theme.s5

        LockedNotice {
            width: parent.width
            app: page.app
        }
        Notice {
            visible: page.today.errorTitle.length > 0
            width: parent.width
            arrives: true
            title: page.today.errorTitle
            text: page.today.errorText
        }
        RoundSection {
            objectName: "roundSection"
            visible: round.visits.length + round.unanswered.length + round.unsafe.length > 0
            width: parent.width
            round: page.app.round
            onOpenVisit: (visit, person) => page.openVisit(visit, person)
            onOpenPerson: person => page.openPerson(person)
            onWriteNote: (visit, person) => page.writeVisitNote(visit, person)
            onRefer: person => page.refer(person)
            onRing: number => page.ring(number)
            onSecretShown: record => page.app.frontSheet.secretShown(record)
            onOpenMeasure: (person, instrument, measure) => page.openMeasure(person, instrument, measure)
        }
        OffersSection {
            objectName: "offersSection"
            width: parent.width
            offers: page.app.offers
            onOpened: person => page.openPerson(person)
        }
        ReferralSection {
            width: parent.width
            rows: page.today.waiting
            title: qsTr("Waiting for your answer", "section on Today: referrals addressed to you")
            emphasised: true
            onOpened: id => page.openReferral(id)
        }
        OwnWorkSection {
            objectName: "cameBack"
            width: parent.width
            rows: page.app.ownWork.cameBack
            title: qsTr("Came back to you", "section on Today: actions that somebody said no to")
            waiting: true
            onOpened: person => page.openPlan(person)
        }
        OwnWorkSection {
            objectName: "notClosed"
            width: parent.width
            rows: page.app.ownWork.notClosed
            title: qsTr("Earlier visits: say what came of them", "section on Today: visits of earlier days that are still planned")
            waiting: true
            onVisitOpened: (visit, person) => page.openVisit(visit, person)
        }
        OwnWorkSection {
            objectName: "toDo"
            width: parent.width
            rows: page.app.ownWork.toDo
            title: qsTr("Yours to do", "section on Today: actions that this worker said yes to")
            onOpened: person => page.openPlan(person)
        }
        Notice {
            visible: page.app.governance.mine && page.app.governance.waiting > 0
            width: parent.width
            iconName: "shield"
            title: qsTr("%n thing(s) wait(s) for your agency", "governance list", page.app.governance.waiting)
            text: qsTr("Agreements, emergencies and objections to look at.", "governance lead, on Today")
            action: qsTr("Look at them", "button: open the governance list")
            onActionChosen: page.openSharing()
        }
        Notice {
            objectName: "teamNeeds"
            visible: page.app.team.mine && page.app.team.loaded && page.app.team.needing + page.app.team.overdue.length > 0
            width: parent.width
            iconName: "people"
            title: page.app.team.summary
            text: qsTr("What nobody has waits for you to find somebody.", "team manager, on Today")
            action: qsTr("Look at the team", "button: open the team page")
            onActionChosen: page.openTeam()
        }
        ConferencesSection {
            objectName: "conferencesSection"
            width: parent.width
            list: page.app.conferences
            onOpened: id => page.openConference(id)
        }
        VersionsSection {
            width: parent.width
            rows: page.app.versions.mine
            onOpened: (person, record, op) => page.openVersions(person, record, op)
        }
        AskedSection {
            width: parent.width
            asked: page.today.asked
            onOpened: person => page.openPermissions(person)
        }
        ReviewsSection {
            width: parent.width
            rows: page.today.reviews
            aside: page.today.reviewsAside
            onOpened: placement => page.openPlacement(placement)
        }
        DraftsSection {
            width: parent.width
            rows: page.today.drafts
            onOpened: (person, draft) => page.openDraft(person, draft)
        }
        UnfinishedSection {
            width: parent.width
            form: page.app.form
            onResumed: id => page.resumeForm(id)
            onReferred: id => page.refer(id)
        }
        Panel {
            visible: page.today.proposals > 0
            width: parent.width
            LeadRow {
                first: true
                last: true
                iconName: "person-question"
                text: qsTr("%n pair(s) of records may be the same person. Somebody who knows them decides.", "Today", page.today.proposals)
                onClicked: page.openProposals()
            }
        }
        ReferralSection {
            width: parent.width
            rows: page.today.taken
            title: qsTr("You have taken", "section on Today: referrals accepted by you")
            onOpened: id => page.openReferral(id)
        }
        OwnWorkSection {
            objectName: "comingUp"
            width: parent.width
            rows: page.app.ownWork.comingUp
            title: qsTr("Visits to come", "section on Today")
            onVisitOpened: (visit, person) => page.openVisit(visit, person)
        }
        Column {
            width: parent.width
            spacing: Theme.s2
            SectionHead {
                width: parent.width
                title: qsTr("Your people", "section on Today: the caseload")
                count: page.today.peopleTotal
            }
            Panel {
                width: parent.width
                EmptyState {
                    visible: page.today.loaded && page.today.people.length === 0
                    width: parent.width
                    text: qsTr("Nobody is on your list yet. A person joins it when you accept a referral.", "Today")
                    action: qsTr("Find a person", "button")
                    onActionChosen: page.openPeople("")
                }
                Repeater {
                    model: page.today.people
                    PersonRow {
                        id: one
                        required property var modelData
                        required property int index
                        name: modelData.name
                        age: modelData.age
                        born: modelData.born
                        town: modelData.town
                        nhs: ""
                        snippet: ""
                        spoken: Spoken.join([one.name, one.age, one.born, one.town])
                        agencies: modelData.agencies
                        first: index === 0
                        underHeading: false
                        last: index === page.today.people.length - 1 && !more.visible
                        onClicked: page.openPerson(modelData.personId)
                    }
                }
                PanelRow {
                    id: more
                    visible: page.today.peopleTotal > page.today.people.length
                    height: visible ? implicitHeight : 0
                    leads: true
                    last: true
                    spoken: moreWords.text
                    onClicked: page.openPeople("")
                    Label {
                        id: moreWords
                        text: qsTr("All %n people", "opens the caseload", page.today.peopleTotal)
                        strong: true
                        color: Theme.accent
                        Accessible.ignored: true
                    }
                }
            }
        }
    }

    Column {
        x: page.wide ? page.main + Theme.gap : 0
        y: page.wide ? left.y : left.y + left.height + Theme.s5
        width: page.side
        spacing: Theme.s5

        MessagesSection {
            width: parent.width
            rows: page.app.messages.unread
            onOpened: person => page.openMessages(person)
            onReferralOpened: referral => page.openReferral(referral)
        }
        Column {
            width: parent.width
            spacing: Theme.s2
            SectionHead {
                width: parent.width
                title: qsTr("Answers to your referrals", "section on Today")
                count: page.today.answers.length > 0 ? page.today.answers.length : ""
            }
            Panel {
                width: parent.width
                EmptyState {
                    visible: page.today.loaded && page.today.answers.length === 0
                    width: parent.width
                    text: qsTr("No answers yet. They come here, whatever they are.", "Today")
                }
                Repeater {
                    model: page.today.answers
                    ReferralRow {
                        required property var modelData
                        required property int index
                        row: modelData
                        first: index === 0
                        underHeading: false
                        last: index === page.today.answers.length - 1
                        callText: row.needsMyAnswer ? qsTr("Answer", "button on a referral that asks you something") : row.unread ? qsTr("Read it", "button on a referral whose outcome is not read yet") : ""
                        onCalled: page.openReferral(row.id)
                        onClicked: page.openReferral(row.id)
                    }
                }
            }
        }
        ReferralSection {
            width: parent.width
            rows: page.today.unanswered
            title: qsTr("Still waiting", "section on Today: your referrals without an answer")
            onOpened: id => page.openReferral(id)
        }
        Panel {
            visible: page.today.loaded
            width: parent.width
            LeadRow {
                first: true
                text: qsTr("What is in your hands: when you are away, and handing over", "Today: leads to the worker's own page")
                onClicked: page.openOwnWork()
            }
            LeadRow {
                last: true
                text: qsTr("Reports: after discharge, and how referrals went", "Today: leads to the reports")
                onClicked: page.openReports()
            }
        }
    }
}
