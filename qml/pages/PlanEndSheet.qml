import QtQuick
import Frontsheet.Theme
import Frontsheet.Controls
import Frontsheet.ViewModels

// Something stands no longer: with why, where that is part of the record.
Sheet {
    id: sheet

    required property PlanModel plan
    property string recordId: ""
    property string about: ""
    property var ending: null // of a row's endings
    readonly property bool needsWords: sheet.ending !== null && sheet.ending.needsWords

    heading: sheet.ending !== null ? sheet.ending.heading : ""
    underway: sheet.plan.busy

    function ask(recordId: string, about: string, ending: var) {
        sheet.recordId = recordId;
        sheet.about = about;
        sheet.ending = ending;
        said.begin("plan.end" + ending.how + "/" + recordId);
        sheet.plan.dismissError();
        sheet.plan.lookWhoSees(recordId);
        sheet.open();
        if (sheet.needsWords)
            said.forceActiveFocus();
        else
            call.forceActiveFocus();
    }

    Label {
        width: parent.width
        text: sheet.about
        strong: true
    }
    Label {
        width: parent.width
        text: sheet.ending !== null ? sheet.ending.under : ""
        color: Theme.ink2
    }
    WritingArea {
        id: said
        visible: sheet.needsWords
        width: parent.width
        minimumLines: 2
        focus: true
        hint: sheet.ending !== null ? sheet.ending.hint : ""
    }
    WhoSeesFold {
        width: parent.width
        plan: sheet.plan
    }
    Notice {
        visible: sheet.plan.errorTitle.length > 0
        width: parent.width
        title: sheet.plan.errorTitle
        text: sheet.plan.errorText
    }
    Flow {
        width: parent.width
        spacing: Theme.s2
        PrimaryButton {
            id: call
            text: sheet.ending !== null ? sheet.ending.call : ""
            enabled: !sheet.plan.busy && (!sheet.needsWords || said.text.trim().length > 0)
            onClicked: {
                sheet.going = true;
                sheet.plan.end(sheet.recordId, sheet.ending.how, said.text);
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
