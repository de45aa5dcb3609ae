pragma ComponentBehavior: Bound
import QtQuick
import Frontsheet.Theme
import Frontsheet.Controls

// Agencies and roles under headings: who will read all of it, a part, and who will not.
Column {
    id: list

    required property var audience // {heading, rows: [{badge, people, reason}]}

    Repeater {
        model: list.audience
        Column {
            id: group
            required property var modelData
            width: list.width
            Rectangle {
                width: parent.width
                height: heading.height + 2 * (Theme.tablet ? 9 : 6)
                color: Theme.bg
                Rectangle {
                    width: parent.width
                    height: 1
                    color: Theme.line
                }
                Label {
                    id: heading
                    x: 20
                    width: parent.width - 40
                    anchors.verticalCenter: parent.verticalCenter
                    text: group.modelData.heading
                    strong: true
                    Accessible.role: Accessible.Heading
                }
            }
            Repeater {
                model: group.modelData.rows
                PanelRow {
                    id: row
                    required property var modelData
                    pad: 20
                    padY: Theme.tablet ? 8 : 6
                    spoken: Spoken.join([group.modelData.heading, row.modelData.badge.shortName, row.modelData.people, row.modelData.reason])
                    AgencyBadge {
                        id: mark
                        initials: row.modelData.badge.initials
                        shortName: row.modelData.badge.shortName
                        hue: row.modelData.badge.hue
                        nameShown: false
                        Accessible.ignored: true
                    }
                    Column {
                        x: mark.width + Theme.s3
                        width: parent.width - x
                        Label {
                            width: parent.width
                            text: row.modelData.badge.shortName
                            strong: true
                            Accessible.ignored: true
                        }
                        Label {
                            visible: text.length > 0
                            width: parent.width
                            text: row.modelData.people
                            Accessible.ignored: true
                        }
                        Label {
                            visible: text.length > 0
                            width: parent.width
                            text: row.modelData.reason
                            type: Theme.small
                            color: Theme.ink2
                            Accessible.ignored: true
                        }
                    }
                }
            }
        }
    }
}
