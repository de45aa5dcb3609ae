pragma ComponentBehavior: Bound
import QtQuick
import Frontsheet.Theme
import Frontsheet.Controls
import Frontsheet.ViewModels

// Likely the same person: both records side by side, what is the same marked, the evidence in words, and a yes or no.
ScrollPage {
    id: page

    required property AppModel app
    readonly property ProposalsModel model: page.app.proposals
    reading: !page.model.loaded && page.model.errorTitle.length === 0
    readonly property var pairs: page.model.proposals
    signal back

    Column {
        width: parent.width
        spacing: Theme.s4

        BackLink {
            text: qsTr("Today", "back link")
            onClicked: page.back()
        }
        PageHead {
            width: parent.width
            title: qsTr("The same person?", "page name: likely pairs")
            under: qsTr("Two agencies hold a record each. Saying yes shows both on one front sheet; nothing is merged, and it can be taken back.", "likely pairs")
        }
        Notice {
            visible: page.model.errorTitle.length > 0
            width: parent.width
            arrives: true
            title: page.model.errorTitle
            text: page.model.errorText
        }
        Panel {
            visible: page.model.loaded && page.model.proposals.length === 0
            width: parent.width
            EmptyState {
                width: parent.width
                text: qsTr("No pair waits for a decision.", "likely pairs")
                action: qsTr("Back to Today", "button")
                onActionChosen: page.back()
            }
        }
        Repeater {
            // A few at a time: each deserves a look, and a decided one makes room.
            model: page.pairs.slice(0, 10)
            PairPanel {
                required property var modelData
                width: parent.width
                pair: modelData
                onDecided: same => page.model.decide(modelData.link, same)
            }
        }
        Label {
            visible: page.model.proposals.length > 10
            width: parent.width
            text: qsTr("%n more after these.", "likely pairs", page.model.proposals.length - 10)
            color: Theme.ink2
        }
    }
}
