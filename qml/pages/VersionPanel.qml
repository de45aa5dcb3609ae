pragma ComponentBehavior: Bound
import QtQuick
import Frontsheet.Theme
import Frontsheet.Controls

// One of two versions: whose it is and when, the words with what only they say marked, and taking it. Both panels look the same.
Panel {
    id: panel

    required property var author // {name, role, badge, when, mine}
    required property var texts  // [{name, passages}]
    property bool busy: false
    property real bodyHeight: body.implicitHeight // so that two panels side by side end together
    readonly property real ownHeight: body.implicitHeight
    signal chosen

    Accessible.name: qsTr("Version of %1", "screen reader: %1 worker").arg(panel.author.name)

    PanelRow {
        first: true
        underHeading: false
        padY: Theme.s4
        spoken: Spoken.join([panel.author.name, panel.author.role, panel.author.badge.shortName, panel.author.when])
        Column {
            width: parent.width
            spacing: 2
            Flow {
                width: parent.width
                spacing: Theme.s2
                Label {
                    width: Math.min(implicitWidth, parent.width)
                    text: panel.author.name
                    type: Theme.row
                    Accessible.ignored: true
                }
                Label {
                    width: Math.min(implicitWidth, parent.width)
                    lineHeight: Theme.row.line
                    text: panel.author.role
                    type: Theme.small
                    color: Theme.ink2
                    Accessible.ignored: true
                }
            }
            AgencyBadge {
                width: parent.width
                initials: panel.author.badge.initials
                shortName: panel.author.badge.shortName
                hue: panel.author.badge.hue
                trailing: panel.author.badge.trailing
                Accessible.ignored: true
            }
        }
    }
    PanelRow {
        underHeading: false
        padY: Theme.s4
        spoken: ""
        Item {
            width: parent.width
            height: panel.bodyHeight
            Column {
                id: body
                width: parent.width
                spacing: Theme.s3
                Repeater {
                    model: panel.texts
                    Column {
                        id: one
                        required property var modelData
                        width: body.width
                        spacing: 2
                        Label {
                            visible: panel.texts.length > 1
                            width: parent.width
                            text: one.modelData.name
                            type: Theme.small
                            color: Theme.ink2
                        }
                        ComparedText {
                            width: parent.width
                            passages: one.modelData.passages
                        }
                    }
                }
            }
        }
    }
    PanelRow {
        last: true
        underHeading: false
        spoken: ""
        SecondaryButton {
            text: qsTr("Use this one", "button: of two versions")
            iconName: "check"
            enabled: !panel.busy
            Accessible.description: qsTr("The version of %1 stands; the other stays in the history", "screen reader: %1 worker").arg(panel.author.name)
            onClicked: panel.chosen()
        }
    }
}
