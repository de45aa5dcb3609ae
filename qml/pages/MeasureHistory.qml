pragma ComponentBehavior: Bound
import QtQuick
import Frontsheet.Theme
import Frontsheet.Controls
import Frontsheet.ViewModels

// How a measure went before: a small line, the same in words, and each score with who took it.
Panel {
    id: panel

    required property MeasureModel measure
    property bool all: false
    readonly property var scores: panel.measure.history
    readonly property var rows: panel.all ? panel.scores : panel.scores.slice(0, 3)

    title: qsTr("Before", "earlier scores of a measure")
    count: String(panel.measure.history.length)
    action: panel.measure.history.length > 3 ? (panel.all ? qsTr("Fewer", "button: the newest scores alone") : qsTr("All of them", "button: every earlier score")) : ""
    actionIcon: panel.all ? "chevron-up" : "chevron-down"
    onActionChosen: panel.all = !panel.all

    PanelRow {
        first: true
        spoken: panel.measure.historyLine
        Column {
            width: parent.width
            spacing: Theme.s2
            ScoreLine {
                visible: panel.measure.points.length > 1
                width: Math.min(parent.width, Math.round(420 * Theme.textScale))
                height: Math.round(64 * Math.min(Theme.textScale, 1.5))
                points: panel.measure.points
                color: Theme.accent
                ground: Theme.surface
                rule: Theme.line
            }
            Label {
                width: parent.width
                text: panel.measure.historyLine
                Accessible.ignored: true
            }
        }
    }
    Repeater {
        model: panel.rows
        PanelRow {
            id: row
            required property var modelData
            required property int index
            last: row.index === panel.rows.length - 1
            spoken: Spoken.join([row.modelData.detail, row.modelData.text, row.modelData.badge.shortName])
            Column {
                width: parent.width
                spacing: 2
                Flow {
                    width: parent.width
                    spacing: Theme.s3
                    Label {
                        width: Math.min(implicitWidth, row.inner)
                        text: row.modelData.text
                        strong: true
                        Accessible.ignored: true
                    }
                    Label {
                        width: Math.min(implicitWidth, row.inner)
                        text: row.modelData.detail
                        color: Theme.ink2
                        Accessible.ignored: true
                    }
                }
                AgencyBadge {
                    width: parent.width
                    initials: row.modelData.badge.initials
                    shortName: row.modelData.badge.shortName
                    hue: row.modelData.badge.hue
                    trailing: row.modelData.badge.trailing
                    Accessible.ignored: true
                }
            }
        }
    }
}
