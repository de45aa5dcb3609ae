import QtQuick
import Frontsheet.Theme
import Frontsheet.Controls

// Another agency told us what a person said; it waits for somebody here to say that it is done.
PanelRow {
    id: row

    // {personId, name, text, badge}
    required property var asked

    leads: true
    waiting: true
    spoken: Spoken.join([row.asked.name, row.asked.text, row.asked.badge.shortName, row.asked.badge.trailing])

    Column {
        width: parent.width
        spacing: 2
        Label {
            width: parent.width
            text: row.asked.name
            type: Theme.row
            Accessible.ignored: true
        }
        Label {
            width: parent.width
            text: row.asked.text
            Accessible.ignored: true
        }
        AgencyBadge {
            width: parent.width
            initials: row.asked.badge.initials
            shortName: row.asked.badge.shortName
            hue: row.asked.badge.hue
            trailing: row.asked.badge.trailing
            Accessible.ignored: true
        }
    }
}
