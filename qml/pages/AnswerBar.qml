import QtQuick
import Frontsheet.Theme
import Frontsheet.Controls
import Frontsheet.ViewModels

// What this worker may do with the referral now. Which of these show is the referral's state machine's, not this bar's.
Flow {
    id: bar

    required property TrackModel track
    signal ask(string kind)

    visible: bar.track.loaded && (bar.track.mayAccept || bar.track.mayAsk || bar.track.mayDecline || bar.track.mayStart || bar.track.mayComplete || bar.track.mayGiveInformation)
    spacing: Theme.s2

    PrimaryButton {
        visible: bar.track.mayAccept
        text: qsTr("Accept", "button: take a referral")
        iconName: "person-check"
        enabled: !bar.track.busy
        onClicked: bar.ask("accept")
    }
    PrimaryButton {
        visible: bar.track.mayGiveInformation
        text: qsTr("Answer the question", "button: the sender gives information")
        iconName: "message"
        enabled: !bar.track.busy
        onClicked: bar.ask("inform")
    }
    PrimaryButton {
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
