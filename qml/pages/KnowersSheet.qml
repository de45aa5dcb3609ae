import QtQuick
import Frontsheet.Theme
import Frontsheet.Controls
import Frontsheet.ViewModels

// Who else may know, or no longer.
Sheet {
    id: sheet

    required property LocationModel location
    property string statement: ""

    heading: qsTr("Who may know the address", "sheet heading")

    function ask(statement: string) {
        sheet.statement = statement;
        sheet.location.choose(statement);
        list.all = false;
        sheet.open();
    }

    Label {
        width: parent.width
        color: Theme.ink2
        text: qsTr("Each of them still needs a visit of their own: the address is theirs from twelve hours before until four hours after. Who is taken off loses it at the next contact.", "choosing who may know an address")
    }
    KnowersList {
        id: list
        width: parent.width
        location: sheet.location
    }
    Flow {
        width: parent.width
        spacing: Theme.s2
        PrimaryButton {
            text: qsTr("Save", "button: who may know an address")
            enabled: !sheet.location.busy && sheet.location.chosen > 0
            onClicked: {
                sheet.location.nameReaders(sheet.statement);
                sheet.close();
            }
        }
        SecondaryButton {
            text: qsTr("Not now", "button: close without saving")
            onClicked: sheet.close()
        }
    }
}
