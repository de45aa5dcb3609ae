import QtQuick
import Frontsheet.Controls

// It was held: on which day, and whether the person it is about was there, or why not. What was tapped and written stands in the minutes.
ConferenceStep {
    id: sheet

    property string called: ""
    readonly property bool absent: there.current > 1

    heading: qsTr("The conference was held", "sheet heading")
    action: qsTr("Save the minutes", "button: a conference was held")

    function ask(called: string) {
        sheet.called = called;
        on.text = qsTr("today", "a date as typed: the day of a conference");
        because.begin("conference.absent/" + sheet.model.conferenceId);
        there.current = sheet.model.personThere;
        sheet.begin();
        on.input.forceActiveFocus();
    }
    onSaved: because.said()
    onDecided: sheet.model.hold(on.text, there.current, because.text)

    Field {
        id: on
        width: parent.width
        label: qsTr("Held on", "a conference")
        under: sheet.visible ? sheet.model.dayUnderstood(on.text, false) : ""
        fault: sheet.faultOf("heldOn")
    }
    OneOf {
        id: there
        width: parent.width
        label: qsTr("Was %1 there?", "a conference, %1 the person").arg(sheet.called)
        options: sheet.model.thereChoices
        fault: sheet.faultOf("there")
        onChosen: index => there.current = index
    }
    WritingArea {
        id: because
        visible: sheet.absent
        height: visible ? implicitHeight : 0
        width: parent.width
        minimumLines: 2
        hint: qsTr("%1 was not there, because", "a conference, %1 the person").arg(sheet.called)
        spoken: qsTr("%1 was not there, because", "a conference, %1 the person").arg(sheet.called)
        fault: sheet.faultOf("because")
    }
    FaultLine {
        text: because.fault
    }
}
