pragma ComponentBehavior: Bound
import QtQuick
import Frontsheet.Theme
import Frontsheet.Controls

// One thing the person said, as a sentence to read aloud; in whose words, how it was asked, and what became of it agency by agency.
Panel {
    id: panel

    required property var said
    property bool busy: false
    signal withdrawn
    signal corrected

    Accessible.name: panel.said.title

    PanelRow {
        first: true
        underHeading: false
        last: panel.said.told.length === 0
        padY: Theme.s4
        spoken: Spoken.join([panel.said.title, panel.said.words, panel.said.said, panel.said.until, panel.said.standing])
        LineIcon {
            id: sign
            name: panel.said.objection ? "stop" : "check"
            color: !panel.said.inForce ? Theme.ink2 : panel.said.objection ? Theme.attention : Theme.accent
            size: Theme.iconSize
            y: 3
        }
        Column {
            x: sign.width + Theme.s3
            width: parent.width - x
            spacing: Theme.s2
            Label {
                width: parent.width
                text: panel.said.title
                type: Theme.section
                color: panel.said.inForce ? Theme.ink : Theme.ink2
                Accessible.ignored: true
            }
            Label {
                visible: panel.said.words.length > 0
                width: parent.width
                text: qsTr("“%1”", "somebody's own words").arg(panel.said.words)
                type: Theme.own
                Accessible.ignored: true
            }
            Label {
                width: parent.width
                text: panel.said.said
                color: Theme.ink2
                Accessible.ignored: true
            }
            Label {
                visible: text.length > 0
                width: parent.width
                text: panel.said.until
                Accessible.ignored: true
            }
            Label {
                visible: text.length > 0
                width: parent.width
                text: panel.said.standing
                strong: true
                Accessible.ignored: true
            }
            StateChip {
                visible: panel.said.waiting
                text: qsTr("Waiting to send", "state of what was recorded")
                iconName: "clock"
            }
            Flow {
                visible: panel.said.mine && panel.said.inForce
                width: parent.width
                spacing: Theme.s2
                SecondaryButton {
                    text: qsTr("Take it back", "button: the person changed their mind")
                    spoken: qsTr("Take back: %1", "screen reader, %1 what was said").arg(panel.said.title)
                    iconName: "undo"
                    enabled: !panel.busy
                    onClicked: panel.withdrawn()
                }
                LinkButton {
                    text: qsTr("Written down wrongly", "button: correct what was recorded")
                    spoken: qsTr("Written down wrongly: %1", "screen reader, %1 what was said").arg(panel.said.title)
                    iconName: "pencil"
                    textColor: Theme.ink2
                    enabled: !panel.busy
                    onClicked: panel.corrected()
                }
            }
        }
    }
    Repeater {
        model: panel.said.told
        PanelRow {
            id: told
            required property var modelData
            required property int index
            last: told.index === panel.said.told.length - 1
            spoken: Spoken.join([told.modelData.badge.shortName, told.modelData.asked, told.modelData.text])
            LineIcon {
                id: mark
                name: told.modelData.done ? "check-circle" : "clock"
                color: told.modelData.done ? Theme.accent : Theme.attention
                size: Theme.iconSize
                y: 1
            }
            Column {
                x: mark.width + Theme.s3
                width: parent.width - x
                spacing: 2
                AgencyBadge {
                    width: parent.width
                    initials: told.modelData.badge.initials
                    shortName: told.modelData.badge.shortName
                    hue: told.modelData.badge.hue
                    trailing: told.modelData.asked
                    nameColor: Theme.ink
                    Accessible.ignored: true
                }
                Label {
                    width: parent.width
                    text: told.modelData.text
                    Accessible.ignored: true
                }
            }
        }
    }
}
