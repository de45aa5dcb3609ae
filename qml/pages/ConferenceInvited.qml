pragma ComponentBehavior: Bound
import QtQuick
import Frontsheet.Theme
import Frontsheet.Controls
import Frontsheet.ViewModels

// Who is asked, the person first: what they answered, what they want said, and, at the meeting, who came, by one tap each.
Panel {
    id: panel

    required property ConferenceModel model
    property bool counting: false // at the meeting: who came
    readonly property var steps: panel.model.steps
    readonly property bool may: panel.steps.includes("attend")
    signal invite
    signal answerFor(string invitationId, string name)

    title: panel.counting ? qsTr("Who is here", "at a conference") : qsTr("Who is asked", "a conference")
    action: panel.steps.includes("invite") ? qsTr("Ask somebody else", "button: a conference") : ""
    actionIcon: "plus"
    actionIconFirst: true
    onActionChosen: panel.invite()

    EmptyState {
        visible: panel.model.loaded && panel.model.invited.length === 0
        width: parent.width
        text: qsTr("Nobody is asked, as far as this device may know.", "a conference")
    }
    Repeater {
        model: panel.model.invited
        PanelRow {
            id: row
            required property var modelData
            required property int index
            first: row.index === 0
            last: row.index === panel.model.invited.length - 1
            spoken: Spoken.join([row.modelData.name, row.modelData.detail, row.modelData.badge.shortName ?? "", panel.counting ? "" : row.modelData.chip.text, row.modelData.words])
            Column {
                width: parent.width
                spacing: Theme.s1
                ChippedTitle {
                    visible: !panel.counting
                    height: visible ? implicitHeight : 0
                    text: row.modelData.name
                    chip: row.modelData.chip
                }
                Label {
                    visible: panel.counting
                    width: parent.width
                    text: row.modelData.name
                    strong: true
                    Accessible.ignored: true
                }
                AgencyBadge {
                    visible: row.modelData.worker
                    height: visible ? implicitHeight : 0
                    width: parent.width
                    initials: row.modelData.badge.initials ?? ""
                    shortName: row.modelData.badge.shortName ?? ""
                    hue: row.modelData.badge.hue ?? 0
                    trailing: row.modelData.detail
                    Accessible.ignored: true
                }
                Label {
                    visible: !row.modelData.worker && text.length > 0
                    width: parent.width
                    text: row.modelData.detail
                    color: Theme.ink2
                    Accessible.ignored: true
                }
                Label {
                    visible: text.length > 0
                    width: parent.width
                    text: row.modelData.words
                    Accessible.ignored: true
                }
                Label {
                    visible: row.modelData.sent.length > 0
                    width: parent.width
                    text: qsTr("Wants said: “%1”", "who cannot come to a conference, %1 their words").arg(row.modelData.sent)
                }
                ChoiceChips {
                    visible: panel.counting && panel.may
                    height: visible ? implicitHeight : 0
                    width: parent.width
                    label: row.modelData.name
                    options: panel.model.attendance
                    current: row.modelData.attended
                    clearable: true
                    onChosen: at => panel.model.attend(row.modelData.id, at)
                }
                Flow {
                    visible: !panel.counting && !row.modelData.worker && row.modelData.answer === "asked" && panel.steps.includes("invite")
                    width: parent.width
                    spacing: Theme.s2
                    SecondaryButton {
                        inRow: true
                        iconName: "check"
                        text: qsTr("Is coming", "button: somebody said that they come to a conference")
                        spoken: qsTr("%1 is coming", "button: somebody said that they come to a conference").arg(row.modelData.name)
                        enabled: !panel.model.busy
                        onClicked: panel.model.answer(row.modelData.id, "coming", "", "")
                    }
                    SecondaryButton {
                        inRow: true
                        text: qsTr("Cannot come", "button: somebody said that they cannot come to a conference")
                        spoken: qsTr("%1 cannot come", "button: somebody said that they cannot come to a conference").arg(row.modelData.name)
                        enabled: !panel.model.busy
                        onClicked: panel.answerFor(row.modelData.id, row.modelData.name)
                    }
                }
            }
        }
    }
}
