pragma ComponentBehavior: Bound
import QtQuick
import Frontsheet.Theme
import Frontsheet.Controls
import Frontsheet.ViewModels

// One referral: where it truly stands, the clock, its way, the messages, and what this worker may do.
Item {
    id: page

    required property AppModel app
    readonly property TrackModel track: page.app.track
    readonly property var standing: page.track.page
    readonly property var covered: page.track.covered
    readonly property var fresh: {
        const found = [];
        for (const message of page.track.messages) {
            if (message.fresh)
                found.push(message);
        }
        return found;
    }
    readonly property bool wide: (page.width - 2 * page.margin) / Theme.textScale >= 980
    readonly property real margin: Theme.tablet ? (Theme.roomy(page.width + Theme.rail) ? 20 : 24) : 16
    readonly property bool ringBelow: !page.wide && (page.standing.main.number.length > 0 || page.standing.duty.number.length > 0)
    property string backTo: qsTr("Referrals", "back link")
    signal back
    signal openPerson(string personId)
    signal ring(string number)
    signal follow(string referralId)
    signal openHistory(string personId, string recordId)

    PersonHead {
        id: banner
        width: parent.width
        sheet: page.app.frontSheet
        margin: page.margin
        onVersionsChosen: page.openPerson(page.track.personId)
    }
    Connections {
        target: page.track
        function onChanged() {
            if (page.visible && page.track.personId.length > 0 && page.app.frontSheet.personId !== page.track.personId)
                page.app.frontSheet.open(page.track.personId);
            if (page.visible && page.track.unread)
                page.track.readMessages();
        }
        function onDone() {
            answers.done();
        }
        function onPassedOn() {
            if (page.visible)
                page.back();
        }
    }
    Connections {
        target: page.app.frontSheet
        enabled: page.visible && page.track.isCovered
        function onOpened() {
            page.track.open(page.track.referralId);
        }
    }

    ScrollPage {
        id: scroll
        reading: !page.track.loaded && page.track.errorTitle.length === 0
        about: page.track.referralId
        anchors.top: banner.bottom
        anchors.bottom: foot.top
        width: parent.width
        margin: page.margin
        topMargin: Theme.s2
        readonly property real side: page.wide ? Math.round(Math.min(460, innerWidth * 0.38)) : innerWidth
        readonly property real main: page.wide ? innerWidth - side - Theme.s6 : innerWidth

        Column {
            id: left
            width: scroll.main
            spacing: Theme.s3

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
                    onClicked: page.openPerson(page.track.personId)
                }
            }
            Column {
                width: parent.width
                spacing: 2
                PageTitle {
                    width: parent.width
                    text: page.track.need
                }
                Flow {
                    visible: page.track.loaded
                    width: parent.width
                    spacing: Theme.s2
                    Label {
                        text: page.standing.toLine
                        color: Theme.ink2
                    }
                    AgencyBadge {
                        initials: page.standing.badge.initials
                        shortName: page.standing.badge.shortName
                        hue: page.standing.badge.hue
                        type: Theme.body
                        nameColor: Theme.ink
                    }
                }
                Label {
                    visible: text.length > 0
                    topPadding: Theme.s1
                    width: Math.min(parent.width, 75 * Theme.body.size * 0.52)
                    text: page.standing.asked
                }
            }
            Notice {
                visible: page.track.errorTitle.length > 0
                width: parent.width
                arrives: true
                title: page.track.errorTitle
                text: page.track.errorText
            }
            LockedRow {
                visible: page.track.isCovered
                width: parent.width
                title: page.covered.title
                text: page.covered.text
                hidden: page.covered.state === "hidden"
                ask: page.covered.ask
                number: page.covered.number
                initials: page.covered.badge.initials
                shortName: page.covered.badge.shortName
                hue: page.covered.badge.hue
                onRing: number => page.ring(number)
                onOpenAsked: reasons.askFor(page.covered.home, page.covered.badge.shortName)
            }
            StandingCard {
                visible: page.track.loaded
                width: parent.width
                standing: page.standing
            }
            // What was not read yet stands where the eye falls, whatever else the page holds.
            Repeater {
                model: page.fresh
                Notice {
                    id: newWords
                    required property var modelData
                    width: parent ? parent.width : 0
                    title: qsTr("%1 wrote, %2", "a message on a referral that is new to this worker, %1 worker, %2 date and time").arg(newWords.modelData.author).arg(newWords.modelData.when)
                    text: newWords.modelData.text
                }
            }
            Notice {
                visible: page.standing.suggestion.length > 0
                width: parent.width
                kind: Notice.Kind.Calm
                title: qsTr("They suggest", "referral declined with a suggestion")
                text: page.standing.suggestion
            }
            Notice {
                objectName: "detour"
                visible: page.standing.detour.title.length > 0
                width: parent.width
                title: page.standing.detour.title
                text: page.standing.detour.text
                action: page.standing.detour.action
                onActionChosen: page.track.sendToDuty()
            }
            AnswerBar {
                width: parent.width
                track: page.track
                onAsk: kind => answers.ask(kind)
                onFollow: page.follow(page.track.referralId)
            }
            Thread {
                topPadding: Theme.s2
                width: parent.width
                stages: page.track.stages
            }
            LinkButton {
                objectName: "earlierVersions"
                visible: page.track.loaded && !page.track.isCovered
                leftPadding: 0
                text: qsTr("Earlier versions", "button on a record: what it said before, and who changed it")
                textColor: Theme.ink2
                onClicked: page.openHistory(page.track.personId, page.track.referralId)
            }
            LinkButton {
                visible: page.track.mayWithdraw
                leftPadding: 0
                text: qsTr("Withdraw this referral", "button: the sender takes a referral back")
                enabled: !page.track.busy
                onClicked: answers.ask("withdraw")
            }
            LinkButton {
                visible: page.track.mayReopen
                leftPadding: 0
                text: qsTr("Open it again", "button: the sender sends an ended referral once more")
                enabled: !page.track.busy
                onClicked: answers.ask("reopen")
            }
        }
        Column {
            visible: !page.track.isCovered
            x: page.wide ? scroll.main + Theme.s6 : 0
            y: page.wide ? Theme.s3 : left.height + Theme.s5
            width: scroll.side
            spacing: Theme.s3

            Column {
                visible: page.wide
                width: parent.width
                spacing: Theme.s2
                RingButton {
                    id: mainRing
                    width: parent.width
                    least: Theme.mainCall
                    main: true
                    who: page.standing.main.who
                    number: page.standing.main.number
                    onRing: number => page.ring(number)
                }
                RingButton {
                    id: dutyRing
                    width: parent.width
                    who: page.standing.duty.who
                    number: page.standing.duty.number
                    onRing: number => page.ring(number)
                }
            }
            SectionHead {
                width: parent.width
                title: qsTr("Messages", "on a referral")
                count: page.track.messages.length > 0 ? page.track.messages.length : ""
            }
            Panel {
                width: parent.width
                Repeater {
                    model: page.track.messages
                    MessageRow {
                        required property var modelData
                        required property int index
                        message: modelData
                        reading: modelData.state
                        first: index === 0
                        underHeading: false
                    }
                }
                Item {
                    width: parent.width
                    height: write.height + 24
                    Rectangle {
                        visible: page.track.messages.length > 0
                        width: parent.width
                        height: 1
                        color: Theme.line
                    }
                    WriteLine {
                        id: write
                        x: 12
                        y: 12
                        width: parent.width - 24
                        track: page.track
                    }
                }
            }
        }
    }
    Rectangle {
        id: foot
        visible: page.ringBelow
        width: parent.width
        height: visible ? calls.height + 20 : 0
        anchors.bottom: parent.bottom
        color: Theme.surface
        Rectangle {
            width: parent.width
            height: 1
            color: Theme.line
        }
        Flow {
            id: calls
            readonly property bool both: first.number.length > 0 && second.number.length > 0 && page.width / Theme.textScale > 620
            x: page.margin
            y: 10
            width: parent.width - 2 * x
            spacing: Theme.s2
            RingButton {
                id: first
                width: calls.both ? (calls.width - Theme.s2) / 2 : calls.width
                least: Theme.mainCall
                main: true
                who: page.standing.main.who
                number: page.standing.main.number
                onRing: number => page.ring(number)
            }
            RingButton {
                id: second
                width: calls.both ? (calls.width - Theme.s2) / 2 : calls.width
                least: Theme.mainCall
                who: page.standing.duty.who
                number: page.standing.duty.number
                onRing: number => page.ring(number)
            }
        }
    }
    ReasonSheet {
        id: reasons
        objectName: "reasons"
        frontSheet: page.app.frontSheet
    }
    AnswerSheet {
        id: answers
        objectName: "answers"
        track: page.track
    }
}
