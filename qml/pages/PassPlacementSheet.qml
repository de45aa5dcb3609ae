import QtQuick
import Frontsheet.Theme
import Frontsheet.Controls

// Asking a colleague to become the reviewing officer: it stays where it is until they say yes.
StepSheet {
    id: sheet

    heading: qsTr("Pass it on", "sheet heading: a placement, to another reviewing officer")
    action: pick.chosen !== null ? qsTr("Ask %1", "button, %1 worker").arg(pick.chosen.name) : qsTr("Ask", "button: somebody to get something ready")

    function ask() {
        pick.chosen = null;
        find.text = "";
        words.begin("placement.pass/" + sheet.model.placementId);
        sheet.model.lookColleagues("");
        sheet.begin();
        find.forceActiveFocus();
    }
    onSaved: words.said()
    onDecided: sheet.model.passOn(pick.chosen !== null ? pick.chosen.worker : "", words.text)

    Label {
        width: parent.width
        color: Theme.ink2
        text: qsTr("They are asked on their Today. Until they say yes it stays with its reviewing officer.", "passing a placement on")
    }
    SearchField {
        id: find
        width: parent.width
        hint: qsTr("A colleague: name or role", "search field: whom to ask to take something over")
        onTextChanged: sheet.model.lookColleagues(find.text)
    }
    WorkersFound {
        id: pick
        width: parent.width
        rows: sheet.model.candidates
        none: find.text.length > 0 ? qsTr("Nobody in the directory matches.", "whom to ask") : ""
        fault: sheet.faultOf("worker")
    }
    WritingArea {
        id: words
        width: parent.width
        minimumLines: 2
        hint: qsTr("What they should know first", "passing a placement on")
    }
}
