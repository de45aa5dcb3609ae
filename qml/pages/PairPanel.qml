pragma ComponentBehavior: Bound
import QtQuick
import Frontsheet.Theme
import Frontsheet.Controls

// Two records that may be one person. Same styling both sides; what agrees has a tick, what differs the not-equal sign, what one side does not know a question mark.
Panel {
    id: panel

    required property var pair // ProposalsModel.proposals
    readonly property real labels: Math.round(96 * Theme.textScale)
    readonly property real half: (panel.width - 2 * Theme.rowPad - panel.labels - 28) / 2
    // Where a yes would be refused, why.
    property bool mayJoin: true
    property string refusalTitle: ""
    property string refusalText: ""
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
            spoken: panel.pair.oneSided ? Spoken.join([row.modelData.label, row.modelData.left]) : row.modelData.same ? qsTr("%1, the same: %2", "screen reader: a pair of records").arg(row.modelData.label).arg(row.modelData.left) : row.modelData.unknown ? Spoken.join([row.modelData.label, row.modelData.left, row.modelData.right]) : qsTr("%1, different: %2, and %3", "screen reader: a pair of records").arg(row.modelData.label).arg(row.modelData.left).arg(row.modelData.right)
            Cell {
                width: panel.labels
                text: row.modelData.label
                type: Theme.small
                color: Theme.ink2
                lineHeight: Theme.body.line
            }
            LineIcon {
                x: panel.labels
                visible: !panel.pair.oneSided
                name: row.modelData.same ? "check" : row.modelData.unknown ? "question" : "not-equal"
                color: row.modelData.same ? Theme.accent : row.modelData.unknown ? Theme.ink2 : Theme.attention
                size: Theme.iconSmall
                y: 2
            }
            Cell {
                x: panel.labels + 28
                width: panel.half - Theme.s2
                text: row.modelData.left
                strong: !row.modelData.same && !row.modelData.unknown && !panel.pair.oneSided
            }
            Cell {
                x: panel.labels + 28 + panel.half
                width: panel.half
                text: row.modelData.right
                strong: !row.modelData.same && !row.modelData.unknown && !panel.pair.oneSided
            }
        }
    }
    PanelRow {
        last: true
        spoken: Spoken.join(panel.pair.compared.map(c => c.text))
        Column {
            width: parent.width
            spacing: Theme.s3
            Label {
                visible: panel.pair.oneSided
                width: parent.width
                text: qsTr("What %1 holds is not on this device. The index compared both without showing either:", "a pair of records, %1 agency").arg(panel.pair.right.shortName)
                color: Theme.ink2
                Accessible.ignored: true
            }
            Flow {
                width: parent.width
                spacing: Theme.s4
                Repeater {
                    model: panel.pair.compared
                    Row {
                        id: compared
                        required property var modelData
                        spacing: Theme.s1 + 2
                        LineIcon {
                            name: compared.modelData.mark === "same" ? "check" : compared.modelData.mark === "differs" ? "not-equal" : "question"
                            color: compared.modelData.mark === "same" ? Theme.accent : compared.modelData.mark === "differs" ? Theme.attention : Theme.ink2
                            size: Theme.iconSmall
                            y: 2
                        }
                        Label {
                            width: Math.min(Math.ceil(implicitWidth), panel.width - 2 * Theme.rowPad - Theme.iconSmall - 6)
                            text: compared.modelData.text
                            Accessible.ignored: true
                        }
                    }
                }
            }
            Notice {
                visible: panel.refusalTitle.length > 0
                width: parent.width
                height: visible ? implicitHeight : 0
                title: panel.refusalTitle
                text: panel.refusalText
            }
            Flow {
                width: parent.width
                spacing: Theme.s2
                PrimaryButton {
                    visible: panel.refusalTitle.length === 0
                    enabled: panel.mayJoin
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
