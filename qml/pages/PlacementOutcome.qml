import QtQuick
import Frontsheet.Theme
import Frontsheet.Controls
import Frontsheet.ViewModels

// How a placement ended, and how that stands to what the person wished.
Panel {
    id: panel

    required property PlacementModel model
    readonly property var ended: panel.model.outcome // empty while it goes on
    readonly property bool over: panel.ended.title !== undefined
    readonly property bool against: panel.ended.against === true

    visible: panel.over
    title: panel.over ? panel.ended.title : ""
    note: panel.over ? panel.ended.since : ""
    PanelRow {
        first: true
        last: true
        waiting: panel.against
        spoken: Spoken.join([met.text, told.text])
        Column {
            width: parent.width
            spacing: 2
            Label {
                id: met
                visible: text.length > 0
                width: parent.width
                text: panel.over ? panel.ended.wishMet : ""
                type: Theme.row
                color: panel.against ? Theme.attention : Theme.ink
                Accessible.ignored: true
            }
            Label {
                id: told
                visible: text.length > 0
                width: parent.width
                text: panel.over ? panel.ended.words : ""
                Accessible.ignored: true
            }
        }
    }
}
