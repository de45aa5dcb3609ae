import QtQuick
import Frontsheet.ViewModels

// The ways through the app: which page is shown, how one got there and back, and what each page is opened with.
FocusScope {
    id: shell

    required property AppModel app
    // Where one is: place is the rail's entry, page what is shown there.
    property string place: "today"
    property string page: "today"
    // What the person is wanted for who is chosen next on the list of people: "discharge", "ring", "refer/" and a
    // service; "": to be opened.
    property string wantedFor: ""
    property var trail: [] // where one came from: {place, page, form, typed}, the last last
    signal arrived // the page is shown and may take the focus
    signal personOpened
    signal ring(string number)
    readonly property string from: shell.trail.length > 0 ? shell.trail[shell.trail.length - 1].page : ""
    // What the link back says: the person or the list that one came from.
    function backTo(otherwise: string): string {
        if (shell.from === "today")
            return qsTr("Today", "back link");
        return shell.from === "person" ? shell.app.frontSheet.name : otherwise;
    }

    function go(place: string) {
        shell.app.note.flush();
        if (shell.app.form.open)
            shell.app.form.leave();
        shell.wantedFor = "";
        shell.trail = [];
        shell.place = place;
        shell.show(place);
    }
    function choosePerson(wantedFor: string) {
        shell.go("people");
        shell.wantedFor = wantedFor;
    }
    function personChosen(personId: string, name: string) {
        const wanted = shell.wantedFor;
        shell.wantedFor = "";
        if (wanted === "discharge") {
            shell.openForm("placement", personId, {});
        } else if (wanted === "ring") {
            shell.go("ring");
            shell.app.ring.openFor(personId, name);
        } else if (wanted.startsWith("refer/")) {
            shell.refer(personId, wanted.slice(6));
        } else {
            shell.openPerson(personId);
        }
    }
    function visit(page: string) {
        shell.app.note.flush();
        shell.trail = shell.trail.concat([
            {
                place: shell.place,
                page: shell.page,
                form: shell.app.form.recordId,
                typed: shell.app.form.dirty
            }
        ]);
        shell.show(page);
    }
    function show(page: string) {
        shell.page = page;
        shell.app.look(page);
        shell.arrived();
    }
    function back() {
        shell.app.note.flush();
        if (shell.page === "form")
            shell.app.form.leave();
        shell.trail = shell.worthGoingBackTo(shell.trail);
        if (shell.trail.length === 0) {
            if (shell.page !== shell.place)
                shell.show(shell.place);
            return;
        }
        const last = shell.trail[shell.trail.length - 1];
        shell.trail = shell.trail.slice(0, -1);
        shell.place = last.place;
        if (last.page === "form" && last.form !== shell.app.form.recordId)
            shell.app.form.resume(last.form);
        shell.show(last.page);
    }
    // A form that was closed since, and on which nothing was typed, is gone.
    function worthGoingBackTo(trail: var): var {
        let end = trail.length;
        while (end > 0 && trail[end - 1].page === "form" && !trail[end - 1].typed && trail[end - 1].form !== shell.app.form.recordId)
            --end;
        return trail.slice(0, end);
    }
    function openPerson(personId: string) {
        shell.app.frontSheet.open(personId);
        shell.personOpened();
        shell.place = "people";
        shell.visit("person");
    }
    function read(personId: string) {
        if (shell.app.frontSheet.personId !== personId)
            shell.app.frontSheet.open(personId);
    }
    function openOwnWork() {
        shell.app.teamWorker.openOwn();
        shell.visit("teamWorker");
    }
    function openReferral(referralId: string) {
        shell.app.track.open(referralId);
        shell.visit("track");
    }
    function openPlacement(placementId: string) {
        shell.app.placement.open(placementId);
        shell.visit("placement");
    }
    function writeNote(personId: string, draftId: string, addendumTo: string) {
        shell.read(personId);
        shell.app.note.open(personId, draftId, addendumTo);
        shell.visit("note");
    }
    // Writes a new record about a person: `type` as the schema names it ("need"), `preset` from the schema's names of fields to texts.
    function openForm(type: string, personId: string, preset: var) {
        if (type === "conference") { // a page of its own: it asks several people
            shell.callConference(personId, "");
            return;
        }
        shell.visit("form"); // first: the trail remembers the form that was open before this one
        shell.app.form.begin(type, personId, preset ?? {});
    }
    // Goes on with a record that is there.
    function editForm(recordId: string) {
        shell.visit("form");
        shell.app.form.edit(recordId);
    }
    // Takes up a form that was left before it was saved.
    function resumeForm(recordId: string) {
        shell.visit("form");
        shell.app.form.resume(recordId);
    }
    // The one that was given up last.
    function bringFormBack() {
        shell.visit("form");
        shell.app.form.bringBack();
    }
    // Where what stands against a form leads: `goes` is "form" or "referral", which `record` is, or the type of another form.
    function goOnFromForm(goes: string, record: string) {
        if (goes === "referral")
            shell.openReferral(record);
        else if (goes === "form")
            shell.editForm(record);
        else
            shell.openForm(goes, shell.app.form.personId, {});
    }
    function openVisit(visitId: string, personId: string) {
        shell.read(personId);
        shell.app.visit.open(visitId);
        shell.visit("visit");
    }
    // A note that the visit names once it is finished.
    function writeVisitNote(visitId: string, personId: string) {
        shell.app.visit.noteBegins(visitId);
        shell.writeNote(personId, "", "");
    }
    // `instrument` empty: one is chosen there. `measureId`: one whose unsafe answer waits; empty: a new one.
    function openMeasure(personId: string, instrument: string, measureId: string) {
        shell.read(personId);
        shell.app.measure.open(personId, instrument, measureId);
        shell.visit("measure");
    }
    function openConference(conferenceId: string) {
        shell.app.conference.open(conferenceId);
        shell.visit("conference");
    }
    // `placementId` empty: about no placement.
    function callConference(personId: string, placementId: string) {
        shell.read(personId);
        shell.app.conference.begin(personId, placementId);
        shell.visit("conference");
    }
    function openMessages(personId: string) {
        shell.read(personId);
        shell.app.messages.open(personId);
        shell.visit("messages");
    }
    // A message about one record of the person whose page is open.
    function writeAbout(personId: string, recordId: string) {
        shell.openMessages(personId);
        shell.app.messages.writeAbout(recordId);
    }
    function askToBeInvolved(personId: string, agency: string) {
        shell.openMessages(personId);
        shell.app.messages.askToBeInvolved(agency);
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
    function openSamePerson(personId: string) {
        shell.app.samePerson.open(personId);
        shell.visit("samePerson");
    }
    function openCareTeam(personId: string) {
        shell.read(personId);
        shell.app.careTeam.open(personId);
        shell.visit("careTeam");
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
}
