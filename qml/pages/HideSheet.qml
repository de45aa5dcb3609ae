import QtQuick
import Frontsheet.Theme
import Frontsheet.Controls
import Frontsheet.ViewModels

// Keeping where somebody lives hidden: what it does is said first, who may know and the address next, how it came about after.
Sheet {
    id: sheet

    required property PermissionsModel model
    required property LocationModel location
    required property string called
    property string instead: "" // the restriction that this one takes the place of: the person has moved

    heading: sheet.instead.length > 0 ? qsTr("%1 has moved", "sheet heading, %1 name").arg(sheet.called) : qsTr("Keep where %1 lives hidden", "sheet heading, %1 name").arg(sheet.called)

    function ask(instead: string) {
        sheet.instead = instead;
        sheet.location.choose(instead);
        place.text = instead.length > 0 ? "" : sheet.location.known;
        list.all = false;
        how.reset("");
        sheet.open();
    }

    Notice {
        width: parent.width
        kind: Notice.Kind.Calm
        iconName: "lock"
        title: sheet.instead.length > 0 ? qsTr("The old address is erased, the new one is hidden.", "hiding an address anew") : qsTr("Nobody will find the address: it leaves every list, search and device.", "hiding an address")
        text: qsTr("Who you choose below sees it for a visit of their own, from twelve hours before until four hours after. It is never shown to another agency and never printed.", "hiding an address")
    }
    Label {
        width: parent.width
        text: qsTr("Who may know it, for a visit?", "hiding an address")
        type: Theme.row
        Accessible.role: Accessible.Heading
    }
    KnowersList {
        id: list
        width: parent.width
        location: sheet.location
    }
    Label {
        width: parent.width
        text: qsTr("Address, how to get in, a telephone number that is safe", "hiding an address")
        Accessible.ignored: true
        type: Theme.row
    }
    WritingArea {
        id: place
        objectName: "where"
        width: parent.width
        minimumLines: 2
        hint: qsTr("Leave it empty if it is not to be written down at all", "hiding an address")
        spoken: qsTr("Address, how to get in, a telephone number that is safe", "hiding an address")
    }
    HowItWasSaid {
        id: how
        width: parent.width
        model: sheet.model
        called: sheet.called
    }
    Notice {
        width: parent.width
        title: qsTr("What this cannot do", "hiding an address")
        text: sheet.location.others.length > 0 ? qsTr("Words in notes and referrals are not searched for the address. Other agencies are not told: %1 must hide it themselves.", "hiding an address, %1 agencies").arg(sheet.location.others) : qsTr("Words in notes and referrals are not searched for the address. Other agencies are not told: those who know it must hide it themselves.", "hiding an address")
    }
    Flow {
        width: parent.width
        spacing: Theme.s2
        PrimaryButton {
            text: qsTr("Keep it hidden", "button: hide an address")
            iconName: "lock"
            enabled: !sheet.location.busy && sheet.location.chosen > 0 && how.complete
            onClicked: sheet.location.hide(place.text, how.way, how.giver, how.authority, how.decidedWhy, how.words, sheet.instead)
        }
        SecondaryButton {
            text: qsTr("Not now", "button: close without saving")
            onClicked: sheet.close()
        }
    }
    // What was typed is not left behind a closed sheet.
    onClosed: place.text = ""
    Connections {
        target: sheet.location
        function onDone() {
            sheet.close();
        }
    }
}
