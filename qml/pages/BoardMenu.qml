pragma ComponentBehavior: Bound
import QtQuick
import Frontsheet.Theme
import Frontsheet.Controls

// What may be done with a placement from the board: a card moves by what is recorded of it, never by itself.
Sheet {
    id: menu

    property string placementId: ""
    property string name: ""
    property var steps: [] // review date trial end again back
    signal chosen(string placementId, string step)

    heading: menu.name
    width: Math.min(420 * Math.min(Theme.textScale, 1.6), (menu.window ? menu.window.width : 420) - 2 * Theme.s6)

    function ask(placementId: string, name: string, steps: var) {
        menu.placementId = placementId;
        menu.name = name;
        menu.steps = steps;
        menu.open();
    }
    function wordsOf(step: string): string {
        return step === "review" ? qsTr("Hold the review", "button: a placement") : step === "date" ? qsTr("Move the date", "button: the review of a placement") : step === "trial" ? qsTr("Begin a trial at home", "button: a placement") : step === "end" ? qsTr("Say how it ended", "button: a placement") : step === "back" ? qsTr("Take the trial back", "button: a placement, the trial at home was set down by mistake") : qsTr("Take it up again", "button: a placement that was ended too early");
    }
    onOpened: {
        const row = rows.itemAt(0) as PanelRow;
        if (row)
            row.forceActiveFocus(Qt.TabFocusReason);
    }

    Label {
        width: parent.width
        color: Theme.ink2
        text: menu.steps.length > 0 ? qsTr("The card moves by what you record.", "placement board") : qsTr("Nothing is left to do here.", "placement board")
    }
    Panel {
        visible: menu.steps.length > 0
        width: parent.width
        Repeater {
            id: rows
            model: menu.steps
            PanelRow {
                id: row
                required property string modelData
                required property int index
                leads: true
                first: row.index === 0
                underHeading: false
                last: row.index === menu.steps.length - 1
                spoken: words.text
                onClicked: {
                    menu.close();
                    menu.chosen(menu.placementId, row.modelData);
                }
                Keys.onDownPressed: row.nextItemInFocusChain(true).forceActiveFocus(Qt.TabFocusReason)
                Keys.onUpPressed: row.nextItemInFocusChain(false).forceActiveFocus(Qt.BacktabFocusReason)
                Label {
                    id: words
                    width: parent.width
                    text: menu.wordsOf(row.modelData)
                    type: Theme.row
                    Accessible.ignored: true
                }
            }
        }
    }
    SecondaryButton {
        text: qsTr("Not now", "button: close without saving")
        onClicked: menu.close()
    }
}
