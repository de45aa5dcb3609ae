pragma ComponentBehavior: Bound
import QtQuick
import Frontsheet.Theme
import Frontsheet.Controls

// Before what was typed on a form is forgotten.
Sheet {
    id: sheet

    required property string what
    signal agreed

    heading: qsTr("Give up what you typed?", "sheet heading: a form that is not saved")

    Label {
        width: parent.width
        text: sheet.what
        strong: true
    }
    Label {
        width: parent.width
        color: Theme.ink2
        text: qsTr("What you typed on this form goes from this device. What was saved before stays as it is.", "giving up a form")
    }
    Flow {
        width: parent.width
        spacing: Theme.s2
        PrimaryButton {
            id: stay
            focus: true
            text: qsTr("Go on writing", "button: a form is not given up")
            onClicked: sheet.close()
        }
        SecondaryButton {
            text: qsTr("Give it up", "button: forget what was typed on a form")
            onClicked: {
                sheet.close();
                sheet.agreed();
            }
        }
    }
    onOpened: stay.forceActiveFocus(Qt.PopupFocusReason)
}
