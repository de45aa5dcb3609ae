import QtQuick
import Frontsheet.Controls

// One more who is asked to come: a worker from the directory, or somebody by name.
ConferenceStep {
    id: sheet

    heading: qsTr("Ask somebody else to come", "sheet heading: a conference")
    action: qsTr("Ask them", "button: somebody is asked to a conference by name")
    ready: name.text.trim().length > 0

    function ask() {
        find.text = "";
        name.text = "";
        relation.text = "";
        sheet.model.findWorkers("");
        sheet.begin();
        find.forceActiveFocus();
    }
    onDecided: sheet.add()
    function add() {
        sheet.model.addNamed(name.text, relation.text);
        if (sheet.model.calling)
            sheet.close();
    }

    SearchField {
        id: find
        width: parent.width
        hint: qsTr("A worker: name, role or agency", "search field: whom to ask")
        onTextChanged: sheet.model.findWorkers(find.text)
    }
    ConferenceFound {
        width: parent.width
        model: sheet.model
        onPicked: who => {
            sheet.model.addWorker(who.agency, who.worker);
            if (sheet.model.calling)
                sheet.close();
        }
    }
    Field {
        id: name
        width: parent.width
        label: qsTr("Or somebody who is no worker: their name", "whom to ask to a conference")
        fault: sheet.faultOf("name")
    }
    Field {
        id: relation
        width: parent.width
        label: qsTr("Who they are to %1", "whom to ask to a conference, %1 the person").arg(sheet.model.called)
        placeholder: qsTr("Such as daughter, neighbour, advocate", "hint: who somebody is to a person")
    }
}
