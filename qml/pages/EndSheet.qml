import QtQuick
import Frontsheet.Theme
import Frontsheet.Controls

// Something stands no longer: with why, where that is part of the record. Whose page it is on saves it, and says when it is saved.
Sheet {
    id: sheet

    property string recordId: ""
    property string about: ""
    property var ending: null // ending_wording.h
    property string errorTitle: ""
    property string errorText: ""
    readonly property bool needsWords: sheet.ending !== null && sheet.ending.needsWords
    default property alias between: rest.data // the words and the calls
    signal said(string recordId, int how, string because)

    heading: sheet.ending !== null ? sheet.ending.heading : ""

    function ask(recordId: string, about: string, ending: var) {
        sheet.recordId = recordId;
        sheet.about = about;
        sheet.ending = ending;
        words.begin("end" + ending.how + "/" + recordId);
        sheet.open();
        if (sheet.needsWords)
            words.forceActiveFocus();
        else
            call.forceActiveFocus();
    }
    // It is on its way.
    function saved() {
        if (!sheet.going)
            return;
        sheet.going = false;
        words.said();
        sheet.close();
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
        id: words
        visible: sheet.needsWords
        width: parent.width
        minimumLines: 2
        focus: true
        hint: sheet.ending !== null ? sheet.ending.hint : ""
    }
    Column {
        id: rest
        width: parent.width
    }
    Notice {
        visible: sheet.errorTitle.length > 0
        width: parent.width
        arrives: true
        title: sheet.errorTitle
        text: sheet.errorText
    }
    Flow {
        width: parent.width
        spacing: Theme.s2
        PrimaryButton {
            id: call
            text: sheet.ending !== null ? sheet.ending.call : ""
            enabled: !sheet.underway && (!sheet.needsWords || words.text.trim().length > 0)
            onClicked: {
                sheet.going = true;
                sheet.said(sheet.recordId, sheet.ending.how, words.text);
            }
        }
        SecondaryButton {
            text: qsTr("Not now", "button: close without answering")
            onClicked: sheet.close()
        }
    }
}
