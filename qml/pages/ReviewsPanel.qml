pragma ComponentBehavior: Bound
import QtQuick
import Frontsheet.Theme
import Frontsheet.Controls
import Frontsheet.ViewModels

// When the placement was looked at, is to be, and will be, with the dates that slipped.
Panel {
    id: panel

    required property PlacementModel model

    title: qsTr("Reviews", "section of a placement")

    Repeater {
        model: panel.model.schedule
        PanelRow {
            id: line
            required property var modelData
            required property int index
            readonly property bool overdue: line.modelData.state === "overdue"
            first: line.index === 0
            waiting: line.overdue
            spoken: Spoken.join([line.modelData.text, line.modelData.on])
            LineIcon {
                id: mark
                y: Math.round((Theme.body.line - height) / 2)
                name: line.modelData.state === "held" ? "check-circle" : line.overdue ? "warning" : "clock"
                color: line.modelData.state === "held" ? Theme.accent : line.overdue ? Theme.attention : Theme.ink2
                size: Theme.iconSmall
            }
            Label {
                id: state
                x: mark.width + Theme.s2
                width: parent.width - x - on.width - Theme.s2
                text: line.modelData.text
                strong: line.modelData.state === "due" || line.overdue
                color: line.overdue ? Theme.attention : line.modelData.state === "tocome" ? Theme.ink2 : Theme.ink
                Accessible.ignored: true
            }
            Label {
                id: on
                anchors.right: parent.right
                text: line.modelData.on
                color: state.color
                Accessible.ignored: true
            }
        }
    }
    EmptyState {
        visible: panel.model.loaded && panel.model.schedule.length === 0
        width: parent.width
        text: qsTr("None was held, and none is due.", "reviews of a placement")
    }
    Repeater {
        model: panel.model.slips
        PanelRow {
            id: slip
            required property var modelData
            spoken: Spoken.join([what.text, slip.modelData.words])
            Column {
                width: parent.width
                spacing: 2
                Label {
                    id: what
                    width: parent.width
                    text: qsTr("Slipped. %1", "review: %1 from which date to which, and why").arg(slip.modelData.text)
                    Accessible.ignored: true
                }
                Label {
                    visible: text.length > 0
                    width: parent.width
                    text: slip.modelData.words
                    color: Theme.ink2
                    Accessible.ignored: true
                }
            }
        }
    }
}
