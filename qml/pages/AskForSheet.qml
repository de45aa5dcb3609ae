import QtQuick
import Frontsheet.Controls

// Whom to ask to get one thing ready: who usually does it stands there already, anybody else is found by name.
StepSheet {
    id: sheet

    property string item: ""
    property string what: ""

    heading: sheet.what
    action: pick.chosen !== null ? qsTr("Ask %1", "button, %1 worker").arg(pick.chosen.name) : qsTr("Ask", "button: somebody to get something ready")

    function ask(item: string, what: string) {
        sheet.item = item;
        sheet.what = what;
        pick.chosen = null;
        find.text = "";
        detail.begin("placement.ask/" + sheet.model.placementId + "/" + item);
        due.text = qsTr("in 1 week", "a date as typed: by when something is to be ready");
        sheet.model.lookWhom(item, "");
        sheet.begin();
        find.forceActiveFocus();
    }
    onSaved: detail.said()
    onDecided: sheet.model.askFor(sheet.item, pick.chosen !== null ? pick.chosen.agency : "", pick.chosen !== null ? pick.chosen.worker : "", due.text, detail.text)

    SearchField {
        id: find
        width: parent.width
        hint: qsTr("Somebody else: name, role or agency", "search field: whom to ask")
        onTextChanged: sheet.model.lookWhom(sheet.item, find.text)
    }
    WorkersFound {
        id: pick
        width: parent.width
        rows: sheet.model.candidates
        none: find.text.length > 0 ? qsTr("Nobody in the directory matches.", "whom to ask") : qsTr("Find who could do it, by name, role or agency.", "whom to ask")
        fault: sheet.faultOf("worker")
    }
    DayField {
        id: due
        width: parent.width
        model: sheet.model
        label: qsTr("By when", "a task")
        fault: sheet.faultOf("due")
    }
    WritingArea {
        id: detail
        width: parent.width
        minimumLines: 2
        hint: qsTr("What they need to know", "a task")
    }
}
