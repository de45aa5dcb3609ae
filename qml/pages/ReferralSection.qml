pragma ComponentBehavior: Bound
import QtQuick
import Frontsheet.Theme
import Frontsheet.Controls

// Referrals under a heading with their count; nothing where there are none.
Column {
    id: section

    required property string title
    required property var rows
    property bool emphasised: false
    signal opened(string referralId)

    visible: section.rows.length > 0
    spacing: Theme.s2

    SectionHead {
        width: parent.width
        title: section.title
        count: section.rows.length
    }
    Panel {
        width: parent.width
        emphasised: section.emphasised
        Repeater {
            model: section.rows
            ReferralRow {
                required property var modelData
                required property int index
                row: modelData
                first: index === 0
                underHeading: false
                last: index === section.rows.length - 1
                onClicked: section.opened(row.id)
            }
        }
    }
}
