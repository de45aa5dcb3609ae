pragma ComponentBehavior: Bound
import QtQuick
import Frontsheet.Theme
import Frontsheet.Controls

// Whom to ask to get one thing ready: who usually does it stands there already, anybody else is found by name.
StepSheet {
    id: sheet

    property string item: ""
    property string what: ""
    property string agency: ""
    property string worker: ""
    property string name: ""

    heading: sheet.what
    action: sheet.name.length > 0 ? qsTr("Ask %1", "button, %1 worker").arg(sheet.name) : qsTr("Ask", "button: somebody to get something ready")

    function ask(item: string, what: string) {
        sheet.item = item;
        sheet.what = what;
        sheet.choose("", "", "");
        find.text = "";
        detail.begin("placement.ask/" + sheet.model.placementId + "/" + item);
        due.text = qsTr("in 1 week", "a date as typed: by when something is to be ready");
        sheet.model.lookWhom(item, "");
        sheet.begin();
        find.forceActiveFocus();
    }
    function choose(agency: string, worker: string, name: string) {
        sheet.agency = agency;
        sheet.worker = worker;
        sheet.name = name;
    }
    onSaved: detail.said()
    onDecided: sheet.model.askFor(sheet.item, sheet.agency, sheet.worker, due.text, detail.text)

    SearchField {
        id: find
        width: parent.width
        hint: qsTr("Somebody else: name, role or agency", "search field: whom to ask")
        onTextChanged: sheet.model.lookWhom(sheet.item, find.text)
    }
    Panel {
        visible: sheet.model.candidates.length > 0
        width: parent.width
        Repeater {
            model: sheet.model.candidates
            PickRow {
                id: row
                required property var modelData
                required property int index
                title: row.modelData.name
                initials: row.modelData.badge.initials
                shortName: row.modelData.badge.shortName
                hue: row.modelData.badge.hue
                aside: row.modelData.role
                chosen: row.modelData.worker === sheet.worker && row.modelData.agency === sheet.agency
                first: row.index === 0
                underHeading: false
                last: row.index === sheet.model.candidates.length - 1
                onClicked: sheet.choose(row.modelData.agency, row.modelData.worker, row.modelData.name)
            }
        }
    }
    Label {
        visible: sheet.model.candidates.length === 0
        width: parent.width
        color: Theme.ink2
        text: find.text.length > 0 ? qsTr("Nobody in the directory matches.", "whom to ask") : qsTr("Find who could do it, by name, role or agency.", "whom to ask")
    }
    Label {
        visible: text.length > 0
        width: parent.width
        text: sheet.faultOf("worker")
        color: Theme.danger
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
