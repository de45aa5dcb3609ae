import QtQuick
import Frontsheet.Theme
import Frontsheet.Controls
import Frontsheet.ViewModels

// The words that go with an answer: the plan, the question, the reason and a suggestion, the outcome. The sender reads them.
Sheet {
    id: sheet

    required property TrackModel track
    property string kind: "accept"
    readonly property bool needsWords: sheet.kind !== "accept" && sheet.kind !== "withdraw"

    heading: sheet.kind === "accept" ? qsTr("Accept this referral", "sheet heading") : sheet.kind === "ask" ? qsTr("Ask for information", "sheet heading") : sheet.kind === "decline" ? qsTr("Decline, with a reason", "sheet heading") : sheet.kind === "complete" ? qsTr("Finish with an outcome", "sheet heading") : sheet.kind === "inform" ? qsTr("Answer the question", "sheet heading") : qsTr("Withdraw this referral", "sheet heading")

    function ask(what: string) {
        sheet.kind = what;
        words.text = "";
        suggestion.text = "";
        sheet.open();
        words.forceActiveFocus();
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
            sheet.track.answer(TrackModel.Decline, said, suggestion.text);
            break;
        case "complete":
            sheet.track.answer(TrackModel.Complete, said);
            break;
        case "inform":
            sheet.track.giveInformation(said);
            break;
        case "withdraw":
            sheet.track.withdraw(said);
            break;
        }
    }

    Label {
        width: parent.width
        color: Theme.ink2
        text: sheet.kind === "accept" ? qsTr("Your name goes on it and you join the care team. Say when you will be in touch.", "accepting a referral") : sheet.kind === "decline" ? qsTr("The sender reads why, and where to go instead.", "declining a referral") : sheet.kind === "complete" ? qsTr("The sender reads the outcome in your words, whatever it is.", "completing a referral") : sheet.kind === "ask" ? qsTr("The clock waits for the sender until they answer.", "asking for information") : sheet.kind === "inform" ? qsTr("It goes back to the one who asked.", "answering a question") : qsTr("The receiver is told. Say why, if it helps.", "withdrawing a referral")
    }
    WritingArea {
        id: words
        width: parent.width
        minimumLines: 4
        focus: true
        hint: sheet.kind === "accept" ? qsTr("What you will do, and when", "accepting a referral") : sheet.kind === "decline" ? qsTr("Why you cannot take it", "declining a referral") : sheet.kind === "complete" ? qsTr("What came of it", "completing a referral") : sheet.kind === "ask" ? qsTr("What you need to know", "asking for information") : qsTr("Your words", "answer")
    }
    Field {
        id: suggestion
        visible: sheet.kind === "decline"
        width: parent.width
        label: qsTr("Who could help instead", "declining a referral")
        help: qsTr("A name, a service, a number.", "declining a referral")
    }
    Flow {
        width: parent.width
        spacing: Theme.s2
        PrimaryButton {
            text: sheet.kind === "accept" ? qsTr("Accept", "button") : sheet.kind === "decline" ? qsTr("Decline", "button") : sheet.kind === "complete" ? qsTr("Finish", "button") : sheet.kind === "withdraw" ? qsTr("Withdraw", "button") : qsTr("Send", "button")
            enabled: !sheet.track.busy && (!sheet.needsWords || words.text.trim().length > 0)
            onClicked: sheet.say()
        }
        SecondaryButton {
            text: qsTr("Not now", "button: close without answering")
            onClicked: sheet.close()
        }
    }
}
