import QtQuick
import Frontsheet.Theme
import Frontsheet.Controls
import Frontsheet.ViewModels

// Somebody knows by now that the person is safe: how. Without a word of how nobody stops looking.
Sheet {
    id: sheet

    required property VisitModel visit

    heading: qsTr("How do you know that %1 is safe?", "sheet heading, %1 name").arg(sheet.visit.called)
    underway: sheet.visit.busy
    onAboutToShow: words.begin("visit.safe/" + sheet.visit.visitId)
    onOpened: words.forceActiveFocus()

    WritingArea {
        id: words
        width: parent.width
        minimumLines: 2
        focus: true
        hint: qsTr("Who saw or spoke to them, when and where", "no reply")
    }
    Flow {
        // It has no width before the sheet is open: a button as narrow as that would chase its own words.
        id: ways
        width: parent.width
        spacing: Theme.s2
        PrimaryButton {
            enabled: words.text.trim().length > 2 && !sheet.visit.busy
            text: qsTr("Seen, and the visit was made", "button: the person is safe")
            width: ways.width > 0 ? Math.min(implicitWidth, ways.width) : implicitWidth
            onClicked: {
                sheet.going = true;
                sheet.visit.seenSafe(words.text);
            }
        }
        SecondaryButton {
            enabled: words.text.trim().length > 2 && !sheet.visit.busy
            text: qsTr("Safe elsewhere, no visit", "button: the person is safe")
            width: ways.width > 0 ? Math.min(implicitWidth, ways.width) : implicitWidth
            onClicked: {
                sheet.going = true;
                sheet.visit.heardSafe(words.text);
            }
        }
        SecondaryButton {
            text: qsTr("Not now", "button: close without saying so")
            onClicked: sheet.close()
        }
    }
    Notice {
        visible: sheet.visit.errorTitle.length > 0
        width: parent.width
        kind: Notice.Kind.Danger
        arrives: true
        title: sheet.visit.errorTitle
        text: sheet.visit.errorText
    }
    Connections {
        target: sheet.visit
        function onDone() {
            if (!sheet.going)
                return;
            sheet.going = false;
            words.said();
            sheet.close();
        }
    }
}
