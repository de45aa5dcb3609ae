import QtQuick
import Frontsheet.Controls

// What needs a few words before it is done: calling it off, an answer, a decision that was not made, asking how an action goes.
ConferenceStep {
    id: sheet

    property string kind: "" // off, cannot, deputy, coming, error, remind
    property string about: ""
    property string hint: ""

    function ask(kind: string, about: string, heading: string, action: string, hint: string) {
        sheet.kind = kind;
        sheet.about = about;
        sheet.heading = heading;
        sheet.action = action;
        sheet.hint = hint;
        const where = kind + "/" + sheet.model.conferenceId + "/" + about;
        words.begin("conference." + where);
        sent.begin("conference.sent." + where);
        sheet.begin();
        words.forceActiveFocus();
    }
    readonly property bool answers: sheet.kind === "cannot" || sheet.kind === "deputy"
    onSaved: {
        words.said();
        sent.said();
    }
    onDecided: {
        if (sheet.kind === "off")
            sheet.model.callOff(words.text);
        else if (sheet.kind === "error")
            sheet.model.enteredInError(sheet.about, words.text);
        else if (sheet.kind === "remind")
            sheet.model.remind(sheet.about, words.text);
        else
            sheet.model.answer(sheet.about, sheet.kind === "deputy" ? "sends-deputy" : "cannot", words.text, sent.text);
    }

    WritingArea {
        id: words
        width: parent.width
        minimumLines: 2
        focus: true
        hint: sheet.hint
        spoken: sheet.hint
        fault: sheet.faultOf("words")
    }
    FaultLine {
        text: words.fault
    }
    WritingArea {
        id: sent
        visible: sheet.answers
        height: visible ? implicitHeight : 0
        width: parent.width
        minimumLines: 3
        hint: qsTr("What you want said there; it is read out as you write it", "answer to an invitation to a conference")
    }
}
