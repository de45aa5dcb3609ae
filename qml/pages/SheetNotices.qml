pragma ComponentBehavior: Bound
import QtQuick
import Frontsheet.Theme
import Frontsheet.Controls
import Frontsheet.ViewModels

// What must be known before anything else on the sheet: who has opened it in an emergency, and words of which there are two versions.
Column {
    id: notices

    required property FrontSheetModel sheet
    signal openVersions(string recordId, string op)

    visible: notices.sheet.emergencies.length + notices.sheet.versions.length > 0
    spacing: Theme.gap

    Repeater {
        model: notices.sheet.emergencies
        Notice {
            required property var modelData
            width: notices.width
            kind: modelData.open ? Notice.Kind.Attention : Notice.Kind.Calm
            title: modelData.title
            text: modelData.text
            action: modelData.open && modelData.mine ? qsTr("End it now", "button: emergency access") : ""
            onActionChosen: notices.sheet.endEmergency(modelData.home, modelData.record)
        }
    }
    Repeater {
        model: notices.sheet.versions
        Notice {
            required property var modelData
            width: notices.width
            title: modelData.title
            text: modelData.text
            action: qsTr("Look at both", "button: two versions of some words")
            onActionChosen: notices.openVersions(modelData.record, modelData.op)
        }
    }
}
