pragma ComponentBehavior: Bound
import QtQuick
import Frontsheet.Theme
import Frontsheet.Controls
import Frontsheet.ViewModels

// What was decided, in order, and beneath each who does not agree, in their own words. A decision is never rewritten: one that was not made
// is marked so.
Panel {
    id: panel

    required property ConferenceModel model
    readonly property var steps: panel.model.steps
    readonly property bool may: panel.steps.includes("decide")
    readonly property bool maySay: panel.model.dissenters.length > 0
    signal add
    signal dissent(string decisionId)
    signal inError(string decisionId)

    title: qsTr("Decisions", "a conference")
    count: panel.model.decisions.length > 0 ? panel.model.decisions.length : ""
    action: panel.may ? qsTr("Add a decision", "button: a conference") : ""
    actionIcon: "plus"
    actionIconFirst: true
    onActionChosen: panel.add()

    EmptyState {
        visible: panel.model.loaded && panel.model.decisions.length === 0
        width: parent.width
        text: qsTr("Nothing is decided yet.", "a conference")
    }
    Repeater {
        model: panel.model.decisions
        PanelRow {
            id: row
            required property var modelData
            required property int index
            first: row.index === 0
            last: row.index === panel.model.decisions.length - 1
            spoken: Spoken.join([row.modelData.number, row.modelData.text])
            Column {
                width: parent.width
                spacing: Theme.s2
                Label {
                    width: parent.width
                    text: qsTr("%1. %2", "a decision: %1 number, %2 words").arg(row.modelData.number).arg(row.modelData.text)
                    type: Theme.row
                    Accessible.ignored: true
                }
                Repeater {
                    model: row.modelData.dissent
                    Rectangle {
                        id: against
                        required property var modelData
                        width: parent ? parent.width : 0
                        height: said.height + 2 * Theme.s2
                        radius: Theme.radiusControl
                        color: Theme.well
                        Column {
                            id: said
                            x: Theme.s3
                            y: Theme.s2
                            width: parent.width - 2 * x
                            spacing: 2
                            Label {
                                width: parent.width
                                text: qsTr("%1 does not agree", "a decision, %1 who").arg(against.modelData.who)
                                strong: true
                            }
                            Label {
                                width: parent.width
                                text: against.modelData.words
                            }
                            AgencyBadge {
                                width: parent.width
                                initials: against.modelData.badge.initials
                                shortName: against.modelData.badge.shortName
                                hue: against.modelData.badge.hue
                                trailing: against.modelData.badge.trailing ?? ""
                            }
                        }
                    }
                }
                Flow {
                    visible: panel.maySay || row.modelData.mine
                    width: parent.width
                    spacing: Theme.s2
                    SecondaryButton {
                        visible: panel.maySay
                        inRow: true
                        iconName: "not-equal"
                        text: qsTr("Somebody does not agree", "button: a decision")
                        spoken: qsTr("%1: %2", "screen reader: %1 button, %2 what it is about").arg(text).arg(row.modelData.text)
                        onClicked: panel.dissent(row.modelData.id)
                    }
                    LinkButton {
                        visible: panel.may && row.modelData.mine
                        inRow: true
                        text: qsTr("It was not decided so", "button: a decision that was written down wrongly")
                        spoken: qsTr("%1: %2", "screen reader: %1 button, %2 what it is about").arg(text).arg(row.modelData.text)
                        textColor: Theme.ink2
                        onClicked: panel.inError(row.modelData.id)
                    }
                }
            }
        }
    }
}
