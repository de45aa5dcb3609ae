import QtQuick
import Frontsheet.Controls

// Another hour or another place. Everybody who was asked is told, and asked once more where the hour is another.
ConferenceStep {
    id: sheet

    heading: qsTr("Another day or place", "sheet heading: a conference")
    action: qsTr("Tell everybody", "button: a conference is on another day or elsewhere")

    function ask(place: string) {
        when.text = "";
        where.text = place;
        sheet.begin();
        when.input.forceActiveFocus();
    }
    onDecided: sheet.model.move(when.text, where.text)

    Field {
        id: when
        width: parent.width
        label: qsTr("Day and time", "a conference")
        placeholder: qsTr("Such as tomorrow 10:30, or 24/11/2026 14:00", "hint in a field for a day and a time")
        under: sheet.visible ? sheet.model.hourUnderstood(when.text) : ""
        fault: sheet.faultOf("when")
    }
    Field {
        id: where
        width: parent.width
        label: qsTr("Where", "a conference")
    }
}
