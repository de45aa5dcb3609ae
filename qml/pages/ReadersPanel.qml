pragma ComponentBehavior: Bound
import QtQuick
import Frontsheet.Theme
import Frontsheet.Controls
import Frontsheet.ViewModels

// Who will see this: all of it, only that there was contact, or not, with the reason. By the same decision as the server's.
Rectangle {
    id: panel

    required property NoteModel note
    required property string called
    property bool framed: false

    color: Theme.surface
    radius: panel.framed ? Theme.radiusPanel : 0
    border.width: panel.framed ? 1 : 0
    border.color: Theme.line

    Rectangle {
        visible: !panel.framed
        width: 1
        height: parent.height
        color: Theme.line
    }
    Item {
        id: head
        width: parent.width
        height: names.height + 2 * Theme.s3
        Column {
            id: names
            x: 20
            y: Theme.s3
            width: parent.width - 40
            Row {
                spacing: Theme.s2
                LineIcon {
                    name: "eye"
                    color: Theme.ink
                    size: Theme.iconSize
                    anchors.verticalCenter: parent.verticalCenter
                }
                Label {
                    text: qsTr("Who will see this", "beside a note")
                    type: Theme.section
                    Accessible.role: Accessible.Heading
                }
            }
            Label {
                width: parent.width
                text: qsTr("Once it is finished: %1", "%1 such as 8 workers will read all of it").arg(panel.note.audienceLine)
                color: Theme.ink2
            }
        }
    }
    Flickable {
        id: flick
        anchors.top: head.bottom
        anchors.bottom: parent.bottom
        anchors.bottomMargin: panel.framed ? 8 : 0
        width: parent.width
        contentHeight: column.height
        clip: true
        boundsBehavior: Flickable.StopAtBounds

        Column {
            id: column
            x: 1
            width: parent.width - 2
            Repeater {
                model: panel.note.audience
                Column {
                    id: group
                    required property var modelData
                    width: column.width
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
    }
    ScrollMark {
        flickable: flick
    }
}
