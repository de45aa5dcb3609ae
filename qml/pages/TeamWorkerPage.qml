pragma ComponentBehavior: Bound
import QtQuick
import Frontsheet.Theme
import Frontsheet.Controls
import Frontsheet.ViewModels

// One worker of the team, or whoever reads it: when they are away and who stands in, and everything that is in their hands, to be handed
// over in one go.
FocusScope {
    id: page

    required property AppModel app
    readonly property TeamWorkerModel worker: page.app.teamWorker
    readonly property bool own: page.worker.own
    readonly property bool wide: scroll.innerWidth / Theme.textScale >= 900
    property string backTo: ""
    signal back
    signal openReferral(string referralId)
    signal openPlacement(string placementId)
    signal openPerson(string personId)

    function go(row: var) {
        if (row.goes === "referral")
            page.openReferral(row.id);
        else if (row.goes === "placement")
            page.openPlacement(row.id);
        else if (row.personId.length > 0)
            page.openPerson(row.personId);
    }

    ScrollPage {
        id: scroll
        reading: !page.worker.loaded && page.worker.errorTitle.length === 0
        objectName: "teamWorkerScroll"
        about: page.worker.name
        anchors.fill: parent
        anchors.bottomMargin: chosenBar.height

        BackLink {
            id: link
            text: page.backTo
            onClicked: page.back()
        }
        PageHead {
            id: head
            y: link.height + Theme.s1
            width: parent.width
            title: page.own ? qsTr("What is in your hands", "page name: a worker's own open work") : page.worker.name
            under: page.worker.loaded ? (page.own ? page.worker.people : page.worker.role + ". " + page.worker.people) : ""
        }
        Column {
            id: work
            y: head.y + head.height + Theme.s4
            width: page.wide ? scroll.innerWidth - side.width - Theme.gap : scroll.innerWidth
            spacing: Theme.s5
            Notice {
                visible: page.worker.errorTitle.length > 0
                width: parent.width
                arrives: true
                title: page.worker.errorTitle
                text: page.worker.errorText
            }
            Notice {
                visible: page.worker.offered.length > 0
                width: parent.width
                kind: Notice.Kind.Calm
                title: page.worker.offered
            }
            SecondaryButton {
                visible: page.own && !page.wide && page.worker.loaded // the list of days away stands below all of the work
                iconName: "today"
                text: qsTr("I shall be away", "button: a worker")
                enabled: !page.worker.busy
                onClicked: away.ask()
            }
            WorkPanel {
                objectName: "owned"
                visible: page.worker.loaded
                width: parent.width
                model: page.worker
                rows: page.worker.owned
                holderShown: false
                allTogether: page.worker.owned.length > 1 ? qsTr("Choose all %n to hand over", "button: everything a worker has", page.worker.owned.length) : ""
                title: page.own ? qsTr("In your hands", "everything open that a worker has") : qsTr("In their hands", "everything open that a worker has")
                none: qsTr("Nothing that could be offered to a colleague.", "a worker's open work")
                onOpened: row => page.go(row)
            }
            WorkPanel {
                visible: page.worker.handedOn.length > 0
                width: parent.width
                model: page.worker
                rows: page.worker.handedOn
                title: page.own ? qsTr("Offered, still yours", "work of a worker that a colleague is asked to take over") : qsTr("Offered, still theirs", "work of a worker that a colleague is asked to take over")
                onOpened: row => page.go(row)
            }
            WorkPanel {
                visible: page.worker.asked.length > 0
                width: parent.width
                model: page.worker
                rows: page.worker.asked
                title: page.own ? qsTr("Offered to you", "work that a worker is asked to take over") : qsTr("Offered to them", "work that a worker is asked to take over")
                onOpened: row => page.go(row)
            }
            WorkPanel {
                objectName: "kept"
                visible: page.worker.kept.length > 0
                width: parent.width
                model: page.worker
                rows: page.worker.kept
                whyShown: true
                holderShown: false
                title: qsTr("Cannot be passed on from here", "work of a worker")
                onOpened: row => page.go(row)
            }
        }
        Column {
            id: side
            x: page.wide ? work.width + Theme.gap : 0
            y: page.wide ? work.y : work.y + work.height + Theme.s5
            width: page.wide ? Math.round(Math.min(460, scroll.innerWidth * 0.38)) : scroll.innerWidth
            spacing: Theme.s2
            visible: page.worker.loaded
            SectionHead {
                width: parent.width
                title: qsTr("Away", "section: absences of a worker")
            }
            Panel {
                width: parent.width
                EmptyState {
                    visible: page.worker.absences.length === 0
                    width: parent.width
                    text: page.own ? qsTr("You are not marked as away.", "a worker") : qsTr("Not away, as far as is known.", "a worker")
                }
                Repeater {
                    model: page.worker.absences
                    PanelRow {
                        id: row
                        required property var modelData
                        required property int index
                        first: row.index === 0
                        underHeading: false
                        last: row.index === page.worker.absences.length - 1
                        spoken: Spoken.join([row.modelData.words, row.modelData.said])
                        Column {
                            width: parent.width
                            spacing: 2
                            Label {
                                width: parent.width
                                text: row.modelData.words
                                strong: row.modelData.now
                                Accessible.ignored: true
                            }
                            Label {
                                visible: text.length > 0
                                width: parent.width
                                text: row.modelData.said
                                color: Theme.ink2
                                Accessible.ignored: true
                            }
                            LinkButton {
                                inRow: true
                                leftPadding: 0
                                text: row.modelData.now ? (page.own ? qsTr("I am back today", "button: ends an absence") : qsTr("They are back today", "button: ends an absence")) : qsTr("Call it off", "button: an absence that is to come")
                                enabled: !page.worker.busy
                                onClicked: page.worker.back(row.modelData.id)
                            }
                        }
                    }
                }
            }
            SecondaryButton {
                objectName: "markAway"
                visible: page.wide || !page.own // else it stands above the work
                text: page.own ? qsTr("I shall be away", "button: a worker") : qsTr("Mark as away", "button: a worker")
                enabled: !page.worker.busy
                onClicked: away.ask()
            }
            Label {
                width: parent.width
                type: Theme.small
                color: Theme.ink2
                text: page.own ? qsTr("Whoever looks for you in Who to ring is sent to who stands in. What is yours stays yours until a colleague says yes.", "a worker who is away") : qsTr("Whoever looks for them in Who to ring is sent to who stands in. What is theirs stays theirs until a colleague says yes.", "a worker who is away")
            }
        }
    }
    ChosenBar {
        id: chosenBar
        width: parent.width
        anchors.bottom: parent.bottom
        margin: scroll.margin
        model: page.worker
        onAsked: offer.ask()
    }
    OfferSheet {
        id: offer
        objectName: "workerOfferSheet"
        model: page.worker
    }
    AwaySheet {
        id: away
        objectName: "awaySheet"
        worker: page.worker
    }
}
