pragma ComponentBehavior: Bound
import QtQuick
import Frontsheet.Theme
import Frontsheet.Controls
import Frontsheet.ViewModels

// The words that go with an answer: the plan, the question, the reason and where to go, the outcome. The other side reads them.
Sheet {
    id: sheet

    required property TrackModel track
    property string kind: "accept"
    underway: sheet.track.busy
    property var desk: null // of the track's desks
    property int daysAgo: 0
    readonly property bool needsWords: sheet.kind !== "accept" && sheet.kind !== "contact"
    readonly property bool needsDesk: sheet.kind === "pass"
    readonly property var standing: sheet.track.page
    readonly property bool concern: sheet.kind === "accept" && sheet.standing.concern === true
    readonly property var phrases: sheet.concern ? [qsTr("I am on my way.", "phrase: taking a safeguarding concern"), qsTr("I will ring within the hour.", "phrase: taking a safeguarding concern"), qsTr("I will see them today.", "phrase: taking a safeguarding concern")] : sheet.kind === "accept" ? [qsTr("I will ring today.", "phrase: accepting a referral"), qsTr("I will ring tomorrow.", "phrase: accepting a referral"), qsTr("I will visit this week.", "phrase: accepting a referral"), qsTr("I will visit next week.", "phrase: accepting a referral")] : sheet.kind === "contact" ? [qsTr("We spoke on the phone.", "phrase: first contact"), qsTr("I visited at home.", "phrase: first contact"), qsTr("They want to go on with this.", "phrase: first contact")] : []

    heading: sheet.concern ? qsTr("Take this safeguarding concern", "sheet heading") : sheet.kind === "accept" ? qsTr("Accept this referral", "sheet heading") : sheet.kind === "ask" ? qsTr("Ask for information", "sheet heading") : sheet.kind === "decline" ? qsTr("Decline, with a reason", "sheet heading") : sheet.kind === "complete" ? qsTr("Finish with an outcome", "sheet heading") : sheet.kind === "inform" ? qsTr("Answer the question", "sheet heading") : sheet.kind === "pass" ? qsTr("Pass it on, with a reason", "sheet heading") : sheet.kind === "contact" ? qsTr("First contact with the person", "sheet heading") : sheet.kind === "reopen" ? qsTr("Open this referral again", "sheet heading") : qsTr("Withdraw this referral", "sheet heading")

    function ask(what: string) {
        sheet.kind = what;
        sheet.desk = null;
        sheet.daysAgo = 0;
        const where = what + "/" + sheet.track.referralId;
        words.begin("answer." + where);
        suggestion.begin("instead." + where);
        desks.clear();
        others.clear();
        sheet.open();
        words.forceActiveFocus();
    }
    function done() {
        if (!sheet.going)
            return;
        sheet.going = false;
        words.said();
        suggestion.said();
        sheet.close();
    }
    function say() {
        const said = words.text;
        switch (sheet.kind) {
        case "accept":
            sheet.track.answer(TrackModel.Accept, said);
            break;
        case "ask":
            sheet.track.answer(TrackModel.AskForInformation, said);
            break;
        case "decline":
            sheet.track.answer(TrackModel.Decline, said, suggestion.text, sheet.desk ? sheet.desk.service : "");
            break;
        case "complete":
            sheet.track.answer(TrackModel.Complete, said);
            break;
        case "inform":
            sheet.track.giveInformation(said);
            break;
        case "pass":
            sheet.track.passOn(sheet.desk.service, sheet.desk.worker, said);
            break;
        case "contact":
            sheet.track.noteContact(sheet.daysAgo, said);
            break;
        case "reopen":
            sheet.track.reopen(said);
            break;
        case "withdraw":
            sheet.track.withdraw(said);
            break;
        }
    }

    Label {
        width: parent.width
        color: Theme.ink2
        text: sheet.kind === "accept" ? qsTr("Your name goes on it and you join the care team. Say when you will be in touch.", "accepting a referral") : sheet.kind === "decline" ? qsTr("The sender reads why, and where to go instead.", "declining a referral") : sheet.kind === "complete" ? qsTr("The sender reads the outcome in your words, whatever it is.", "completing a referral") : sheet.kind === "ask" ? qsTr("The clock waits for the sender until they answer.", "asking for information") : sheet.kind === "inform" ? qsTr("It goes back to the one who asked.", "answering a question") : sheet.kind === "pass" ? qsTr("To another desk of your agency. The sender reads why, and the clock goes on. For another agency, decline and name the service.", "passing a referral on") : sheet.kind === "contact" ? qsTr("You have rung or seen them about this. The sender sees when.", "first contact with a person") : sheet.kind === "reopen" ? qsTr("It goes to them once more, and the time to answer begins again.", "opening a referral again") : qsTr("The receiver reads why.", "withdrawing a referral")
    }
    SegmentedChoice {
        visible: sheet.kind === "contact"
        width: parent.width
        label: qsTr("When", "first contact with a person")
        options: [qsTr("Today", "when somebody was rung or seen"), qsTr("Yesterday", "when somebody was rung or seen"), qsTr("Two days ago", "when somebody was rung or seen"), qsTr("Three days ago", "when somebody was rung or seen")]
        current: sheet.daysAgo
        onChosen: index => sheet.daysAgo = index
    }
    DeskPick {
        id: desks
        visible: sheet.kind === "pass"
        width: parent.width
        track: sheet.track
        which: TrackModel.OwnDesks
        chosen: sheet.desk
        onPicked: desk => sheet.desk = desk
    }
    WritingArea {
        id: words
        width: parent.width
        minimumLines: 4
        focus: true
        hint: sheet.kind === "accept" ? qsTr("What you will do, and when", "accepting a referral") : sheet.kind === "decline" ? qsTr("Why you cannot take it", "declining a referral") : sheet.kind === "complete" ? qsTr("What came of it", "completing a referral") : sheet.kind === "ask" ? qsTr("What you need to know", "asking for information") : sheet.kind === "pass" ? qsTr("Why it is theirs", "passing a referral on") : sheet.kind === "contact" ? qsTr("What was said, if the sender should know", "first contact with a person") : sheet.kind === "reopen" ? qsTr("What is still needed", "opening a referral again") : sheet.kind === "withdraw" ? qsTr("Why it is not needed any more", "withdrawing a referral") : qsTr("Your words", "answer")
    }
    // For a thumb: pressed they are written down, and may be changed like anything that was typed.
    Flow {
        visible: sheet.phrases.length > 0
        width: parent.width
        spacing: Theme.s2
        Repeater {
            model: sheet.phrases
            FilterChip {
                id: phrase
                required property string modelData
                text: phrase.modelData
                spoken: qsTr("Write: %1", "screen reader: a phrase goes into an answer").arg(phrase.text)
                removable: false
                onClicked: {
                    const before = words.text.trim();
                    words.text = before.length > 0 ? before + " " + phrase.text : phrase.text;
                    words.input.cursorPosition = words.text.length;
                }
            }
        }
    }
    Field {
        id: suggestion
        visible: sheet.kind === "decline"
        width: parent.width
        label: qsTr("Who could help instead", "declining a referral")
        help: qsTr("A name, a service, a number.", "declining a referral")
    }
    DeskPick {
        id: others
        visible: sheet.kind === "decline"
        width: parent.width
        track: sheet.track
        which: TrackModel.OtherServices
        chosen: sheet.desk
        onPicked: desk => sheet.desk = desk
    }
    Flow {
        width: parent.width
        spacing: Theme.s2
        PrimaryButton {
            text: sheet.concern ? qsTr("We have this", "button: take a safeguarding concern") : sheet.kind === "accept" ? qsTr("Accept", "button") : sheet.kind === "decline" ? qsTr("Decline", "button") : sheet.kind === "complete" ? qsTr("Finish", "button") : sheet.kind === "withdraw" ? qsTr("Withdraw", "button") : sheet.kind === "pass" ? qsTr("Pass it on", "button") : sheet.kind === "contact" ? qsTr("Save", "button") : sheet.kind === "reopen" ? qsTr("Open it again", "button") : qsTr("Send", "button")
            enabled: !sheet.track.busy && (!sheet.needsWords || words.text.trim().length > 0) && (!sheet.needsDesk || sheet.desk !== null)
            onClicked: {
                sheet.going = true;
                sheet.say();
            }
        }
        SecondaryButton {
            text: qsTr("Not now", "button: close without answering")
            onClicked: sheet.close()
        }
    }
}
