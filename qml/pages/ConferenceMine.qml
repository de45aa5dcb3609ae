import QtQuick
import Frontsheet.Theme
import Frontsheet.Controls
import Frontsheet.ViewModels

// This worker is asked to come, and what they answered; changed as often as their day changes.
Panel {
    id: panel

    required property ConferenceModel model
    readonly property var mine: panel.model.mine
    signal coming
    signal cannot
    signal deputy

    emphasised: panel.mine.answer === "asked"
    PanelRow {
        first: true
        last: true
        underHeading: false
        spoken: Spoken.join([head.text, panel.mine.chip?.text ?? ""])
        Column {
            width: parent.width
            spacing: Theme.s2
            ChippedTitle {
                id: head
                text: panel.mine.answer === "asked" ? qsTr("You are asked to come", "an invitation to a conference") : qsTr("Your answer", "an invitation to a conference")
                chip: panel.mine.chip ?? {
                    text: "",
                    iconName: "",
                    kind: StateChip.Kind.Outline
                }
            }
            Label {
                visible: text.length > 0
                width: parent.width
                text: panel.mine.words ?? ""
            }
            Flow {
                width: parent.width
                spacing: Theme.s2
                PrimaryButton {
                    visible: panel.mine.answer !== "coming"
                    inRow: true
                    iconName: "check"
                    text: qsTr("I am coming", "button: answers an invitation to a conference")
                    enabled: !panel.model.busy
                    onClicked: panel.coming()
                }
                SecondaryButton {
                    visible: panel.mine.answer !== "cannot"
                    inRow: true
                    text: qsTr("I cannot come", "button: answers an invitation to a conference")
                    enabled: !panel.model.busy
                    onClicked: panel.cannot()
                }
                SecondaryButton {
                    visible: panel.mine.answer !== "sends-deputy"
                    inRow: true
                    text: qsTr("Somebody comes for me", "button: answers an invitation to a conference")
                    enabled: !panel.model.busy
                    onClicked: panel.deputy()
                }
            }
        }
    }
}
