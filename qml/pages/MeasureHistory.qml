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
            // The answers, and what was done about the one that is not left alone.
            property bool open: false
            leads: true
            onClicked: row.open = !row.open
            spoken: Spoken.join([row.modelData.detail, row.modelData.text, row.modelData.badge.shortName, row.modelData.decided])
            Accessible.description: row.open ? qsTr("Shows less", "screen reader: pressing a row of the plan that is open") : qsTr("Shows more", "screen reader: pressing a row of the plan")
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
                Label {
                    visible: text.length > 0
                    width: parent.width
                    text: row.modelData.decided
                    strong: true
                    color: Theme.attention
                    Accessible.ignored: true
                }
                Repeater {
                    model: row.open ? row.modelData.answers : []
                    Column {
                        id: one
                        required property var modelData
                        width: parent ? parent.width : 0
                        topPadding: Theme.s1
                        Label {
                            width: parent.width
                            text: one.modelData.item
                            color: Theme.ink2
                        }
                        Label {
                            width: parent.width
                            text: one.modelData.answer
                            strong: true
                            color: one.modelData.unsafe ? Theme.attention : Theme.ink
                        }
                    }
                }
                Label {
                    visible: row.open && text.length > 0
                    width: parent.width
                    topPadding: Theme.s1
                    text: row.modelData.said
                }
                Label {
                    visible: row.open && row.modelData.answers.length === 0
                    width: parent.width
                    text: qsTr("The score alone was taken: the answers stand on the paper form.", "an earlier measure")
                    color: Theme.ink2
                }
                Repeater {
                    model: row.open ? row.modelData.endings : []
                    LinkButton {
                        id: ending
                        required property var modelData
                        inRow: true
                        iconName: "stop"
                        text: ending.modelData.button
                        spoken: qsTr("%1: %2", "screen reader: %1 button, %2 what it is about").arg(text).arg(row.modelData.text)
                        onClicked: ends.ask(row.modelData.id, Spoken.join([row.modelData.text, row.modelData.detail]), ending.modelData)
                    }
                }
            }
        }
    }
    EndSheet {
        id: ends
        objectName: "measureEnds"
        underway: panel.measure.busy
        errorTitle: panel.measure.errorTitle
        errorText: panel.measure.errorText
        onAboutToShow: panel.measure.dismissError()
        onSaid: (record, how, because) => panel.measure.enterInError(record, because)
    }
    Connections {
        target: panel.measure
        function onDone() {
            ends.saved();
        }
    }
}
