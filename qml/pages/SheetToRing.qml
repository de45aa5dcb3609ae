pragma ComponentBehavior: Bound
import QtQuick
import Frontsheet.Controls
import Frontsheet.ViewModels

// Whom to ring when something happens, who is no worker: in the order in which they asked to be rung, then who may decide for them.
Panel {
    id: panel

    required property PlacedRows toRing // SheetWording.toRing
    signal ring(string number)

    title: qsTr("If something happens", "front sheet: emergency contacts, and who may decide")
    iconName: "phone"
    Repeater {
        model: panel.toRing
        RingRow {
            required property var modelData
            required property int index
            required property bool here
            visible: here
            name: modelData.name
            detail: modelData.detail
            number: modelData.phone
            first: index === 0
            last: index === panel.toRing.count - 1
            onRing: number => panel.ring(number)
        }
    }
}
