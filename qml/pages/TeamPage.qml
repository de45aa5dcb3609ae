pragma ComponentBehavior: Bound
import QtQuick
import Frontsheet.Theme
import Frontsheet.Controls
import Frontsheet.ViewModels

// The team manager's page: loops that are open, what nobody has, what is late, what is offered; beside it, or as its last part, who has how much.
FocusScope {
    id: page

    required property AppModel app
    readonly property TeamModel team: page.app.team
    readonly property bool wide: scroll.innerWidth / Theme.textScale >= 900
    property int part: 0
    readonly property int shownPart: page.wide && page.part === 4 ? 0 : page.part
    signal openReferral(string referralId)
    signal openPlacement(string placementId)
    signal openPerson(string personId)
    signal openWorker(string worker)


    function go(row: var) {
        if (row.goes === "referral")
            page.openReferral(row.id);
        else if (row.goes === "placement")
            page.openPlacement(row.id);
        else if (row.personId.length > 0)
            page.openPerson(row.personId);
    }
    function counted(rows: var): string {
        return rows.length > 0 ? String(rows.length) : "";
    }

    ScrollPage {
        id: scroll
        reading: !page.team.loaded && page.team.errorTitle.length === 0
        objectName: "teamScroll"
        anchors.fill: parent
        anchors.bottomMargin: chosenBar.height
        innerHeight: Math.max(work.y + work.height, side.visible ? side.y + side.height : 0)

        PageHead {
            id: head
            width: parent.width
            title: qsTr("Team", "page name")
            under: page.team.summary
        }
        Column {
            id: work
            y: head.height + Theme.s4
            width: page.wide ? scroll.innerWidth - side.width - Theme.gap : scroll.innerWidth
            spacing: Theme.s4
            LockedNotice {
                width: parent.width
                app: page.app
            }
            Notice {
                visible: page.team.errorTitle.length > 0
                width: parent.width
                arrives: true
                title: page.team.errorTitle
                text: page.team.errorText
            }
            Notice {
                objectName: "offered"
                visible: page.team.offered.length > 0
                width: parent.width
                kind: Notice.Kind.Calm
                title: page.team.offered
            }
            Notice {
                visible: page.team.loaded && page.team.notOnDuty
                width: parent.width
                kind: Notice.Kind.Calm
                title: qsTr("The directory does not name you on duty", "team page")
                text: qsTr("You see what your agency lets a manager see. Referrals that other agencies sent to a colleague by name may be missing here, and an offer of a plan or a placement may come back, until it does.", "team page")
            }
            TabStrip {
                id: parts
                objectName: "teamParts"
                width: parent.width
                current: page.shownPart
                label: qsTr("Parts of the team's work", "screen reader: the tabs of the team page")
                entries: {
                    const all = [{
                            "name": qsTr("No owner", "part of the team page"),
                            "count": page.counted(page.team.unowned)
                        }, {
                            "name": qsTr("Late", "part of the team page"),
                            "count": page.counted(page.team.overdue)
                        }, {
                            "name": qsTr("Open loops", "part of the team page: referrals"),
                            "count": page.counted(page.team.waitingForUs.concat(page.team.waitingForOthers))
                        }, {
                            "name": qsTr("Offered", "part of the team page: work that colleagues are asked to take over"),
                            "count": page.counted(page.team.asked)
                        }];
                    return page.wide ? all : all.concat([{
                                "name": qsTr("Who has what", "part of the team page: caseloads"),
                                "count": ""
                            }]);
                }
                onChosen: index => page.part = index
            }
            WorkPanel {
                objectName: "unowned"
                visible: page.team.loaded && page.shownPart === 0
                width: parent.width
                model: page.team
                rows: page.team.unowned
                whyShown: true
                none: qsTr("Everything has an owner.", "team page")
                onOpened: row => page.go(row)
            }
            WorkPanel {
                objectName: "overdue"
                visible: page.team.loaded && page.shownPart === 1
                width: parent.width
                model: page.team
                rows: page.team.overdue
                lateMarked: false
                none: qsTr("Nothing is late.", "team page")
                onOpened: row => page.go(row)
            }
            Column {
                visible: page.team.loaded && page.shownPart === 2
                width: parent.width
                spacing: Theme.s5
                ReferralSection {
                    objectName: "forUs"
                    width: parent.width
                    rows: page.team.waitingForUs
                    title: qsTr("They wait for us", "referrals that this team is to answer, or has taken")
                    onOpened: id => page.openReferral(id)
                }
                ReferralSection {
                    objectName: "forOthers"
                    width: parent.width
                    rows: page.team.waitingForOthers
                    title: qsTr("We wait for others", "referrals of this team that others are to answer")
                    onOpened: id => page.openReferral(id)
                }
                Panel {
                    visible: page.team.waitingForUs.length + page.team.waitingForOthers.length === 0
                    width: parent.width
                    EmptyState {
                        width: parent.width
                        text: qsTr("No loop is open.", "team page: referrals")
                    }
                }
            }
            WorkPanel {
                objectName: "askedOf"
                visible: page.team.loaded && page.shownPart === 3
                width: parent.width
                model: page.team
                rows: page.team.asked
                none: qsTr("Nobody is asked to take anything over.", "team page")
                onOpened: row => page.go(row)
            }
        }
        Column {
            id: side
            objectName: "loads"
            visible: page.team.loaded && (page.wide || page.shownPart === 4)
            x: page.wide ? work.width + Theme.gap : 0
            y: page.wide ? work.y : work.y + work.height + Theme.s4
            width: page.wide ? Math.round(Math.min(460, scroll.innerWidth * 0.38)) : scroll.innerWidth
            spacing: page.wide ? work.spacing : Theme.s2
            Item {
                // on the line of the tabs, so that both lists begin on one
                width: parent.width
                height: page.wide ? Math.max(parts.height, who.height) : who.height
                SectionHead {
                    id: who
                    width: parent.width
                    anchors.verticalCenter: parent.verticalCenter
                    title: qsTr("Who has what", "part of the team page: caseloads")
                    count: page.team.loads.length
                }
            }
            Panel {
                width: parent.width
                Repeater {
                    model: page.team.loads
                    LoadRow {
                        id: load
                        required property var modelData
                        required property int index
                        row: load.modelData
                        first: load.index === 0
                        underHeading: false
                        last: load.index === page.team.loads.length - 1
                        onClicked: page.openWorker(load.row.worker)
                    }
                }
            }
        }
    }
    ChosenBar {
        id: chosenBar
        width: parent.width
        anchors.bottom: parent.bottom
        margin: scroll.margin
        model: page.team
        onAsked: offer.ask()
    }
    OfferSheet {
        id: offer
        objectName: "offerSheet"
        model: page.team
    }
}
