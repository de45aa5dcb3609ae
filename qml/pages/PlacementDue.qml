import QtQuick
import Frontsheet.Theme
import Frontsheet.Controls
import Frontsheet.ViewModels

// What is due of a placement: the trial that runs, the next review, and how often it slipped. Amber when it is overdue.
Panel {
    id: panel

    required property PlacementModel model
    readonly property var standing: panel.model.page
    readonly property bool known: panel.standing.due !== undefined

    visible: panel.known && (panel.standing.due.length > 0 || panel.standing.trial.length > 0)
    emphasised: !dueRow.waiting
    PanelRow {
        id: dueRow
        first: true
        last: true
        underHeading: false
        waiting: panel.known && panel.standing.overdue
        spoken: Spoken.join([trial.text, due.text, dueOn.text, slipped.text])
        Column {
            width: parent.width
            spacing: 2
            Label {
                id: trial
                visible: text.length > 0
                width: parent.width
                text: panel.known ? panel.standing.trialWhole : ""
                type: Theme.row
                color: Theme.accent
                Accessible.ignored: true
            }
            Label {
                id: due
                visible: text.length > 0
                width: parent.width
                text: panel.known ? panel.standing.due : ""
                type: Theme.row
                color: dueRow.waiting ? Theme.attention : Theme.ink
                Accessible.ignored: true
            }
            Label {
                id: dueOn
                visible: text.length > 0
                width: parent.width
                text: panel.known ? panel.standing.dueOn : ""
                Accessible.ignored: true
            }
            Label {
                id: slipped
                visible: text.length > 0
                width: parent.width
                text: panel.known ? panel.standing.slipped : ""
                color: Theme.ink2
                Accessible.ignored: true
            }
        }
    }
}
