pragma ComponentBehavior: Bound
import QtQuick
import Frontsheet.Controls
import Frontsheet.ViewModels

// Whom to ring about a visit: at home first, then who is rung in an emergency.
Panel {
    id: panel

    required property VisitModel visit
    signal ring(string number)

    title: qsTr("Whom to ring", "visit")
    iconName: "phone"
    EmptyState {
        visible: panel.visit.loaded && panel.visit.phone.length === 0 && panel.visit.toRing.length === 0
        width: parent.width
        text: qsTr("No number is recorded for %1, and nobody to ring in an emergency.", "visit, %1 name").arg(panel.visit.called)
    }
    RingRow {
        visible: panel.visit.phone.length > 0
        name: panel.visit.called
        detail: qsTr("At home", "whose telephone number this is")
        number: panel.visit.phone
        first: true
        last: panel.visit.toRing.length === 0
        onRing: number => panel.ring(number)
    }
    Repeater {
        model: panel.visit.toRing
        RingRow {
            required property var modelData
            required property int index
            name: modelData.name
            detail: modelData.detail
            number: modelData.phone
            first: index === 0 && panel.visit.phone.length === 0
            last: index === panel.visit.toRing.length - 1
            onRing: number => panel.ring(number)
        }
    }
}
