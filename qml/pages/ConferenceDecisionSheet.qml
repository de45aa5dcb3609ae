pragma ComponentBehavior: Bound
import QtQuick
import Frontsheet.Theme
import Frontsheet.Controls

// What was decided, and who of those there does not agree, each in their own words. Of a decision that stands already, who disagrees alone.
ConferenceStep {
    id: sheet

    property string decision: "" // that stands; empty: a new one
    property var against: ({}) // position among the dissenters to words
    property int stamp: 0
    property string where: "" // of which conference and decision `against` is
    property var who: [] // the dissenters that it counts

    heading: sheet.decision.length > 0 ? qsTr("Who does not agree?", "sheet heading: a decision of a conference") : qsTr("What was decided?", "sheet heading: a conference")
    action: sheet.decision.length > 0 ? qsTr("Write it down", "button: who disagrees") : qsTr("Save the decision", "button")

    function ask(decision: string) {
        const where = sheet.model.conferenceId + "/" + decision;
        const who = Array.from(sheet.model.dissenters, one => one.name);
        // Who came back to the same finds what each was writing, and nobody finds another's words.
        if (sheet.where !== where || sheet.who.join("\n") !== who.join("\n"))
            sheet.against = {};
        sheet.where = where;
        sheet.who = who;
        sheet.decision = decision;
        sheet.stamp++;
        words.begin("conference.decision/" + where);
        sheet.begin();
        if (decision.length === 0)
            words.forceActiveFocus();
    }
    function toggle(at: int) {
        const next = sheet.decision.length > 0 ? {} : Object.assign({}, sheet.against);
        if (sheet.against[at] !== undefined)
            delete next[at];
        else
            next[at] = "";
        sheet.against = next;
        sheet.stamp++;
    }
    onSaved: {
        words.said();
        sheet.against = {};
    }
    onDecided: {
        const chosen = Object.keys(sheet.against);
        if (sheet.decision.length > 0)
            sheet.model.disagree(sheet.decision, chosen.length > 0 ? parseInt(chosen[0]) : -1, chosen.length > 0 ? sheet.against[chosen[0]] : "");
        else
            sheet.model.decide(words.text, chosen.map(at => ({
                        index: parseInt(at),
                        words: sheet.against[at]
                    })));
    }

    WritingArea {
        id: words
        objectName: "decisionWords"
        visible: sheet.decision.length === 0
        height: visible ? implicitHeight : 0
        width: parent.width
        minimumLines: 3
        focus: true
        hint: qsTr("In plain words, as it was agreed", "a decision of a conference")
        spoken: sheet.heading
        fault: sheet.faultOf("text")
    }
    FaultLine {
        text: words.fault
    }
    Label {
        width: parent.width
        text: sheet.decision.length > 0 ? qsTr("It stands beside the decision, with their name, and is never changed.", "disagreeing with a decision") : qsTr("Does anybody not agree?", "a decision of a conference")
        type: sheet.decision.length > 0 ? Theme.body : Theme.row
    }
    FaultLine {
        text: sheet.faultOf("who")
    }
    Flow {
        width: parent.width
        spacing: Theme.s2
        Repeater {
            model: sheet.model.dissenters
            ToggleChip {
                id: chip
                required property var modelData
                required property int index
                on: sheet.against[chip.index] !== undefined
                text: chip.modelData.name
                onClicked: sheet.toggle(chip.index)
            }
        }
    }
    Repeater {
        model: sheet.stamp >= 0 ? Object.keys(sheet.against) : []
        Column {
            id: said
            required property string modelData
            readonly property string who: sheet.model.dissenters[parseInt(said.modelData)]?.name ?? ""
            width: parent ? parent.width : 0
            spacing: Theme.s1
            Label {
                width: parent.width
                text: qsTr("%1 says", "disagreeing with a decision, %1 who").arg(said.who)
                weight: 500
            }
            WritingArea {
                id: its
                width: parent.width
                minimumLines: 2
                text: sheet.against[said.modelData] ?? "" // another chip makes these rows anew
                hint: qsTr("In their words", "disagreeing with a decision")
                spoken: qsTr("%1 says, in their words", "disagreeing with a decision, %1 who").arg(said.who)
                fault: text.trim().length === 0 ? sheet.faultOf("dissent") : ""
                onEdited: sheet.against[said.modelData] = text
            }
            FaultLine {
                text: its.fault
            }
        }
    }
}
