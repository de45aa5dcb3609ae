pragma ComponentBehavior: Bound
import QtQuick
import Frontsheet.Theme
import Frontsheet.ViewModels

// What is on this device and not shown, since its home has not answered for too long: whose, since when, and the way back.
Column {
    id: section

    required property FrontSheetModel sheet
    signal ring(string number)

    visible: section.sheet.locked.length > 0
    spacing: Theme.gap

    Repeater {
        model: section.sheet.locked
        LockedRow {
            id: row
            required property var modelData
            width: section.width
            title: row.modelData.title
            text: row.modelData.text
            hidden: row.modelData.state === "hidden"
            ask: row.modelData.ask
            number: row.modelData.number
            initials: row.modelData.badge.initials
            shortName: row.modelData.badge.shortName
            hue: row.modelData.badge.hue
            onRing: number => section.ring(number)
            onOpenAsked: reasons.askFor(row.modelData.home, row.modelData.badge.shortName)
        }
    }
    ReasonSheet {
        id: reasons
        frontSheet: section.sheet
    }
}
