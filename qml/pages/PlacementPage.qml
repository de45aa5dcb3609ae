pragma ComponentBehavior: Bound
import QtQuick
import Frontsheet.Theme
import Frontsheet.Controls
import Frontsheet.ViewModels

// One placement: their own words first, what is due and what may be done, the way home, goals, and what was.
Item {
    id: page

    required property AppModel app
    readonly property PlacementModel placement: page.app.placement
    readonly property var standing: page.placement.page
    readonly property var said: page.placement.ownWords
    readonly property var steps: page.placement.steps
    readonly property bool wide: (page.width - 2 * page.margin) / Theme.textScale >= 980
    readonly property real margin: Theme.tablet ? (Theme.roomy(page.width + Theme.rail) ? 20 : 24) : 16
    property string backTo: qsTr("Placements", "back link")
    signal back
    signal openPerson(string personId)
    signal openHistory(string personId, string recordId)
    signal writeGoal(string personId, string placementId)
    signal openRecord(string recordId)
    signal ring(string number)
    signal openConference(string conferenceId)
    signal callConference(string personId, string placementId)

    // What was chosen on the board, once it is known that it may be done.
    property string asked: ""
    function begin(step: string) {
        page.asked = step;
        page.beginAsked();
    }
    function beginAsked() {
        if (page.asked.length === 0 || !page.placement.loaded)
            return;
        const step = page.steps.includes(page.asked) ? page.asked : "";
        page.asked = "";
        if (step === "review")
            review.ask();
        else if (step === "trial")
            trialSheet.ask();
        else if (step === "date")
            date.ask();
        else if (step === "end")
            outcome.ask();
        else if (step === "again")
            page.placement.takeUpAgain();
        else if (step === "back")
            page.placement.takeTrialBack();
    }

    PersonHead {
        id: banner
        width: parent.width
        sheet: page.app.frontSheet
        margin: page.margin
        onVersionsChosen: page.openPerson(page.placement.personId)
    }
    Connections {
        target: page.placement
        function onLoadedChanged() {
            page.beginAsked();
        }
        function onChanged() {
            page.beginAsked();
            if (page.visible && page.placement.personId.length > 0)
                page.app.conferences.open(page.placement.personId);
            if (page.visible && page.placement.personId.length > 0 && page.app.frontSheet.personId !== page.placement.personId)
                page.app.frontSheet.open(page.placement.personId);
        }
    }

    ScrollPage {
        id: scroll
        reading: !page.placement.loaded && page.placement.errorTitle.length === 0
        objectName: "placementScroll"
        about: page.placement.placementId
        anchors.top: banner.bottom
        anchors.bottom: parent.bottom
        width: parent.width
        margin: page.margin
        topMargin: Theme.s2
        readonly property real side: page.wide ? Math.round(Math.min(420, innerWidth * 0.36)) : innerWidth
        readonly property real main: page.wide ? innerWidth - side - Theme.s6 : innerWidth

        Column {
            id: left
            width: scroll.main
            spacing: Theme.s4

            Flow {
                width: parent.width
                spacing: Theme.s5
                BackLink {
                    text: page.backTo
                    onClicked: page.back()
                }
                LinkButton {
                    text: qsTr("Front sheet", "link from a page about one of somebody's records")
                    spoken: qsTr("Front sheet of %1", "screen reader: %1 name").arg(page.app.frontSheet.calledName)
                    iconAfter: "chevron-right"
                    onClicked: page.openPerson(page.placement.personId)
                }
            }
            Notice {
                visible: page.placement.errorTitle.length > 0
                width: parent.width
                arrives: true
                title: page.placement.errorTitle
                text: page.placement.errorText
            }
            Column {
                visible: page.placement.loaded
                width: parent.width
                spacing: Theme.s1
                Flow {
                    width: parent.width
                    spacing: Theme.s3
                    PageTitle {
                        width: Math.min(implicitWidth, parent.width)
                        text: page.placement.loaded ? page.standing.title : ""
                    }
                    StateChip {
                        text: page.placement.loaded ? page.standing.stage : ""
                        iconName: page.placement.loaded && page.standing.ended ? "check" : "home"
                        kind: page.placement.loaded && page.standing.ended ? StateChip.Kind.Outline : StateChip.Kind.Tint
                    }
                }
                Label {
                    width: parent.width
                    text: page.placement.loaded ? page.standing.detail : ""
                }
                Label {
                    width: parent.width
                    text: page.placement.loaded ? page.standing.since : ""
                    color: Theme.ink2
                }
                AgencyBadge {
                    width: parent.width
                    initials: page.placement.loaded ? page.standing.badge.initials : ""
                    shortName: page.placement.loaded ? page.standing.badge.shortName : ""
                    hue: page.placement.loaded ? page.standing.badge.hue : 0
                    trailing: page.placement.loaded ? page.standing.officer : ""
                }
            }
            Notice {
                visible: page.placement.loaded && page.standing.died.length > 0
                width: parent.width
                title: page.placement.loaded ? page.standing.died : ""
                text: page.steps.length > 0 ? qsTr("Nothing is due any more. Say how the placement ended.", "placement of somebody who has died") : qsTr("Nothing is due any more.", "placement of somebody who has died")
            }
            OwnWords {
                visible: page.said.length > 0
                width: parent.width
                title: qsTr("In their own words", "section of a placement")
                words: visible ? page.said[0].words : ""
                shortName: page.placement.loaded && visible ? page.standing.badge.shortName : ""
                initials: page.placement.loaded && visible ? page.standing.badge.initials : ""
                hue: page.placement.loaded && visible ? page.standing.badge.hue : 0
                date: visible ? page.said[0].when : ""
            }
            Notice {
                visible: page.placement.loaded && page.standing.unasked && !page.standing.ended
                width: parent.width
                iconName: "question"
                title: qsTr("Nobody has asked what they want", "placement")
                text: page.placement.loaded && page.standing.unaskedBecause.length > 0 ? page.standing.unaskedBecause : qsTr("Their own words come first at the review.", "placement")
            }
            SaidBefore {
                visible: page.said.length > 1
                width: parent.width
                model: page.placement
            }
            PlacementOutcome {
                width: parent.width
                model: page.placement
            }
            PlacementDue {
                width: parent.width
                model: page.placement
            }
            Flow {
                visible: page.steps.length > 0
                width: parent.width
                spacing: Theme.s2
                // It stands out once it is nearly due: after one was held something else comes first.
                NextButton {
                    next: page.placement.loaded && page.standing.soon
                    visible: page.steps.includes("review")
                    iconName: "review"
                    text: qsTr("Hold the review", "button: a placement")
                    onClicked: review.ask()
                }
                SecondaryButton {
                    visible: page.steps.includes("trial")
                    iconName: "home"
                    text: qsTr("Begin a trial at home", "button: a placement")
                    onClicked: trialSheet.ask()
                }
                SecondaryButton {
                    visible: page.steps.includes("date")
                    text: qsTr("Move the date", "button: the review of a placement")
                    onClicked: date.ask()
                }
                SecondaryButton {
                    visible: page.steps.includes("end")
                    text: qsTr("Say how it ended", "button: a placement")
                    onClicked: outcome.ask()
                }
                SecondaryButton {
                    visible: page.placement.mayPassOn
                    text: qsTr("Pass it on", "sheet heading: a placement, to another reviewing officer")
                    onClicked: pass.ask()
                }
                SecondaryButton {
                    visible: page.steps.includes("again")
                    iconName: "undo"
                    text: qsTr("Take it up again", "button: a placement that was ended too early")
                    enabled: !page.placement.busy
                    onClicked: page.placement.takeUpAgain()
                }
                SecondaryButton {
                    visible: page.steps.includes("back")
                    iconName: "undo"
                    text: qsTr("Take the trial back", "button: a placement, the trial at home was set down by mistake")
                    enabled: !page.placement.busy
                    onClicked: page.placement.takeTrialBack()
                }
            }
            Notice {
                visible: page.placement.loaded && page.placement.askedToTake.length > 0
                width: parent.width
                kind: Notice.Kind.Calm
                iconName: "person"
                title: qsTr("%1 is asked to take this over", "a placement, %1 worker").arg(page.placement.askedToTake)
                text: qsTr("Until they say yes it stays with its reviewing officer.", "a placement that is offered")
                action: page.placement.mayTakeBack ? qsTr("Take the offer back", "button: a colleague was asked to take something over") : ""
                onActionChosen: page.placement.takeOfferBack()
            }
            WayHomePanel {
                visible: page.placement.loaded && (page.placement.mine || page.placement.checklist.length > 0)
                width: parent.width
                model: page.placement
                onAskFor: (item, what) => ask.ask(item, what)
            }
            GoalsPanel {
                visible: page.placement.loaded && (page.placement.mine || page.placement.goals.length > 0)
                width: parent.width
                model: page.placement
                onAdd: page.writeGoal(page.placement.personId, page.placement.placementId)
                onOpened: goal => page.openRecord(goal)
            }
        }
        Column {
            x: page.wide ? scroll.main + Theme.s6 : 0
            y: page.wide ? Theme.s3 : left.height + Theme.s4
            visible: page.placement.loaded
            width: scroll.side
            spacing: Theme.s4

            RingButton {
                visible: page.placement.homePhone.length > 0
                width: parent.width
                least: Theme.mainCall
                who: page.placement.loaded ? page.standing.title : ""
                number: page.placement.homePhone
                onRing: number => page.ring(number)
            }
            ReviewsPanel {
                width: parent.width
                model: page.placement
            }
            ConferencesPanel {
                width: parent.width
                list: page.app.conferences
                placement: page.placement.placementId
                mayCall: page.placement.mine
                onOpened: id => page.openConference(id)
                onCall: page.callConference(page.placement.personId, page.placement.placementId)
            }
            EpisodesPanel {
                visible: page.placement.episodes.length > 0
                width: parent.width
                model: page.placement
                onEdit: id => page.openRecord(id)
            }
            HeldReviewsPanel {
                visible: page.placement.reviews.length > 0
                width: parent.width
                model: page.placement
            }
            PlacementFacts {
                width: parent.width
                model: page.placement
                onEdit: page.openRecord(page.placement.placementId)
            }
            LinkButton {
                leftPadding: 0
                text: qsTr("Earlier versions", "button on a record: what it said before, and who changed it")
                textColor: Theme.ink2
                onClicked: page.openHistory(page.placement.personId, page.placement.placementId)
            }
        }
    }
    PassPlacementSheet {
        id: pass
        objectName: "passPlacement"
        model: page.placement
    }
    HoldReviewSheet {
        id: review
        objectName: "holdReview"
        model: page.placement
    }
    MoveDateSheet {
        id: date
        objectName: "moveDate"
        model: page.placement
    }
    TrialSheet {
        id: trialSheet
        objectName: "beginTrial"
        model: page.placement
    }
    OutcomeSheet {
        id: outcome
        objectName: "sayOutcome"
        model: page.placement
    }
    AskForSheet {
        id: ask
        objectName: "askFor"
        model: page.placement
    }
}
