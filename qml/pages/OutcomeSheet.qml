import QtQuick
import Frontsheet.Theme
import Frontsheet.Controls

// How a placement ended, beside what the person wished; said plainly where it is not the same.
StepSheet {
    id: sheet

    readonly property bool death: sheet.model.isDeath(outcome.current)

    heading: qsTr("Say how it ended", "sheet heading: a placement")
    action: qsTr("Save the outcome", "button: how a placement ended")

    function ask() {
        outcome.current = -1;
        wish.current = -1;
        words.begin("placement.outcome/" + sheet.model.placementId);
        on.text = qsTr("today", "a date as typed: the day a placement ended");
        sheet.begin();
    }
    onSaved: words.said()
    onDecided: sheet.model.end(outcome.current, on.text, wish.current, words.text)

    Label {
        visible: sheet.model.ownWords.length > 0
        width: parent.width
        text: sheet.model.ownWords.length > 0 ? sheet.model.ownWords[0].words : ""
        type: Theme.own
    }
    OneOf {
        id: outcome
        width: parent.width
        label: qsTr("What became of it", "outcome of a placement")
        options: sheet.model.outcomes
        fault: sheet.faultOf("outcome")
        onChosen: index => outcome.current = index
    }
    Notice {
        visible: sheet.death
        width: parent.width
        title: qsTr("Everybody involved reads of the death.", "outcome of a placement: died")
        text: qsTr("Visits, reviews and tasks at home that your agency planned stop with it.", "outcome of a placement: died")
    }
    DayField {
        id: on
        width: parent.width
        model: sheet.model
        ahead: false
        label: qsTr("On", "outcome of a placement: the day")
        fault: sheet.faultOf("on")
    }
    OneOf {
        id: wish
        visible: !sheet.death
        width: parent.width
        label: qsTr("Is that what they wish?", "outcome of a placement")
        options: sheet.model.wishes
        fault: sheet.faultOf("wish")
        onChosen: index => wish.current = index
    }
    WritingArea {
        id: words
        width: parent.width
        minimumLines: 2
        hint: qsTr("In a sentence, for who reads this later", "outcome of a placement")
    }
}
