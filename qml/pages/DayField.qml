import QtQuick
import Frontsheet.Theme
import Frontsheet.Controls
import Frontsheet.ViewModels

// A day as people type it, with the day it was understood as beneath.
Column {
    id: day

    required property PlacementModel model
    required property string label
    property bool ahead: true // which year "3 March" means
    property string fault: ""
    property alias text: field.text
    property alias help: field.help
    readonly property string understood: day.model.dateUnderstood(field.text, day.ahead)
    spacing: Theme.s1

    Field {
        id: field
        width: parent.width
        label: day.label
        placeholder: qsTr("Such as 24 November, tomorrow, in 2 weeks", "hint in a date field")
        fault: day.fault
    }
    Label {
        visible: text.length > 0 && text !== field.text
        width: parent.width
        text: day.understood
        color: Theme.ink2
    }
}
