pragma ComponentBehavior: Bound
import QtQuick
import Frontsheet.Theme
import Frontsheet.Controls
import Frontsheet.ViewModels

// A visit that is not made: why. It can be put back.
Sheet {
    id: sheet

    required property VisitModel visit

    heading: qsTr("Why is the visit to %1 not made?", "sheet heading, %1 name").arg(sheet.visit.called)
    underway: sheet.visit.busy
    onAboutToShow: words.begin("visit.off/" + sheet.visit.visitId)
    onOpened: words.forceActiveFocus()

    Flow {
        width: parent.width
        spacing: Theme.s2
        Repeater {
            model: sheet.visit.reasons
            FilterChip {
                id: reason
                required property string modelData
                text: reason.modelData
                removable: false
                onClicked: words.text = reason.modelData
            }
        }
    }
    WritingArea {
        id: words
        width: parent.width
        minimumLines: 2
        focus: true
        hint: qsTr("Why, and when somebody comes instead", "visit that is not made")
    }
    Flow {
        width: parent.width
        spacing: Theme.s2
        PrimaryButton {
            enabled: words.text.trim().length > 2 && !sheet.visit.busy
            text: qsTr("Take it off the round", "button")
            onClicked: {
                sheet.going = true;
                sheet.visit.takeOff(words.text);
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
