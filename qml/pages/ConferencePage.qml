pragma ComponentBehavior: Bound
import QtQuick
import Frontsheet.Theme
import Frontsheet.Controls
import Frontsheet.ViewModels

// A case conference: called here, read before it, run at it by taps, and its minutes afterwards.
Item {
    id: page

    required property AppModel app
    readonly property ConferenceModel model: page.app.conference
    readonly property var head: page.model.page
    readonly property var steps: page.model.steps
    readonly property var mine: page.model.mine
    readonly property bool shown: page.model.loaded && !page.model.calling
    readonly property bool planned: page.shown && page.head.state === "planned"
    readonly property bool held: page.shown && page.head.state === "held"
    readonly property bool wide: page.width / Theme.textScale >= 980
    readonly property real margin: Theme.tablet ? (Theme.roomy(page.width + Theme.rail) ? 20 : 24) : 16
    property int part: 0 // before it, at it, its minutes
    property string backTo: qsTr("Today", "back link")
    signal back
    signal openPerson(string personId)
    signal addView(string personId, var preset)
    signal openHistory(string personId, string recordId)

    onHeldChanged: {
        if (page.held && page.part === 1)
            page.part = 2;
    }
    // Where one is by the clock, when it is opened.
    function begin() {
        const now = page.model.calling ? {} : page.model.page;
        page.part = now.state === "held" ? 2 : now.state === "planned" && now.past ? 1 : 0;
    }
    Connections {
        target: page.model
        function onLoadedChanged() {
            page.begin();
        }
        function onChanged() {
            if (page.visible && page.model.personId.length > 0 && page.app.frontSheet.personId !== page.model.personId)
                page.app.frontSheet.open(page.model.personId);
        }
    }

    PersonHead {
        id: banner
        width: parent.width
        sheet: page.app.frontSheet
        margin: page.margin
        onVersionsChosen: page.openPerson(page.model.personId)
    }
    ScrollPage {
        id: scroll
        reading: !page.model.loaded && page.model.errorTitle.length === 0
        objectName: "conferenceScroll"
        about: page.model.conferenceId || page.model.personId // one that is being called has no id yet
        anchors.top: banner.bottom
        anchors.bottom: parent.bottom
        width: parent.width
        margin: page.margin
        topMargin: Theme.s2
        readonly property real side: page.wide ? Math.round(Math.min(440, innerWidth * 0.38)) : innerWidth
        readonly property real main: page.wide ? innerWidth - side - Theme.s6 : innerWidth

        Column {
            id: top
            width: parent.width
            spacing: Theme.s3

            Flow {
                width: parent.width
                spacing: Theme.s5
                BackLink {
                    text: page.backTo
                    onClicked: {
                        page.model.flush();
                        page.back();
                    }
                }
                LinkButton {
                    text: qsTr("Front sheet", "link from a page about one of somebody's records")
                    spoken: qsTr("Front sheet of %1", "screen reader: %1 name").arg(page.app.frontSheet.calledName)
                    iconAfter: "chevron-right"
                    onClicked: {
                        page.model.flush();
                        page.openPerson(page.model.personId);
                    }
                }
            }
            Notice {
                visible: page.model.errorTitle.length > 0
                width: parent.width
                kind: Notice.Kind.Danger
                arrives: true
                title: page.model.errorTitle
                text: page.model.errorText
            }
            PageTitle {
                visible: page.model.calling
                width: parent.width
                text: qsTr("Call a conference about %1", "page name, %1 the person").arg(page.model.called)
            }
            ConferenceCall {
                visible: page.model.calling
                width: parent.width
                model: page.model
                onInvite: more.ask()
                onGivenUp: {
                    page.model.giveUpCall();
                    page.back();
                }
            }
            Flow {
                visible: page.shown
                width: parent.width
                spacing: Theme.s3
                PageTitle {
                    width: Math.min(implicitWidth, parent.width)
                    text: page.head.title ?? ""
                }
                StateChip {
                    text: page.head.chip?.text ?? ""
                    iconName: page.head.chip?.iconName ?? ""
                    kind: page.head.chip?.kind ?? StateChip.Kind.Outline
                }
            }
            Column {
                visible: page.shown
                width: parent.width
                spacing: 2
                Repeater {
                    model: [page.head.when ?? "", page.head.place ?? "", page.head.why ?? "", page.head.person ?? ""]
                    Label {
                        required property string modelData
                        required property int index
                        visible: text.length > 0
                        width: parent ? parent.width : 0
                        text: modelData
                        strong: index === 0
                    }
                }
                AgencyBadge {
                    width: parent.width
                    initials: page.head.badge?.initials ?? ""
                    shortName: page.head.badge?.shortName ?? ""
                    hue: page.head.badge?.hue ?? 0
                    trailing: page.head.chair ?? ""
                }
                Label {
                    width: parent.width
                    text: page.head.turnout ?? ""
                    color: Theme.ink2
                }
            }
            Notice {
                visible: page.shown && page.head.state === "cancelled"
                width: parent.width
                title: qsTr("It was called off", "a conference")
                text: page.head.off ?? ""
            }
            Notice {
                visible: page.planned && page.model.died
                width: parent.width
                kind: Notice.Kind.Danger
                title: qsTr("%1 has died", "a conference that is to come, %1 the person").arg(page.model.called)
                text: qsTr("It is not held. Call it off, so that nobody comes.", "a conference about somebody who has died")
            }
            ConferenceMine {
                visible: page.planned && page.mine.id !== undefined
                width: parent.width
                model: page.model
                onComing: page.model.answer("", "coming", "", "")
                onCannot: words.ask("cannot", "", qsTr("You cannot come", "sheet heading: an invitation"), qsTr("Tell them", "button: an answer to an invitation"), qsTr("Why not", "an answer to an invitation"))
                onDeputy: words.ask("deputy", "", qsTr("Somebody comes for you", "sheet heading: an invitation"), qsTr("Tell them", "button: an answer to an invitation"), qsTr("Who comes instead", "an answer to an invitation"))
            }
            SegmentedChoice {
                visible: page.shown && page.head.state !== "cancelled"
                height: visible ? implicitHeight : 0
                width: Math.min(parent.width, Math.round(560 * Theme.textScale))
                label: qsTr("Part of the conference", "a choice")
                options: [qsTr("Before", "part of a conference"), qsTr("At the meeting", "part of a conference"), qsTr("Minutes", "part of a conference")]
                current: page.part
                onChosen: index => page.part = index
            }
        }
        Column {
            id: left
            y: top.height + Theme.gap
            visible: page.shown
            width: scroll.main
            spacing: Theme.gap

            PlanViews {
                visible: page.part === 0
                width: parent.width
                wishes: page.model.wishes
                views: page.model.views
                missing: page.model.wishMissing
                called: page.model.called
                onAdd: own => page.addView(page.model.personId, own ? {
                        whose: "person",
                        about: "conference"
                    } : {})
                onHistory: id => page.openHistory(page.model.personId, id)
            }
            ConferenceOpenWork {
                visible: page.part === 0
                width: parent.width
                model: page.model
            }
            ConferenceInvited {
                visible: page.part === 1
                width: parent.width
                model: page.model
                counting: true
                onInvite: more.ask()
            }
            ConferenceMinutes {
                visible: page.part === 2
                width: parent.width
                model: page.model
            }
            ConferenceDecisions {
                visible: page.part > 0
                width: parent.width
                model: page.model
                onAdd: decision.ask("")
                onDissent: id => decision.ask(id)
                onInError: id => words.ask("error", id, qsTr("It was not decided so", "sheet heading: a decision"), qsTr("Mark it", "button: a decision that was written down wrongly"), qsTr("What is wrong with it", "a decision that was written down wrongly"))
            }
            ConferenceActions {
                visible: page.part > 0
                width: parent.width
                model: page.model
                onAdd: task.ask()
                onRemind: (id, name) => words.ask("remind", id, qsTr("Remind %1", "sheet heading, %1 worker").arg(name), qsTr("Send", "button: a message"), qsTr("What you ask them", "reminding of an action"))
            }
            ConferenceSaid {
                visible: page.part > 0 && (page.steps.includes("hold") || page.steps.includes("minutes"))
                width: parent.width
                model: page.model
                onHold: hold.ask(page.model.called)
            }
        }
        Column {
            x: page.wide ? scroll.main + Theme.s6 : 0
            y: page.wide ? left.y : left.y + left.height + Theme.gap
            visible: page.shown
            width: scroll.side
            spacing: Theme.gap

            ConferenceInvited {
                visible: page.part === 0
                width: parent.width
                model: page.model
                onInvite: more.ask()
                onAnswerFor: (id, name) => words.ask("cannot", id, qsTr("%1 cannot come", "sheet heading").arg(name), qsTr("Write it down", "button: somebody cannot come"), qsTr("Why not", "an answer to an invitation"))
            }
            PlanViews {
                visible: page.part === 1
                width: parent.width
                wishes: page.model.wishes
                views: page.model.views
                missing: page.model.wishMissing
                called: page.model.called
                onAdd: own => page.addView(page.model.personId, own ? {
                        whose: "person",
                        about: "conference"
                    } : {})
                onHistory: id => page.openHistory(page.model.personId, id)
            }
            ConferenceWhoSees {
                width: parent.width
                model: page.model
            }
            Flow {
                visible: page.planned && page.steps.length > 0
                width: parent.width
                spacing: Theme.s2
                SecondaryButton {
                    visible: page.steps.includes("move")
                    iconName: "clock"
                    text: qsTr("Another day or place", "button: a conference")
                    onClicked: move.ask(page.head.place)
                }
                SecondaryButton {
                    visible: page.steps.includes("off")
                    iconName: "stop"
                    text: qsTr("Call it off", "button: a conference")
                    onClicked: words.ask("off", "", qsTr("Call it off", "sheet heading: a conference"), qsTr("Call it off", "button: a conference"), qsTr("Why. Everybody who was asked reads it.", "a conference that is called off"))
                }
            }
            LinkButton {
                leftPadding: 0
                text: qsTr("Earlier versions", "button on a record: what it said before, and who changed it")
                textColor: Theme.ink2
                onClicked: page.openHistory(page.model.personId, page.model.conferenceId)
            }
        }
    }
    ConferenceInviteSheet {
        id: more
        objectName: "conferenceInvite"
        model: page.model
    }
    ConferenceMoveSheet {
        id: move
        objectName: "conferenceMove"
        model: page.model
    }
    ConferenceDecisionSheet {
        id: decision
        objectName: "conferenceDecision"
        model: page.model
    }
    ConferenceActionSheet {
        id: task
        objectName: "conferenceAction"
        model: page.model
    }
    ConferenceHoldSheet {
        id: hold
        objectName: "conferenceHold"
        model: page.model
    }
    ConferenceWordsSheet {
        id: words
        objectName: "conferenceWords"
        model: page.model
    }
}
