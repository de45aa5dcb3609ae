import QtQuick
import Frontsheet.Controls

// A trial at home, from one day to another. What is not ready yet is said first.
StepSheet {
    id: sheet

    readonly property var standing: sheet.model.page

    heading: qsTr("Begin a trial at home", "sheet heading: a placement")
    action: qsTr("Begin the trial", "button")

    function ask() {
        from.text = qsTr("today", "a date as typed: the first day of a trial at home");
        until.text = qsTr("in 4 weeks", "a date as typed: the end of a trial at home");
        sheet.begin();
        from.forceActiveFocus();
    }
    onDecided: sheet.model.beginTrial(from.text, until.text)

    Notice {
        visible: sheet.standing.readyOf === 0 || sheet.standing.ready < sheet.standing.readyOf
        width: parent.width
        title: sheet.standing.readyOf === 0 ? qsTr("Nothing is on the list of what must be ready at home.", "trial at home") : qsTr("Not everything is ready at home: %1.", "trial at home, %1 such as 5 of 7 ready").arg(sheet.standing.readyText)
        text: qsTr("The trial can begin all the same.", "trial at home")
    }
    DayField {
        id: from
        width: parent.width
        model: sheet.model
        label: qsTr("From", "trial at home: the first day")
        fault: sheet.faultOf("from")
    }
    DayField {
        id: until
        width: parent.width
        model: sheet.model
        label: qsTr("Until", "trial at home: the day it ends")
        help: qsTr("It is reviewed on this day.", "trial at home")
        fault: sheet.faultOf("until")
    }
}
