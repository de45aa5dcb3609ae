import QtQuick
import Frontsheet.Theme
import Frontsheet.Controls
import Frontsheet.ViewModels

// What this worker may do with the referral now. Which of these show is the referral's state machine's, not this bar's.
Flow {
    id: bar

    required property TrackModel track
    readonly property var standing: bar.track.page
    signal ask(string kind)
    signal follow // another referral after this one was declined

    visible: bar.track.loaded && (bar.track.mayAccept || bar.track.mayAsk || bar.track.mayDecline || bar.track.mayStart || bar.track.mayComplete || bar.track.mayGiveInformation || bar.track.mayPassOn || bar.track.mayNoteContact || bar.track.mayReadOutcome || bar.track.mayFollow)
    spacing: Theme.s2

    PrimaryButton {
        visible: bar.track.mayAccept
        text: bar.standing.concern ? qsTr("We have this", "button: take a safeguarding concern") : qsTr("Accept", "button: take a referral")
        iconName: "person-check"
        enabled: !bar.track.busy
        onClicked: bar.ask("accept")
    }
    PrimaryButton {
        visible: bar.track.mayReadOutcome
        text: qsTr("I have read this", "button: the outcome of a referral has reached who asked")
        iconName: "check"
        enabled: !bar.track.busy
        onClicked: bar.track.outcomeRead()
    }
    SecondaryButton {
        visible: bar.track.mayFollow
        text: bar.standing.next.name.length > 0 ? qsTr("Refer to %1", "button: another referral, %1 service").arg(bar.standing.next.name) : qsTr("Refer to somebody else", "button: another referral")
        iconName: "referrals"
        enabled: !bar.track.busy
        onClicked: bar.follow()
    }
    PrimaryButton {
        visible: bar.track.mayGiveInformation
        text: qsTr("Answer the question", "button: the sender gives information")
        iconName: "message"
        enabled: !bar.track.busy
        onClicked: bar.ask("inform")
    }
    PrimaryButton {
        visible: bar.track.mayNoteContact
        text: qsTr("First contact made", "button: the person has been rung or seen")
        iconName: "phone"
        enabled: !bar.track.busy
        onClicked: bar.ask("contact")
    }
    // Whoever has taken it rings or sees the person first: what comes next is what stands out.
    NextButton {
        next: !bar.track.mayNoteContact
        visible: bar.track.mayComplete
        text: qsTr("Finish with an outcome", "button: complete a referral")
        iconName: "check-circle"
        enabled: !bar.track.busy
        onClicked: bar.ask("complete")
    }
    SecondaryButton {
        visible: bar.track.mayStart
        text: qsTr("I have started", "button: work on a referral has begun")
        enabled: !bar.track.busy
        onClicked: bar.track.answer(TrackModel.Start, "")
    }
    SecondaryButton {
        visible: bar.track.mayReview
        text: qsTr("I am looking at it", "button: who sent a referral sees that an answer is being decided")
        iconName: "review"
        enabled: !bar.track.busy
        onClicked: bar.track.answer(TrackModel.StartReview, "")
    }
    SecondaryButton {
        visible: bar.track.mayPassOn
        text: qsTr("Pass it on", "button: to another desk of this agency")
        iconName: "arrow-right"
        enabled: !bar.track.busy
        onClicked: bar.ask("pass")
    }
    SecondaryButton {
        visible: bar.track.mayAsk
        text: qsTr("Ask for information", "button: ask the sender of a referral")
        iconName: "question"
        enabled: !bar.track.busy
        onClicked: bar.ask("ask")
    }
    SecondaryButton {
        visible: bar.track.mayDecline
        text: qsTr("Decline", "button: refuse a referral")
        iconName: "arrow-back"
        enabled: !bar.track.busy
        onClicked: bar.ask("decline")
    }
}
