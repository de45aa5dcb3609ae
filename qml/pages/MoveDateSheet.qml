import QtQuick
import Frontsheet.Theme
import Frontsheet.Controls

// A date that is not kept: to when, and why. Both dates stay on the record.
StepSheet {
    id: sheet

    heading: qsTr("Move the date", "sheet heading: review of a placement")
    action: qsTr("Move it", "button: the date of a review")

    function ask() {
        to.text = "";
        words.begin("placement.slips/" + sheet.model.placementId);
        reason.current = -1;
        sheet.begin();
        to.forceActiveFocus();
    }
    onSaved: words.said()
    onDecided: sheet.model.moveDate(to.text, reason.current, words.text)

    Label {
        width: parent.width
        color: Theme.ink2
        text: qsTr("The date that was set stays on the record, with the reason.", "moving a review")
    }
    DayField {
        id: to
        width: parent.width
        model: sheet.model
        label: qsTr("To which day", "moving a review")
        fault: sheet.faultOf("to")
    }
    OneOf {
        id: reason
        width: parent.width
        label: qsTr("Why it slips", "moving a review")
        options: sheet.model.reasons
        fault: sheet.faultOf("reason")
        onChosen: index => reason.current = index
    }
    WritingArea {
        id: words
        width: parent.width
        minimumLines: 2
        hint: qsTr("More, if it helps", "moving a review")
    }
}
