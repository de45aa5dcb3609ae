pragma ComponentBehavior: Bound
import QtQuick
import Frontsheet.Theme
import Frontsheet.Controls

// Placements of which a review is to be held, for their reviewing officer; nothing where there are none.
Column {
    id: section

    required property var rows // TodayModel.reviews
    property string aside: "" // how many of them are late
    signal opened(string placementId)

    visible: section.rows.length > 0
    spacing: Theme.s2
    SectionHead {
        width: parent.width
        title: qsTr("Reviews to hold", "section on Today: placements of the reviewing officer")
        count: section.aside.length > 0 ? section.aside : section.rows.length
    }
    Panel {
        width: parent.width
        Repeater {
            model: section.rows
            ReviewRow {
                required property var modelData
                required property int index
                row: modelData
                first: index === 0
                underHeading: false
                last: index === section.rows.length - 1
                onClicked: section.opened(row.placementId)
            }
        }
    }
}
