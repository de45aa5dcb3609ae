pragma ComponentBehavior: Bound
import QtQuick
import Frontsheet.Theme

// A referral's way, tall: when, the node, the proof. Passed stages are ringed, the present one filled, those to come dashed.
// Each stage of the model: time, date, iconName, title, detail, place (-1 passed, 0 present, 1 to come), waiting.
Column {
    id: thread

    required property var stages
    readonly property real node: Math.round(28 * Math.min(Theme.textScale, 1.5))
    readonly property bool narrow: thread.width / Theme.textScale < 480
    readonly property real timeWidth: thread.narrow ? 0 : Math.round((Theme.tablet ? 178 : 160) * Theme.textScale)

    Repeater {
        model: thread.stages

        Item {
            id: stage

            required property var modelData
            required property int index
            readonly property int place: stage.modelData.place
            readonly property bool last: stage.index === thread.stages.length - 1
            readonly property color mark: stage.modelData.waiting ? Theme.attentionMark : Theme.accent

            width: thread.width
            height: Math.max(words.height, when.height, thread.node) + (stage.last ? 0 : Theme.tablet ? 14 : 10)
            Accessible.role: Accessible.ListItem
            Accessible.name: Spoken.join([stage.modelData.title, stage.modelData.detail, stage.modelData.date, stage.modelData.time])

            Column {
                id: when
                visible: !thread.narrow
                width: thread.timeWidth - Theme.s4
                Label {
                    width: parent.width
                    horizontalAlignment: Text.AlignRight
                    text: stage.modelData.time
                    type: Theme.body
                    strong: true
                    Accessible.ignored: true
                }
                Label {
                    width: parent.width
                    horizontalAlignment: Text.AlignRight
                    text: stage.modelData.date
                    type: Theme.small
                    color: Theme.ink2
                    Accessible.ignored: true
                }
            }
            Rectangle {
                visible: !stage.last && thread.stages[stage.index + 1].place <= 0
                x: thread.timeWidth + thread.node / 2 - 1
                y: thread.node
                width: 2
                height: stage.height - thread.node
                color: Theme.accent
            }
            Column {
                visible: !stage.last && thread.stages[stage.index + 1].place > 0
                x: thread.timeWidth + thread.node / 2 - 1
                y: thread.node + 1
                height: stage.height - thread.node - 2
                spacing: 4
                clip: true
                Repeater {
                    model: 12
                    Rectangle {
                        width: 2
                        height: 4
                        color: Theme.edge
                    }
                }
            }
            DashedFrame {
                visible: stage.place > 0
                x: thread.timeWidth
                width: thread.node
                height: thread.node
                radius: width / 2
                fill: Theme.bg
                edge: Theme.edge
            }
            Rectangle {
                visible: stage.place <= 0
                x: thread.timeWidth
                width: thread.node
                height: thread.node
                radius: width / 2
                color: stage.place === 0 ? stage.mark : Theme.surface
                border.width: 2
                border.color: stage.mark
            }
            LineIcon {
                x: thread.timeWidth + (thread.node - width) / 2
                y: (thread.node - height) / 2
                size: Math.round(thread.node * 0.58)
                name: stage.modelData.iconName
                color: stage.place === 0 ? (stage.modelData.waiting ? Theme.surface : Theme.accentInk) : stage.place > 0 ? Theme.ink2 : Theme.accent
            }
            Column {
                id: words
                x: thread.timeWidth + thread.node + Theme.s4
                y: 3
                width: stage.width - x
                Label {
                    width: parent.width
                    text: stage.modelData.title
                    type: Theme.body
                    strong: true
                    Accessible.ignored: true
                }
                Label {
                    visible: thread.narrow && text.length > 0
                    width: parent.width
                    text: Spoken.join([stage.modelData.date, stage.modelData.time])
                    type: Theme.small
                    color: Theme.ink2
                    Accessible.ignored: true
                }
                Label {
                    visible: text.length > 0
                    width: parent.width
                    text: stage.modelData.detail
                    type: Theme.body
                    Accessible.ignored: true
                }
            }
        }
    }
}
