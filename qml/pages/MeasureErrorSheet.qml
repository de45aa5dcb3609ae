import QtQuick
import Frontsheet.Theme
import Frontsheet.Controls
import Frontsheet.ViewModels

// A score that was taken of somebody else, or typed wrongly: it counts no longer, and says why.
Sheet {
    id: sheet

    required property MeasureModel measure
    property var row: null // MeasureModel.history

    heading: qsTr("This was entered in error", "sheet heading")
    underway: sheet.measure.busy

    function ask(row: var) {
        sheet.row = row;
        said.begin("measure.error/" + row.id);
        sheet.measure.dismissError();
        sheet.open();
        said.forceActiveFocus();
    }

    Label {
        width: parent.width
        text: sheet.row !== null ? Spoken.join([sheet.row.text, sheet.row.detail]) : ""
        strong: true
    }
    Label {
        width: parent.width
        text: qsTr("It leaves the line of scores. It stays to be read in the earlier versions, with why.", "a measure entered in error")
        color: Theme.ink2
    }
    WritingArea {
        id: said
        width: parent.width
        minimumLines: 2
        focus: true
        hint: qsTr("What was wrong: another person, another day", "something entered in error")
    }
    Notice {
        visible: sheet.measure.errorTitle.length > 0
        width: parent.width
        title: sheet.measure.errorTitle
        text: sheet.measure.errorText
    }
    Flow {
        width: parent.width
        spacing: Theme.s2
        PrimaryButton {
            text: qsTr("Mark it as an error", "button")
            enabled: !sheet.measure.busy && said.text.trim().length > 0
            onClicked: {
                sheet.going = true;
                sheet.measure.enterInError(sheet.row.id, said.text);
            }
        }
        SecondaryButton {
            text: qsTr("Not now", "button: close without answering")
            onClicked: sheet.close()
        }
    }
    Connections {
        target: sheet.measure
        function onDone() {
            if (!sheet.going)
                return;
            sheet.going = false;
            said.said();
            sheet.close();
        }
    }
}
