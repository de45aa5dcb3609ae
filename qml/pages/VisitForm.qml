import QtQuick
import Frontsheet.Theme
import Frontsheet.Controls
import Frontsheet.ViewModels

// "I am visiting": the day and the time, nothing else.
Column {
    id: form

    required property LocationModel location
    required property string statement
    property string fault: ""
    signal closed

    spacing: Theme.s3

    function start() {
        time.forceActiveFocus();
    }

    SegmentedChoice {
        id: day
        width: parent.width
        label: qsTr("Day of the visit", "planning a visit")
        options: form.location.days
        onChosen: index => day.current = index
    }
    Field {
        id: time
        objectName: "visitTime"
        width: Math.min(parent.width, 220 * Theme.textScale)
        label: qsTr("Time", "planning a visit")
        placeholder: qsTr("14:30", "planning a visit: an example of a time")
        fault: form.fault
        onEdited: form.fault = ""
        onAccepted: save.clicked()
    }
    Flow {
        width: parent.width
        spacing: Theme.s2
        PrimaryButton {
            id: save
            text: qsTr("Plan the visit", "button: planning a visit")
            enabled: !form.location.busy
            onClicked: {
                form.fault = form.location.timeFault(day.current, time.text);
                if (form.fault.length === 0) {
                    form.location.planVisit(form.statement, day.current, time.text);
                    form.closed();
                }
            }
        }
        SecondaryButton {
            text: qsTr("Not now", "button: close without saving")
            onClicked: form.closed()
        }
    }
}
