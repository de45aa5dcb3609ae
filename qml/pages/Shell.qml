pragma ComponentBehavior: Bound
import QtQuick
import Frontsheet.Theme
import Frontsheet.Controls
import Frontsheet.ViewModels

// The frame around the pages: rail or bottom bar, sync line, and the way back. Keyboard: Ctrl+1 to 5 for the places,
// Ctrl+F to search, Ctrl+N and Ctrl+R on a person's page, Ctrl+L to lock, Escape or Alt+Left to go back, F1 for the list.
FocusScope {
    id: shell

    required property AppModel app
    readonly property bool roomy: Theme.roomy(shell.width)
    readonly property bool open: shell.app.lock === AppModel.Open
    // Where one is: place is the rail's entry, page what is shown there.
    property string place: "today"
    property string page: "today"
    property var trail: []
    signal ring(string number)

    ShellPlaces {
        id: placeList
    }
    readonly property var places: placeList.all
    function go(place: string) {
        shell.app.note.flush();
        shell.trail = [];
        shell.place = place;
        shell.show(place);
    }
    function visit(page: string) {
        shell.app.note.flush();
        shell.trail = shell.trail.concat([
            {
                place: shell.place,
                page: shell.page
            }
        ]);
        shell.show(page);
    }
    function show(page: string) {
        shell.page = page;
        shell.app.refresh();
        shell.focusPage();
    }
    function focusPage() {
        if (shell.page === "note")
            notePage.start();
        else if (shell.page === "compose")
            composePage.start();
        else if (shell.page === "emergency")
            emergencyPage.start();
        else if (shell.page === "form")
            formPage.start();
        else if (!Theme.tablet && shell.page === "people")
            peoplePage.start("");
        else
            frame.forceActiveFocus();
    }
    function back() {
        shell.app.note.flush();
        if (shell.trail.length === 0) {
            if (shell.page !== shell.place)
                shell.show(shell.place);
            return;
        }
        const last = shell.trail[shell.trail.length - 1];
        shell.trail = shell.trail.slice(0, -1);
        shell.place = last.place;
        shell.show(last.page);
    }
    function openPerson(personId: string) {
        shell.app.frontSheet.open(personId);
        personPage.tab = 0;
        shell.place = "people";
        shell.visit("person");
    }
    function read(personId: string) {
        if (shell.app.frontSheet.personId !== personId)
            shell.app.frontSheet.open(personId);
    }
    function openReferral(referralId: string) {
        shell.app.track.open(referralId);
        shell.visit("track");
    }
    function writeNote(personId: string, draftId: string, addendumTo: string) {
        shell.read(personId);
        shell.app.note.open(personId, draftId, addendumTo);
        shell.visit("note");
    }
    // Writes a new record about a person: `type` as the schema names it ("need"), `preset` from the schema's names of fields to texts.
    function openForm(type: string, personId: string, preset: var) {
        shell.app.form.begin(type, personId, preset ?? {});
        shell.visit("form");
    }
    // Goes on with a record that is there.
    function editForm(recordId: string) {
        shell.app.form.edit(recordId);
        shell.visit("form");
    }
    // Takes up a form that was left before it was saved.
    function resumeForm(recordId: string) {
        shell.app.form.resume(recordId);
        shell.visit("form");
    }
    function openPermissions(personId: string) {
        shell.read(personId);
        shell.app.permissions.open(personId);
        shell.visit("permissions");
    }
    function openVersions(personId: string, recordId: string, op: string) {
        shell.read(personId);
        shell.app.versions.open(recordId, op);
        shell.visit("versions");
    }
    function openHistory(personId: string, recordId: string) {
        shell.read(personId);
        shell.app.history.open(recordId);
        shell.visit("history");
    }
    function openDisclosure(personId: string) {
        shell.read(personId);
        shell.app.disclosure.open(personId);
        shell.visit("disclosure");
    }
    function openWorkerDisclosure(agency: string, worker: string) {
        shell.app.workerDisclosure.open(agency, worker);
        shell.visit("workerDisclosure");
    }
    function refer(personId: string, serviceId: string) {
        shell.read(personId);
        shell.app.compose.open(personId, serviceId);
        shell.visit("compose");
    }

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
            peoplePage.start("");
        }
        onWriteNote: shell.writeNote(shell.app.frontSheet.personId, "", "")
        onRefer: shell.refer(shell.app.frontSheet.personId, "")
        onHelp: keys.open()
        onLock: shell.app.lockNow()
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
            anchors.bottom: syncLine.top
            focus: true

            TodayPage {
                anchors.fill: parent
                visible: shell.page === "today"
                app: shell.app
                onOpenPerson: id => shell.openPerson(id)
                onOpenReferral: id => shell.openReferral(id)
                onOpenDraft: (person, draft) => shell.writeNote(person, draft, "")
                onOpenProposals: shell.visit("proposals")
                onOpenSharing: shell.go("sharing")
                onOpenVersions: (person, record, op) => shell.openVersions(person, record, op)
                onOpenPermissions: person => shell.openPermissions(person)
                onOpenPeople: search => {
                    shell.go("people");
                    peoplePage.start(search);
                }
            }
            PeoplePage {
                id: peoplePage
                anchors.fill: parent
                visible: shell.page === "people"
                app: shell.app
                onOpenPerson: id => shell.openPerson(id)
                onOpenInEmergency: typed => {
                    shell.app.emergency.start(typed);
                    shell.visit("emergency");
                }
            }
            EmergencyPage {
                id: emergencyPage
                anchors.fill: parent
                visible: shell.page === "emergency"
                app: shell.app
                onBack: shell.back()
                onOpenPerson: id => shell.openPerson(id)
            }
            FrontSheetPage {
                id: personPage
                objectName: "personPage"
                anchors.fill: parent
                visible: shell.page === "person"
                app: shell.app
                onOpenReferral: id => shell.openReferral(id)
                onWriteNote: (person, draft, addendumTo) => shell.writeNote(person, draft, addendumTo)
                onRefer: person => shell.refer(person, "")
                onPermissions: person => shell.openPermissions(person)
                onDisclosure: person => shell.openDisclosure(person)
                onOpenHistory: (person, record) => shell.openHistory(person, record)
                onOpenVersions: (person, record, op) => shell.openVersions(person, record, op)
                onRing: number => shell.ring(number)
                onFindWhoToRing: (person, name) => {
                    shell.app.ring.openFor(person, name);
                    shell.place = "ring";
                    shell.visit("ring");
                }
            }
            NotePage {
                id: notePage
                anchors.fill: parent
                visible: shell.page === "note"
                app: shell.app
                onBack: shell.back()
                onRefer: person => shell.refer(person, "")
            }
            FormPage {
                id: formPage
                objectName: "formPage"
                anchors.fill: parent
                visible: shell.page === "form"
                app: shell.app
                backTo: shell.trail.length > 0 && shell.trail[shell.trail.length - 1].page === "today" ? qsTr("Today", "back link") : shell.app.frontSheet.name
                onBack: shell.back()
            }
            ReferralsPage {
                anchors.fill: parent
                visible: shell.page === "referrals"
                app: shell.app
                onOpenReferral: id => shell.openReferral(id)
            }
            TrackPage {
                anchors.fill: parent
                visible: shell.page === "track"
                app: shell.app
                backTo: shell.trail.length > 0 && shell.trail[shell.trail.length - 1].page === "person" ? shell.app.frontSheet.name : shell.trail.length > 0 && shell.trail[shell.trail.length - 1].page === "today" ? qsTr("Today", "back link") : qsTr("Referrals", "back link")
                onBack: shell.back()
                onOpenPerson: id => shell.openPerson(id)
                onOpenHistory: (person, record) => shell.openHistory(person, record)
                onRing: number => shell.ring(number)
            }
            ComposePage {
                id: composePage
                anchors.fill: parent
                visible: shell.page === "compose"
                app: shell.app
                onBack: shell.back()
                onSent: id => {
                    shell.back();
                    shell.openReferral(id);
                }
            }
            RingPage {
                anchors.fill: parent
                visible: shell.page === "ring"
                app: shell.app
                onRingNumber: number => shell.ring(number)
                onRefer: service => {
                    if (shell.app.ring.personId.length > 0)
                        shell.refer(shell.app.ring.personId, service);
                    else
                        shell.go("people");
                }
                onChoosePerson: shell.go("people")
            }
            WaitingPage {
                anchors.fill: parent
                visible: shell.page === "waiting"
                app: shell.app
                onOpenPerson: id => shell.openPerson(id)
                onOpenVersions: (person, record, op) => shell.openVersions(person, record, op)
                onRing: number => shell.ring(number)
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
            PersonVersions {
                anchors.fill: parent
                app: shell.app
                page: shell.page
                onBack: shell.back()
                onOpenPerson: id => shell.openPerson(id)
            }
            ProposalsPage {
                anchors.fill: parent
                visible: shell.page === "proposals"
                app: shell.app
                onBack: shell.back()
            }
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
