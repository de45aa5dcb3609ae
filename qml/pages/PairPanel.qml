pragma ComponentBehavior: Bound
import QtQuick
import Frontsheet.Theme
import Frontsheet.Controls

// Two records that may be one person. Same styling both sides; what agrees has a tick, what differs the not-equal sign.
Panel {
    id: panel

    required property var pair // ProposalsModel.proposals
    readonly property real labels: Math.round(96 * Theme.textScale)
    readonly property real half: (panel.width - 2 * Theme.rowPad - panel.labels - 28) / 2
    signal decided(bool same)

    title: panel.pair.name

    component Cell: Label {
        Accessible.ignored: true
    }

    PanelRow {
        first: true
        spoken: Spoken.join([panel.pair.left.shortName, panel.pair.right.shortName])
        padY: Theme.tablet ? 8 : 6
        AgencyBadge {
            x: panel.labels + 28
            width: panel.half
            initials: panel.pair.left.initials
            shortName: panel.pair.left.shortName
            hue: panel.pair.left.hue
            nameStrong: true
            nameColor: Theme.ink
            Accessible.ignored: true
        }
        AgencyBadge {
            x: panel.labels + 28 + panel.half
            width: panel.half
            initials: panel.pair.right.initials
            shortName: panel.pair.right.shortName
            hue: panel.pair.right.hue
            nameStrong: true
            nameColor: Theme.ink
            Accessible.ignored: true
        }
    }
    Repeater {
        model: panel.pair.rows
        PanelRow {
            id: row
            required property var modelData
            padY: Theme.tablet ? 7 : 5
            spoken: row.modelData.same ? qsTr("%1, the same: %2", "screen reader: a pair of records").arg(row.modelData.label).arg(row.modelData.left) : qsTr("%1, different: %2, and %3", "screen reader: a pair of records").arg(row.modelData.label).arg(row.modelData.left).arg(row.modelData.right)
            Cell {
                width: panel.labels
                text: row.modelData.label
                type: Theme.small
                color: Theme.ink2
                lineHeight: Theme.body.line
            }
            LineIcon {
                x: panel.labels
                name: row.modelData.same ? "check" : "not-equal"
                color: row.modelData.same ? Theme.accent : Theme.attention
                size: Theme.iconSmall
                y: 2
            }
            Cell {
                x: panel.labels + 28
                width: panel.half - Theme.s2
                text: row.modelData.left
                strong: !row.modelData.same
            }
            Cell {
                x: panel.labels + 28 + panel.half
                width: panel.half
                text: row.modelData.right
                strong: !row.modelData.same
            }
        }
    }
    PanelRow {
        last: true
        spoken: qsTr("Evidence: %1", "screen reader").arg(panel.pair.evidence)
        Column {
            width: parent.width
            spacing: Theme.s3
            Cell {
                visible: text.length > 0
                width: parent.width
                text: panel.pair.evidence
                color: Theme.ink2
            }
            Flow {
                width: parent.width
                spacing: Theme.s2
                PrimaryButton {
                    text: qsTr("Same person", "button: a pair of records is one person")
                    iconName: "check"
                    onClicked: panel.decided(true)
                }
                SecondaryButton {
                    text: qsTr("Different people", "button: a pair of records is two people")
                    iconName: "not-equal"
                    onClicked: panel.decided(false)
                }
            }
        }
    }
}
