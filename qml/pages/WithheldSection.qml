pragma ComponentBehavior: Bound
import QtQuick
import Frontsheet.Theme
import Frontsheet.Controls
import Frontsheet.ViewModels

// What there is and is not shown to this worker: by which rule, and whom to ask.
Column {
    id: section

    required property PlacedRows rows
    signal ring(string number)

    spacing: Theme.gap
    visible: section.rows.count > 0

    Repeater {
        model: section.rows
        WithheldRow {
            required property var modelData
            required property bool here
            visible: here
            width: section.width
            what: modelData.what
            reason: modelData.reason
            ask: modelData.ask
            number: modelData.number
            initials: modelData.badge.initials
            shortName: modelData.badge.shortName
            hue: modelData.badge.hue
            onRing: number => section.ring(number)
        }
    }
}
