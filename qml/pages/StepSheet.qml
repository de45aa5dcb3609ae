import QtQuick
import Frontsheet.Theme
import Frontsheet.Controls
import Frontsheet.ViewModels

// The ground of a placement's sheets: closes when what was decided is saved, and says inside itself why it was not.
Sheet {
    id: sheet

    required property PlacementModel model
    property string action: ""
    property bool ready: true
    signal decided
    signal saved // what was typed is on its way
    underway: sheet.model.busy

    default property alias asked: body.data

    function begin() {
        sheet.model.forgetFaults();
        sheet.open();
    }
    function faultOf(field: string): string {
        const said = sheet.model.faults[field];
        return said === undefined ? "" : said;
    }

    Column {
        id: body
        width: parent.width
        spacing: Theme.s4
    }
    Notice {
        visible: sheet.model.errorTitle.length > 0
        width: parent.width
        arrives: true
        title: sheet.model.errorTitle
        text: sheet.model.errorText
    }
    Flow {
        width: parent.width
        spacing: Theme.s2
        PrimaryButton {
            text: sheet.action
            enabled: !sheet.model.busy && sheet.ready
            onClicked: {
                sheet.going = true;
                sheet.decided();
            }
        }
        SecondaryButton {
            text: qsTr("Not now", "button: close without saving")
            onClicked: sheet.close()
        }
    }
    Connections {
        target: sheet.model
        enabled: sheet.going
        function onDone() {
            sheet.going = false;
            sheet.saved();
            sheet.close();
        }
    }
}
