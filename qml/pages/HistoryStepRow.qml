pragma ComponentBehavior: Bound
import QtQuick
import Frontsheet.Theme
import Frontsheet.Controls

// One version of a record: who wrote it and when, and each thing it changed, as it was and as it became.
PanelRow {
    id: row

    required property var step // HistoryModel::steps
    signal secretShown

    spoken: row.step.spoken
    padY: Theme.s3

    Column {
        width: parent.width
        spacing: Theme.s2
        Column {
            width: parent.width
            spacing: 2
            Label {
                width: parent.width
                text: row.step.who
                type: Theme.row
                strong: true
                Accessible.ignored: true
            }
            AgencyBadge {
                width: parent.width
                initials: row.step.badge.initials
                shortName: row.step.badge.shortName
                hue: row.step.badge.hue
                trailing: row.step.badge.trailing
                Accessible.ignored: true
            }
            Label {
                width: parent.width
                text: row.step.what
                color: Theme.ink2
                Accessible.ignored: true
            }
            Label {
                visible: text.length > 0
                width: parent.width
                text: row.step.about
                color: Theme.ink2
            }
        }
        Repeater {
            model: row.step.changes
            Column {
                id: one
                required property var modelData
                readonly property bool prose: one.modelData.passages.length > 0
                width: parent ? parent.width : 0
                spacing: 2
                Label {
                    width: parent.width
                    text: one.modelData.name
                    type: Theme.small
                    color: Theme.ink2
                }
                MaskedValue {
                    visible: one.modelData.covered
                    width: parent.width
                    value: one.modelData.after
                    means: one.modelData.name
                    onShown: row.secretShown()
                }
                ComparedText {
                    visible: one.prose
                    width: Math.min(parent.width, 75 * Theme.note.size * 0.52)
                    passages: one.modelData.passages
                }
                Label {
                    visible: !one.modelData.covered && !one.prose
                    width: parent.width
                    text: one.modelData.after
                }
                Label {
                    visible: !one.modelData.covered && one.modelData.before.length > 0
                    width: Math.min(parent.width, 75 * Theme.small.size * 0.52)
                    text: qsTr("Before: %1", "a value as it was, in the list of versions").arg(one.modelData.before)
                    type: Theme.small
                    color: Theme.ink2
                }
            }
        }
        Repeater {
            model: row.step.beside
            Label {
                required property string modelData
                width: parent ? parent.width : 0
                text: modelData
                color: Theme.ink2
            }
        }
    }
}
