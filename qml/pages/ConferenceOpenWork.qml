pragma ComponentBehavior: Bound
import QtQuick
import Frontsheet.Theme
import Frontsheet.Controls
import Frontsheet.ViewModels

// What one reads before going in: what is open in the plan, and what was found lately.
Column {
    id: work

    required property ConferenceModel model
    spacing: Theme.gap

    Panel {
        id: needs
        width: parent.width
        title: qsTr("Open in the plan", "before a conference")
        readonly property int rows: work.model.needs.length + work.model.openActions.length
        EmptyState {
            visible: work.model.loaded && needs.rows === 0
            width: parent.width
            text: qsTr("Nothing is open in the plan.", "before a conference")
        }
        Repeater {
            model: work.model.needs
            PanelRow {
                id: need
                required property var modelData
                required property int index
                first: need.index === 0
                last: need.index === needs.rows - 1
                waiting: need.modelData.unmet
                spoken: Spoken.join([need.modelData.text, need.modelData.chip.text, need.modelData.why])
                Column {
                    width: parent.width
                    spacing: 2
                    ChippedTitle {
                        text: need.modelData.text
                        chip: need.modelData.chip
                    }
                    Label {
                        visible: text.length > 0
                        width: parent.width
                        text: need.modelData.why
                        color: Theme.ink2
                        Accessible.ignored: true
                    }
                }
            }
        }
        Repeater {
            model: work.model.openActions
            ConferenceTask {
                required property var modelData
                required property int index
                task: modelData
                first: index === 0 && work.model.needs.length === 0
                last: index === work.model.openActions.length - 1
            }
        }
    }
    Panel {
        id: papers
        visible: work.model.papers.length > 0
        width: parent.width
        title: qsTr("To read beforehand", "before a conference: reviews and measures")
        Repeater {
            model: work.model.papers
            PanelRow {
                id: paper
                required property var modelData
                required property int index
                first: paper.index === 0
                last: paper.index === work.model.papers.length - 1
                spoken: Spoken.join([paper.modelData.title, paper.modelData.detail, paper.modelData.badge.shortName])
                Column {
                    width: parent.width
                    spacing: 2
                    Label {
                        width: parent.width
                        text: paper.modelData.title
                        strong: true
                        Accessible.ignored: true
                    }
                    Label {
                        visible: text.length > 0
                        width: parent.width
                        text: paper.modelData.detail
                        Accessible.ignored: true
                    }
                    AgencyBadge {
                        width: parent.width
                        initials: paper.modelData.badge.initials
                        shortName: paper.modelData.badge.shortName
                        hue: paper.modelData.badge.hue
                        Accessible.ignored: true
                    }
                }
            }
        }
    }
}
