pragma ComponentBehavior: Bound
import QtQuick
import Frontsheet.Theme
import Frontsheet.Controls

// Whoever was found, to choose one of; says so where nobody was.
Column {
    id: pick

    required property var rows // {agency, worker, name, role, badge}
    property var chosen: null // of rows; null: nobody yet
    property string none: "" // where nobody is found
    property string fault: ""

    spacing: Theme.s2

    Panel {
        visible: pick.rows.length > 0
        width: parent.width
        Repeater {
            model: pick.rows
            PickRow {
                id: row
                required property var modelData
                required property int index
                title: row.modelData.name
                initials: row.modelData.badge.initials
                shortName: row.modelData.badge.shortName
                hue: row.modelData.badge.hue
                aside: row.modelData.role
                chosen: pick.chosen !== null && row.modelData.worker === pick.chosen.worker && row.modelData.agency === pick.chosen.agency
                first: row.index === 0
                underHeading: false
                last: row.index === pick.rows.length - 1
                onClicked: pick.chosen = row.modelData
            }
        }
    }
    Label {
        visible: pick.rows.length === 0 && text.length > 0
        width: parent.width
        color: Theme.ink2
        text: pick.none
    }
    Label {
        visible: text.length > 0
        width: parent.width
        text: pick.fault
        color: Theme.danger
    }
}
