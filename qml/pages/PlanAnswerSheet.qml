pragma ComponentBehavior: Bound
import QtQuick
import Frontsheet.Theme
import Frontsheet.Controls
import Frontsheet.ViewModels

// The words that go with an answer: why not, how it goes, what came of it. They are kept until they are saved.
Sheet {
    id: sheet

    required property PlanModel plan
    property string kind: "decline" // decline, report, finish, cancel; declinePlan, closePlan
    property string recordId: ""
    property string about: ""
    readonly property var words: ({
            decline: [qsTr("Decline, with a reason", "sheet heading"), qsTr("Who asked reads why, and asks somebody else.", "declining an action"), qsTr("Why you cannot do it", "declining an action"), qsTr("Decline", "button: say no to an action")],
            report: [qsTr("Report back", "sheet heading: how an action goes"), qsTr("It stays yours. Everybody who reads the plan reads this.", "reporting on an action"), qsTr("How it goes", "reporting on an action"), qsTr("Save the report", "button: how an action goes")],
            finish: [qsTr("Done: what came of it", "sheet heading: finishing an action"), qsTr("Who asked reads it in your words.", "finishing an action"), qsTr("What came of it", "finishing an action"), qsTr("Mark it done", "button: an action is done")],
            cancel: [qsTr("Cancel this action", "sheet heading"), qsTr("Who was asked reads why. It stays on the plan as cancelled.", "cancelling an action"), qsTr("Why it is not needed", "cancelling an action"), qsTr("Cancel the action", "button")],
            declinePlan: [qsTr("Say why you cannot take it over", "sheet heading: becoming case owner"), qsTr("Who asked gets this as a message. The plan stays where it is.", "declining to become case owner"), qsTr("Why you cannot", "declining to become case owner"), qsTr("Say no", "button: declining to become case owner")],
            closePlan: [qsTr("Close this plan", "sheet heading"), qsTr("Nothing in it is lost: it can be read as it stands. Nothing is added to it any more.", "closing a plan"), qsTr("Why, and who goes on from here", "closing a plan"), qsTr("Close the plan", "button")]
        })[sheet.kind]

    heading: sheet.words[0]
    underway: sheet.plan.busy

    function ask(kind: string, recordId: string, about: string) {
        said.begin("plan." + kind + "/" + recordId);
        sheet.kind = kind;
        sheet.recordId = recordId;
        sheet.about = about;
        sheet.plan.dismissError();
        sheet.plan.lookWhoSees(recordId);
        sheet.open();
        said.forceActiveFocus();
    }
    function say() {
        switch (sheet.kind) {
        case "decline":
            sheet.plan.answer(sheet.recordId, PlanModel.Decline, said.text);
            break;
        case "report":
            sheet.plan.answer(sheet.recordId, PlanModel.Report, said.text);
            break;
        case "finish":
            sheet.plan.answer(sheet.recordId, PlanModel.Finish, said.text);
            break;
        case "cancel":
            sheet.plan.answer(sheet.recordId, PlanModel.Cancel, said.text);
            break;
        case "declinePlan":
            sheet.plan.declinePlan(sheet.recordId, said.text);
            break;
        case "closePlan":
            sheet.plan.closePlan(sheet.recordId, said.text);
            break;
        }
    }

    Label {
        visible: text.length > 0
        width: parent.width
        text: sheet.about
        strong: true
    }
    Label {
        width: parent.width
        text: sheet.words[1]
        color: Theme.ink2
    }
    WritingArea {
        id: said
        width: parent.width
        minimumLines: 3
        focus: true
        hint: sheet.words[2]
    }
    WhoSeesFold {
        width: parent.width
        plan: sheet.plan
    }
    Notice {
        visible: sheet.plan.errorTitle.length > 0
        width: parent.width
        arrives: true
        title: sheet.plan.errorTitle
        text: sheet.plan.errorText
    }
    Flow {
        width: parent.width
        spacing: Theme.s2
        PrimaryButton {
            text: sheet.words[3]
            enabled: !sheet.plan.busy && said.text.trim().length > 0
            onClicked: {
                sheet.going = true;
                sheet.say();
            }
        }
        SecondaryButton {
            text: qsTr("Not now", "button: close without answering")
            onClicked: sheet.close()
        }
    }
    Connections {
        target: sheet.plan
        function onDone() {
            if (!sheet.going)
                return;
            sheet.going = false;
            said.said();
            sheet.close();
        }
    }
}
