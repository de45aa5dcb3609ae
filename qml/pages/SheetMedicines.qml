pragma ComponentBehavior: Bound
import QtQuick
import Frontsheet.Theme
import Frontsheet.Controls
import Frontsheet.ViewModels

// What somebody takes, as each agency last heard it.
Panel {
    id: panel

    required property PlacedRows medicines // SheetWording.medicines

    title: qsTr("Medicines", "front sheet")
    Repeater {
        model: panel.medicines
        PanelRow {
            id: row
            required property var modelData
            required property int index
            required property bool here
            visible: row.here
            first: row.index === 0
            last: row.index === panel.medicines.count - 1
            padY: Theme.tablet ? 9 : 6
            spoken: Spoken.join(row.modelData.lines.concat([row.modelData.badge.shortName, row.modelData.badge.trailing]))
            Column {
                width: parent.width
                spacing: 2
                Label {
                    width: parent.width
                    text: row.modelData.lines.join("\n")
                    Accessible.ignored: true
                }
                AgencyBadge {
                    width: parent.width
                    initials: row.modelData.badge.initials
                    shortName: row.modelData.badge.shortName
                    hue: row.modelData.badge.hue
                    trailing: row.modelData.badge.trailing
                    Accessible.ignored: true
                }
            }
        }
    }
}
