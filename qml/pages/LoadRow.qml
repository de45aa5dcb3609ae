import QtQuick
import Frontsheet.Theme
import Frontsheet.Controls

// One worker of the team: how many people, what is open, how that is against the others, what is late, and whether they are away. `row` as
// TeamModel words it.
PanelRow {
    id: item

    required property var row

    leads: true
    spoken: Spoken.join([item.row.name, item.row.role, item.row.load, item.row.overdue, item.row.asked, item.row.away])

    Avatar {
        id: face
        initials: item.row.initials
    }
    Column {
        x: face.width + Theme.s3
        width: parent.width - x - chevron.width - Theme.s2
        spacing: 3
        Label {
            width: parent.width
            text: item.row.name
            type: Theme.row
            Accessible.ignored: true
        }
        Label {
            width: parent.width
            text: item.row.role
            type: Theme.small
            color: Theme.ink2
            Accessible.ignored: true
        }
        Label {
            visible: text.length > 0
            width: parent.width
            text: item.row.away
            strong: item.row.awayToday
            Accessible.ignored: true
        }
        Label {
            width: parent.width
            text: item.row.load
            Accessible.ignored: true
        }
        // Said in words above and below: this is for the eye that goes down the column.
        Rectangle {
            visible: item.row.share > 0
            width: parent.width
            height: Theme.tablet ? 8 : 6
            radius: height / 2
            color: Theme.well
            Rectangle {
                id: much
                width: Math.max(parent.height, parent.width * item.row.share)
                height: parent.height
                radius: parent.radius
                color: Theme.accent
            }
            Rectangle {
                visible: item.row.lateShare > 0
                anchors.right: much.right
                width: Math.max(parent.height, much.width * item.row.lateShare)
                height: parent.height
                radius: parent.radius
                color: Theme.attentionMark
            }
        }
        Flow {
            visible: item.row.overdue.length > 0 || item.row.asked.length > 0
            width: parent.width
            spacing: Theme.s3
            Row {
                visible: item.row.overdue.length > 0
                spacing: 5
                LineIcon {
                    name: "clock"
                    color: Theme.attention
                    size: Theme.iconSmall
                    anchors.verticalCenter: parent.verticalCenter
                }
                Label {
                    text: item.row.overdue
                    type: Theme.small
                    strong: true
                    color: Theme.attention
                    Accessible.ignored: true
                }
            }
            Label {
                visible: text.length > 0
                width: Math.min(implicitWidth, parent.width)
                text: item.row.asked
                type: Theme.small
                color: Theme.ink2
                Accessible.ignored: true
            }
        }
    }
    LineIcon {
        id: chevron
        name: "chevron-right"
        color: Theme.ink2
        size: Theme.iconSmall
        anchors.right: parent.right
        anchors.verticalCenter: parent.verticalCenter
    }
}
