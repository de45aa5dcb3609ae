pragma ComponentBehavior: Bound
import QtQuick
import Frontsheet.Theme
import Frontsheet.Controls
import Frontsheet.ViewModels

// A visit, read at the door with one hand free: what must be known first, then whom to ring and what is due, and below it, where a thumb is,
// what one does. Where nobody answers, that leads on by itself.
Item {
    id: page

    required property AppModel app
    readonly property VisitModel visit: page.app.visit
    readonly property var quiet: page.visit.plain
    readonly property var plain: (page.visit.address.length > 0 ? [page.visit.address] : []).concat(page.quiet)
    readonly property bool wide: page.width / Theme.textScale >= 900
    readonly property real margin: Theme.tablet ? (Theme.roomy(page.width + Theme.rail) ? 20 : 24) : 16
    readonly property bool open: page.visit.stage === "planned" || page.visit.stage === "way" || page.visit.stage === "there"
    readonly property bool shut: page.visit.stage === "no-reply"
    signal back
    signal openPerson(string personId)
    signal writeNote(string visitId, string personId)
    signal refer(string personId)
    signal ring(string number)
    signal measure(string personId, string instrument, string measureId)
    signal messages(string personId)
    signal askToBeInvolved(string personId, string agency)
    signal planVisit(string personId)
    signal move(string visitId)
    signal handOver

    function nobodyAnswers() {
        shutSheet.open();
    }

    PersonHead {
        id: banner
        width: parent.width
        sheet: page.app.frontSheet
        margin: page.margin
    }
    ScrollPage {
        id: body
        reading: !page.visit.loaded && page.visit.errorTitle.length === 0
        objectName: "visitBody"
        about: page.visit.visitId
        anchors.top: banner.bottom
        anchors.bottom: foot.top
        width: parent.width
        margin: page.margin
        readonly property real main: page.wide ? Math.round((body.innerWidth - Theme.gap) * 0.58) : body.innerWidth

        Column {
            id: top
            width: parent.width
            spacing: Theme.s2
            BackLink {
                text: qsTr("Today", "back link")
                onClicked: page.back()
            }
            Flow {
                width: parent.width
                spacing: Theme.s3
                PageTitle {
                    text: qsTr("Visit", "page name: one visit of the round")
                }
                Label {
                    width: Math.min(implicitWidth, top.width)
                    text: page.visit.when
                    color: Theme.ink2
                    lineHeight: Theme.page.line
                }
                StateChip {
                    visible: page.visit.loaded
                    text: page.visit.stageText
                    iconName: page.visit.stageIcon
                    kind: page.shut ? StateChip.Kind.Amber : page.visit.stage === "there" || page.visit.stage === "way" ? StateChip.Kind.Tint : StateChip.Kind.Outline
                }
            }
            Label {
                visible: text.length > 0
                width: parent.width
                text: page.visit.why
                type: Theme.row
            }
            Notice {
                visible: page.visit.errorTitle.length > 0
                width: parent.width
                kind: Notice.Kind.Danger
                arrives: true
                title: page.visit.errorTitle
                text: page.visit.errorText
            }
            Notice {
                visible: page.visit.died && page.open
                width: parent.width
                kind: Notice.Kind.Danger
                title: qsTr("%1 has died", "visit, %1 name").arg(page.visit.called)
                text: qsTr("No visit is made. Ring whoever told of it before you go near the family.", "visit to somebody who has died")
                action: qsTr("Take the visit off the round", "button")
                onActionChosen: page.visit.takeOff(qsTr("Has died.", "why a visit is not made"))
            }
            NotHereNotice {
                width: parent.width
                sheet: page.app.frontSheet
                onAsk: agency => page.askToBeInvolved(page.visit.personId, agency)
            }
            Notice {
                visible: page.shut
                width: parent.width
                title: qsTr("Nobody knows yet that %1 is safe", "visit that nobody answered, %1 name").arg(page.visit.called)
                text: page.visit.noReplyText
                action: qsTr("They are safe", "button: somebody knows by now where the person is")
                onActionChosen: safeSheet.open()
            }
        }
        Column {
            id: left
            y: top.height + Theme.s4
            width: body.main
            spacing: Theme.s4
            Panel {
                width: parent.width
                title: qsTr("At the door", "visit: what must be known first")
                iconName: "alert"
                EmptyState {
                    visible: page.visit.loaded && page.visit.facts.length === 0
                    width: parent.width
                    text: qsTr("Nothing is recorded that you must know first. Ask who is there, and about allergies.", "visit without any alert")
                }
                Repeater {
                    model: page.visit.facts
                    AlertRow {
                        id: fact
                        required property var modelData
                        required property int index
                        iconName: fact.modelData.iconName
                        title: fact.modelData.title
                        detail: fact.modelData.detail
                        secret: fact.modelData.secret
                        initials: fact.modelData.badge.initials
                        shortName: fact.modelData.badge.shortName
                        hue: fact.modelData.badge.hue
                        date: fact.modelData.badge.trailing
                        first: fact.index === 0
                        last: fact.index === page.visit.facts.length - 1 && plain.count === 0
                        onSecretShown: page.app.frontSheet.secretShown(fact.modelData.record)
                    }
                }
                Repeater {
                    id: plain
                    model: page.plain
                    PanelRow {
                        id: quiet
                        required property string modelData
                        required property int index
                        first: quiet.index === 0 && page.visit.facts.length === 0
                        last: quiet.index === plain.count - 1
                        spoken: quiet.modelData
                        Label {
                            width: quiet.inner
                            text: quiet.modelData
                            strong: quiet.index === 0
                            Accessible.ignored: true
                        }
                    }
                }
            }
        }
        Column {
            id: right
            x: page.wide ? left.width + Theme.gap : 0
            y: page.wide ? left.y : left.y + left.height + Theme.s4
            width: page.wide ? body.innerWidth - x : body.innerWidth
            spacing: Theme.s4
            Panel {
                visible: page.visit.due.length > 0
                width: parent.width
                title: qsTr("Due while you are there", "visit")
                iconName: "clock"
                Repeater {
                    model: page.visit.due
                    PanelRow {
                        id: due
                        required property var modelData
                        required property int index
                        leads: due.modelData.instrument.length > 0
                        waiting: due.modelData.grave
                        first: due.index === 0
                        last: due.index === page.visit.due.length - 1
                        spoken: due.modelData.text
                        onClicked: page.measure(page.visit.personId, due.modelData.instrument, due.modelData.grave ? due.modelData.record : "")
                        Label {
                            width: due.inner - (due.leads ? Theme.iconSmall + Theme.s2 : 0)
                            text: due.modelData.text
                            strong: due.modelData.grave
                            Accessible.ignored: true
                        }
                        LineIcon {
                            visible: due.leads
                            name: "chevron-right"
                            color: Theme.ink2
                            size: Theme.iconSmall
                            anchors.right: parent.right
                            anchors.verticalCenter: parent.verticalCenter
                        }
                    }
                }
            }
            VisitRing {
                width: parent.width
                visit: page.visit
                onRing: number => page.ring(number)
            }
            Flow {
                width: parent.width
                spacing: Theme.s2
                SecondaryButton {
                    visible: page.open
                    iconName: "warning"
                    text: qsTr("Nobody answers", "button: no reply at the door")
                    onClicked: page.nobodyAnswers()
                }
                SecondaryButton {
                    visible: page.visit.stage === "planned"
                    iconName: "clock"
                    text: qsTr("Another day or hour", "button: moves a visit")
                    onClicked: page.move(page.visit.visitId)
                }
                SecondaryButton {
                    visible: page.visit.stage === "planned" && page.visit.mine
                    iconName: "people"
                    text: qsTr("Ask a colleague to go", "button: a visit, on the page of one's own work")
                    onClicked: page.handOver()
                }
                SecondaryButton {
                    visible: page.open
                    iconName: "stop"
                    text: qsTr("Will not be made", "button: takes a visit off the round")
                    onClicked: offSheet.open()
                }
                SecondaryButton {
                    iconName: "table"
                    text: qsTr("Measure", "button: take a structured measure")
                    onClicked: page.measure(page.visit.personId, "", "")
                }
                SecondaryButton {
                    iconName: "message"
                    text: qsTr("Messages", "button: messages about the person")
                    onClicked: page.messages(page.visit.personId)
                }
                SecondaryButton {
                    iconName: "person"
                    text: qsTr("Front sheet", "button: opens the person's page")
                    onClicked: page.openPerson(page.visit.personId)
                }
                SecondaryButton {
                    iconName: "today"
                    text: qsTr("Plan a visit", "button")
                    onClicked: page.planVisit(page.visit.personId)
                }
                LinkButton {
                    visible: page.visit.stage === "cancelled" || page.visit.stage === "stopped"
                    enabled: !page.visit.busy
                    iconName: "undo"
                    text: qsTr("Put it back on the round", "button: a visit that was taken off")
                    onClicked: page.visit.stepBack()
                }
                LinkButton {
                    visible: page.visit.stage === "way" || page.visit.stage === "there" || page.visit.stage === "done"
                    enabled: !page.visit.busy
                    iconName: "undo"
                    text: page.visit.stage === "done" ? qsTr("Not done yet", "button: takes back that the visit is done") : page.visit.stage === "there" ? qsTr("Not there yet", "button: takes back that one has arrived") : qsTr("Not on the way yet", "button: takes back that one has set out")
                    onClicked: page.visit.stepBack()
                }
            }
        }
    }
    Rectangle {
        id: foot
        width: parent.width
        height: calls.height + 20
        anchors.bottom: parent.bottom
        color: Theme.surface
        Rectangle {
            width: parent.width
            height: 1
            color: Theme.line
        }
        Flow {
            id: calls
            readonly property int count: page.open ? 3 : 2
            readonly property real each: calls.width / Theme.textScale >= 480 ? (calls.width - (calls.count - 1) * Theme.s2) / calls.count : calls.width
            x: page.margin
            y: 10
            width: parent.width - 2 * x
            spacing: Theme.s2
            PrimaryButton {
                visible: page.open
                width: calls.each
                least: Theme.mainCall
                enabled: !page.visit.busy
                iconName: page.visit.stage === "planned" ? "arrow-right" : page.visit.stage === "way" ? "pin" : "check"
                text: page.visit.stage === "planned" ? qsTr("On my way", "button: sets out for the visit") : page.visit.stage === "way" ? qsTr("I am there", "button: at the door") : qsTr("Done", "button: the visit is over")
                onClicked: page.visit.stage === "planned" ? page.visit.setOut() : page.visit.stage === "way" ? page.visit.arrive() : page.visit.finish()
            }
            SecondaryButton {
                width: calls.each
                least: Theme.mainCall
                iconName: "pencil"
                text: qsTr("Write note", "button")
                onClicked: page.writeNote(page.visit.visitId, page.visit.personId)
            }
            SecondaryButton {
                width: calls.each
                least: Theme.mainCall
                iconName: "referrals"
                text: qsTr("Refer", "button: make a referral")
                onClicked: page.refer(page.visit.personId)
            }
        }
    }
    NoReplySheet {
        id: shutSheet
        objectName: "noReplySheet"
        visit: page.visit
        onRing: number => page.ring(number)
    }
    OffSheet {
        id: offSheet
        objectName: "offSheet"
        visit: page.visit
    }
    SafeSheet {
        id: safeSheet
        objectName: "safeSheet"
        visit: page.visit
    }
}
