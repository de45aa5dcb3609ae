import QtQuick
import Frontsheet.Theme
import Frontsheet.Controls

// A review: what the person says first, then what was found, what it comes to, and when it is looked at again.
StepSheet {
    id: sheet

    readonly property var standing: sheet.model.page
    readonly property bool ends: sheet.model.concludesEnd(conclusion.current)
    readonly property bool trial: sheet.model.concludesTrial(conclusion.current)

    heading: qsTr("Hold the review", "sheet heading: a placement")
    action: qsTr("Save the review", "button")
    width: Math.min(640 * Math.min(Theme.textScale, 1.6), (sheet.window ? sheet.window.width : 640) - 2 * Theme.s6)

    function ask() {
        const placement = sheet.model.placementId;
        own.begin("review.own/" + placement);
        reason.begin("review.unasked/" + placement);
        findings.begin("review.findings/" + placement);
        words.begin("review.outcome/" + placement);
        on.text = qsTr("today", "a date as typed: the day of the review");
        next.text = sheet.standing.nextReview;
        conclusion.current = -1;
        wish.current = -1;
        sheet.begin();
        own.forceActiveFocus();
    }
    onSaved: {
        own.said();
        reason.said();
        findings.said();
        words.said();
    }
    onDecided: sheet.model.holdReview(on.text, own.text, reason.text, findings.text, conclusion.current, next.text, wish.current, words.text)
    // A trial is four weeks, unless something else is agreed.
    onTrialChanged: if (sheet.visible)
        next.text = sheet.trial ? qsTr("in 4 weeks", "a date as typed: the end of a trial at home") : sheet.standing.nextReview

    Label {
        width: parent.width
        text: qsTr("What do they say, in their own words?", "review of a placement")
        type: Theme.row
        Accessible.role: Accessible.Heading
    }
    WritingArea {
        id: own
        objectName: "reviewOwnWords"
        width: parent.width
        minimumLines: 2
        focus: true
        hint: qsTr("As they said it", "own words")
        spoken: qsTr("What they say, in their own words", "review of a placement")
    }
    Field {
        id: reason
        // It stays where it is: what comes after must not move from under a finger while somebody types.
        enabled: own.text.trim().length === 0
        opacity: reason.enabled ? 1 : 0.55
        placeholder: reason.enabled ? "" : qsTr("Not needed: what they say stands above", "review of a placement")
        width: parent.width
        label: qsTr("If they could not be asked: why", "review of a placement")
        fault: sheet.faultOf("ownWords")
    }
    WritingArea {
        id: findings
        width: parent.width
        minimumLines: 2
        hint: qsTr("What you found, and who was there", "review of a placement")
    }
    OneOf {
        id: conclusion
        width: parent.width
        label: qsTr("What comes of it", "review of a placement")
        options: sheet.model.conclusions
        fault: sheet.faultOf("conclusion")
        onChosen: index => conclusion.current = index
    }
    OneOf {
        id: wish
        visible: sheet.ends
        width: parent.width
        label: qsTr("Is that what they wish?", "review that ends a placement")
        options: sheet.model.wishes
        fault: sheet.faultOf("wish")
        onChosen: index => wish.current = index
    }
    WritingArea {
        id: words
        visible: sheet.ends
        width: parent.width
        minimumLines: 2
        hint: qsTr("In a sentence, for who reads this later", "outcome of a placement")
    }
    DayField {
        id: on
        width: parent.width
        model: sheet.model
        ahead: false
        label: qsTr("Held on", "review of a placement")
        fault: sheet.faultOf("heldOn")
    }
    DayField {
        id: next
        visible: !sheet.ends
        width: parent.width
        model: sheet.model
        label: sheet.trial ? qsTr("The trial ends, and is reviewed, on", "review of a placement") : qsTr("Next review", "review of a placement")
        fault: sheet.faultOf("next")
    }
}
