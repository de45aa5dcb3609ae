pragma ComponentBehavior: Bound
import QtQuick
import Frontsheet.Theme
import Frontsheet.Controls
import Frontsheet.ViewModels

// The frame around the pages: rail or bottom bar, sync line, and the way back. Keyboard: Ctrl+1 to 5 for the places,
// Ctrl+F to search, Ctrl+N, Ctrl+E and Ctrl+R on a person's page, Ctrl+L to lock, Escape or Alt+Left to go back, F1 for the list.
ShellWays {
    id: shell

    readonly property bool roomy: Theme.roomy(shell.width)
    readonly property bool open: shell.app.lock === AppModel.Open
    ShellPlaces {
        id: placeList
        placements: shell.app.placements
        team: shell.app.team.mine
    }
    readonly property var places: placeList.all
    onArrived: shell.focusPage()
    onPersonOpened: {
        const sheet = personPage.item as FrontSheetPage;
        if (sheet)
            sheet.begin();
    }
    // Where what is to be done about somebody is written down.
    function openPlan(personId: string) {
        shell.openPerson(personId);
        (personPage.make() as FrontSheetPage).tab = 1;
    }
    function focusPage() {
        Arrival.expected = false;
        if (shell.page === "form" && (formPage.make() as FormPage).start())
            return;
        if (shell.page === "note")
            (notePage.make() as NotePage).start();
        else if (shell.page === "compose")
            referralPages.start();
        else if (shell.page === "emergency")
            (emergencyPage.make() as EmergencyPage).start();
        else if (!Theme.tablet && shell.page === "placements")
            placementPages.start();
        else if (!Theme.tablet && shell.page === "people")
            (peoplePage.make() as PeoplePage).start("");
        else if (!Theme.tablet && shell.page === "ring")
            listPages.start();
        else
            threshold.tell();
    }
    // From what is no stop of Tab itself Qt would begin at the top of the window.
    Keys.onTabPressed: threshold.step(true)
    Keys.onBacktabPressed: threshold.step(false)

    // The banner above a form is of whom the form is about.
    Connections {
        target: shell.app.form
        function onOpened() {
            if (shell.app.form.open)
                shell.read(shell.app.form.personId);
        }
    }
    // What was open is forgotten with everybody else; whoever unlocks begins with today.
    Connections {
        target: shell.app
        function onLockChanged() {
            if (shell.open) {
                shell.app.look(shell.page);
                threshold.tell();
            }
            if (shell.app.lock !== AppModel.Locked)
                return;
            keys.close();
            shell.trail = [];
            shell.place = "today";
            shell.page = "today";
        }
    }

    ShellKeys {
        open: shell.open
        away: shell.trail.length > 0
        personShown: shell.page === "person"
        onBack: shell.back()
        onFind: {
            shell.go("people");
            (peoplePage.make() as PeoplePage).start("");
        }
        onWriteNote: shell.writeNote(shell.app.frontSheet.personId, "", "")
        onAdd: (personPage.make() as FrontSheetPage).add()
        onRefer: shell.refer(shell.app.frontSheet.personId, "")
        onHelp: keys.open()
    }
    KeysSheet {
        id: keys
        onClosed: frame.forceActiveFocus()
    }
    PlaceKeys {
        places: shell.places
        open: shell.open
        onChosen: key => shell.go(key)
    }

    UnlockPage {
        anchors.fill: parent
        visible: !shell.open
        app: shell.app
    }

    Item {
        anchors.fill: parent
        visible: shell.open

        Rail {
            id: rail
            visible: shell.roomy
            width: visible ? Theme.rail : 0
            height: parent.height
            app: shell.app
            places: shell.places
            place: shell.place
            onChosen: key => shell.go(key)
            onHelp: keys.open()
        }

        FocusScope {
            id: frame
            anchors.left: rail.right
            anchors.right: parent.right
            anchors.top: parent.top
            anchors.bottom: givenUp.top
            focus: true

            Threshold {
                id: threshold
            }
            LazyPage {
                anchors.fill: parent
                shown: shell.page === "today"

                sourceComponent: TodayPage {
                    app: shell.app
                    onOpenPerson: id => shell.openPerson(id)
                    onOpenPlan: id => shell.openPlan(id)
                    onOpenReferral: id => shell.openReferral(id)
                    onOpenPlacement: id => shell.openPlacement(id)
                    onOpenDraft: (person, draft) => shell.writeNote(person, draft, "")
                    onResumeForm: id => shell.resumeForm(id)
                    onOpenProposals: shell.visit("proposals")
                    onOpenSharing: shell.go("sharing")
                    onOpenTeam: shell.go("team")
                    onOpenReports: shell.visit("reports")
                    onOpenOwnWork: shell.openOwnWork()
                    onOpenVersions: (person, record, op) => shell.openVersions(person, record, op)
                    onOpenPermissions: person => shell.openPermissions(person)
                    onOpenVisit: (visit, person) => shell.openVisit(visit, person)
                    onWriteVisitNote: (visit, person) => shell.writeVisitNote(visit, person)
                    onOpenMeasure: (person, instrument, measure) => shell.openMeasure(person, instrument, measure)
                    onOpenMessages: person => shell.openMessages(person)
                    onOpenConference: id => shell.openConference(id)
                    onRefer: person => shell.refer(person, "")
                    onRing: number => shell.ring(number)
                    onOpenPeople: search => {
                        shell.go("people");
                        (peoplePage.make() as PeoplePage).start(search);
                    }
                }
            }
            LazyPage {
                id: peoplePage
                anchors.fill: parent
                shown: shell.page === "people"

                sourceComponent: PeoplePage {
                    app: shell.app
                    wantedFor: shell.wantedFor
                    onOpenPerson: (id, name) => shell.personChosen(id, name)
                    onLetBe: shell.wantedFor = ""
                    onOpenInEmergency: typed => {
                        shell.app.emergency.start(typed);
                        shell.visit("emergency");
                    }
                }
            }
            LazyPage {
                id: emergencyPage
                anchors.fill: parent
                shown: shell.page === "emergency"

                sourceComponent: EmergencyPage {
                    app: shell.app
                    onBack: shell.back()
                    onOpenPerson: id => shell.openPerson(id)
                }
            }
            LazyPage {
                id: personPage
                anchors.fill: parent
                shown: shell.page === "person"

                sourceComponent: FrontSheetPage {
                    objectName: "personPage"
                    app: shell.app
                    onOpenReferral: id => shell.openReferral(id)
                    onOpenPlacement: id => shell.openPlacement(id)
                    onWriteNote: (person, draft, addendumTo) => shell.writeNote(person, draft, addendumTo)
                    onRefer: person => shell.refer(person, "")
                    onAddForm: (type, person) => shell.openForm(type, person, {})
                    onPermissions: person => shell.openPermissions(person)
                    onDisclosure: person => shell.openDisclosure(person)
                    onOpenForm: (type, person, preset) => shell.openForm(type, person, preset)
                    onEditForm: record => shell.editForm(record)
                    onPlanVisit: person => shell.openForm("appointment", person, {})
                    onMeasure: person => shell.openMeasure(person, "", "")
                    onMessages: person => shell.openMessages(person)
                    onMessageAbout: (person, record) => shell.writeAbout(person, record)
                    onAskToBeInvolved: (person, agency) => shell.askToBeInvolved(person, agency)
                    onOpenConference: id => shell.openConference(id)
                    onOpenHistory: (person, record) => shell.openHistory(person, record)
                    onOpenSamePerson: person => shell.openSamePerson(person)
                    onCareTeam: person => shell.openCareTeam(person)
                    onOpenVersions: (person, record, op) => shell.openVersions(person, record, op)
                    onRing: number => shell.ring(number)
                    onFindWhoToRing: (person, name) => {
                        shell.app.ring.openFor(person, name);
                        shell.place = "ring";
                        shell.visit("ring");
                    }
                }
            }
            PersonPages {
                anchors.fill: parent
                ways: shell
            }
            LazyPage {
                id: notePage
                anchors.fill: parent
                shown: shell.page === "note"

                sourceComponent: NotePage {
                    app: shell.app
                    onBack: shell.back()
                    onRefer: person => shell.refer(person, "")
                }
            }
            LazyPage {
                id: formPage
                anchors.fill: parent
                shown: shell.page === "form"

                sourceComponent: FormPage {
                    objectName: "formPage"
                    app: shell.app
                    backTo: shell.backTo(shell.app.frontSheet.name)
                    onBack: shell.back()
                    onGoOn: (goes, record) => shell.goOnFromForm(goes, record)
                }
            }
            ReferralPages {
                id: referralPages
                anchors.fill: parent
                ways: shell
            }
            PlacementPages {
                id: placementPages
                anchors.fill: parent
                ways: shell
            }
            TeamPages {
                anchors.fill: parent
                ways: shell
            }
            ListPages {
                id: listPages
                anchors.fill: parent
                ways: shell
            }
            PersonSharing {
                anchors.fill: parent
                app: shell.app
                page: shell.page
                onBack: shell.back()
                onOpenPerson: id => shell.openPerson(id)
                onWorkerDisclosure: (agency, worker) => shell.openWorkerDisclosure(agency, worker)
                onDisclosure: id => shell.openDisclosure(id)
            }
            RoundPages {
                anchors.fill: parent
                ways: shell
            }
            LazyPage {
                anchors.fill: parent
                shown: shell.page === "conference"

                sourceComponent: ConferencePage {
                    objectName: "conferencePage"
                    app: shell.app
                    backTo: shell.backTo(qsTr("Back", "back link"))
                    onBack: shell.back()
                    onOpenPerson: id => shell.openPerson(id)
                    onAddView: (person, preset) => shell.openForm("view", person, preset)
                    onOpenHistory: (person, record) => shell.openHistory(person, record)
                }
            }
            PersonVersions {
                anchors.fill: parent
                app: shell.app
                page: shell.page
                onBack: shell.back()
                onOpenPerson: id => shell.openPerson(id)
            }
        }

        GivenUpBar {
            id: givenUp
            anchors.left: rail.right
            anchors.right: parent.right
            anchors.bottom: syncLine.top
            form: shell.app.form
            onBroughtBack: shell.bringFormBack()
        }
        SyncLine {
            id: syncLine
            anchors.left: rail.right
            anchors.right: parent.right
            anchors.bottom: bar.top
            margin: Theme.tablet ? (shell.roomy ? 20 : 24) : 16
            saved: shell.app.waiting.savedText
            state: shell.app.waiting.stateText
            offline: shell.app.waiting.offline
            attention: shell.app.waiting.needsAttention > 0
            link: shell.app.waiting.linkText
            onClicked: {
                if (shell.page !== "waiting")
                    shell.visit("waiting");
                shell.place = ""; // it belongs to every place
            }
        }
        BottomBar {
            id: bar
            visible: !shell.roomy
            width: parent.width
            height: visible ? implicitHeight : 0
            anchors.bottom: parent.bottom
            app: shell.app
            places: shell.places
            place: shell.place
            onChosen: key => shell.go(key)
        }
    }
}
