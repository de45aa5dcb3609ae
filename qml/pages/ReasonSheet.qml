pragma ComponentBehavior: Bound
import QtQuick
import Frontsheet.Theme
import Frontsheet.Controls
import Frontsheet.ViewModels

// Why what an agency shared is needed now, though this device has not heard from it: one tap and Open, or own words.
Sheet {
    id: sheet

    required property FrontSheetModel frontSheet
    property string home: ""
    property string agency: ""

    heading: qsTr("Why do you need it now?", "sheet heading: opening what an agency shared, its server not having answered")

    function askFor(home: string, agency: string) {
        sheet.home = home;
        sheet.agency = agency;
        words.begin("reason/" + home + "/" + sheet.frontSheet.personId);
        sheet.open();
        words.forceActiveFocus();
    }

    Label {
        width: parent.width
        color: Theme.ink2
        text: qsTr("It opens until this device hears from %1 again, for twelve hours at most. %1 reads who opened it and why.", "typed reason, %1 agency").arg(sheet.agency)
    }
    Flow {
        width: parent.width
        spacing: Theme.s2
        Repeater {
            model: [qsTr("I am with the person now", "typed reason"), qsTr("I am on my way to a visit", "typed reason"), qsTr("They rang and need an answer", "typed reason"), qsTr("Somebody may come to harm", "typed reason")]
            FilterChip {
                id: chip
                required property string modelData
                text: chip.modelData
                removable: false
                onClicked: words.text = chip.modelData
            }
        }
    }
    WritingArea {
        id: words
        width: parent.width
        minimumLines: 2
        focus: true
        hint: qsTr("Why you need it now", "typed reason")
    }
    Notice {
        visible: sheet.frontSheet.reasonFault.length > 0
        width: parent.width
        title: sheet.frontSheet.reasonFault
    }
    Flow {
        width: parent.width
        spacing: Theme.s2
        PrimaryButton {
            text: qsTr("Open", "button: opens what needs a reason")
            enabled: words.text.trim().length > 2
            onClicked: {
                sheet.going = true;
                sheet.frontSheet.openWithReason(sheet.home, words.text);
            }
        }
        SecondaryButton {
            text: qsTr("Not now", "button: close without opening")
            onClicked: sheet.close()
        }
    }
    Connections {
        target: sheet.frontSheet
        function onOpened() {
            if (sheet.going)
                words.said();
            sheet.going = false;
            sheet.close();
        }
    }
}
