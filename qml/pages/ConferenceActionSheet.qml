pragma ComponentBehavior: Bound
import QtQuick
import Frontsheet.Theme
import Frontsheet.Controls

// An action that was agreed: what, exactly one worker of one agency, and by when. They are asked, and say yes or no on their own device.
ConferenceStep {
    id: sheet

    property var chosen: null

    heading: qsTr("An action that was agreed", "sheet heading: a conference")
    action: sheet.chosen !== null ? qsTr("Ask %1", "button, %1 worker").arg(sheet.chosen.name) : qsTr("Save the action", "button")
    width: Math.min(640 * Math.min(Theme.textScale, 1.6), (sheet.window ? sheet.window.width : 640) - 2 * Theme.s6)

    function ask() {
        sheet.chosen = null;
        what.begin("conference.action/" + sheet.model.conferenceId);
        find.text = "";
        detail.begin("conference.detail/" + sheet.model.conferenceId);
        due.text = qsTr("in 1 week", "a date as typed: by when an action is to be done");
        sheet.model.findWorkers("");
        sheet.begin();
        what.input.forceActiveFocus();
    }
    onSaved: {
        what.said();
        detail.said();
    }
    onDecided: sheet.model.agree(what.text, sheet.chosen?.agency ?? "", sheet.chosen?.worker ?? "", due.text, detail.text)

    Field {
        id: what
        width: parent.width
        label: qsTr("What is to be done", "an action")
        fault: sheet.faultOf("what")
    }
    Label {
        width: parent.width
        text: sheet.chosen !== null ? qsTr("%1 does it, and reports back", "an action, %1 worker").arg(sheet.chosen.name) : qsTr("Who does it?", "an action")
        weight: 500
    }
    SearchField {
        id: find
        width: parent.width
        hint: qsTr("Name, role or agency", "search field: whom to ask")
        onTextChanged: sheet.model.findWorkers(find.text)
    }
    ConferenceFound {
        width: parent.width
        model: sheet.model
        chosen: sheet.chosen
        onPicked: who => sheet.chosen = who
    }
    FaultLine {
        text: sheet.faultOf("worker")
    }
    Field {
        id: due
        width: parent.width
        label: qsTr("By when", "an action")
        placeholder: qsTr("Such as 24 November, tomorrow, in 2 weeks", "hint in a date field")
        under: sheet.visible ? sheet.model.dayUnderstood(due.text, true) : ""
        fault: sheet.faultOf("due")
    }
    WritingArea {
        id: detail
        width: parent.width
        minimumLines: 2
        hint: qsTr("What they need to know", "an action")
    }
}
