pragma ComponentBehavior: Bound
import QtQuick
import Frontsheet.Theme
import Frontsheet.Controls
import Frontsheet.ViewModels

// What the person wants, first and word for word; then what everybody else thinks, side by side. None stands in for another.
Panel {
    id: panel

    required property var wishes // PlanReader::view, the person's own
    required property var views
    required property string missing // nobody wrote down what they want
    property string called: ""
    readonly property int columns: panel.width / Theme.textScale >= 1000 ? 3 : panel.width / Theme.textScale >= 560 ? 2 : 1
    // In lines of as many as stand beside each other, so that those of one line are as tall as the tallest.
    readonly property var chunks: {
        const out = [];
        for (let i = 0; i < panel.views.length; i += panel.columns)
            out.push(panel.views.slice(i, i + panel.columns));
        return out;
    }
    signal add(bool own)
    signal history(string recordId)
    signal whoSees(string recordId)
    signal message(string recordId)
    signal end(string recordId, string about, var ending)

    title: qsTr("What %1 wants, and what others think", "plan: %1 the person").arg(panel.called)
    action: qsTr("Add a view", "plan: writes down what somebody thinks")
    actionIcon: "plus"
    actionIconFirst: true
    onActionChosen: panel.add(false)

    PanelRow {
        visible: panel.missing.length > 0
        height: visible ? implicitHeight : 0
        first: true
        waiting: true
        spoken: panel.missing
        Column {
            width: parent.width
            spacing: Theme.s2
            Label {
                width: parent.width
                text: panel.missing
                strong: true
                color: Theme.attention
                Accessible.ignored: true
            }
            SecondaryButton {
                inRow: true
                iconName: "speech"
                text: qsTr("Write it down", "button: what the person wants")
                onClicked: panel.add(true)
            }
        }
    }
    Repeater {
        model: RowList {
            rows: panel.wishes
        }
        PlanViewRow {
            id: wish
            required property var modelData
            required property int index
            view: wish.modelData
            first: wish.index === 0
            onHistory: panel.history(wish.modelData.id)
            onWhoSees: panel.whoSees(wish.modelData.id)
            onMessage: panel.message(wish.modelData.id)
            onEnd: ending => panel.end(wish.modelData.id, wish.modelData.words, ending)
            Rectangle { // the eye goes here first
                parent: wish
                width: parent.width
                height: 3
                color: Theme.accent
            }
        }
    }
    Repeater {
        model: panel.chunks
        Item {
            id: side
            required property var modelData
            width: parent.width
            height: cells.childrenRect.height
            Row {
                id: cells
                Repeater {
                    model: side.modelData
                    PlanViewRow {
                        required property var modelData
                        view: modelData
                        width: side.width / panel.columns
                        onHistory: panel.history(modelData.id)
                        onWhoSees: panel.whoSees(modelData.id)
                        onMessage: panel.message(modelData.id)
                        onEnd: ending => panel.end(modelData.id, modelData.words, ending)
                    }
                }
            }
            Repeater {
                model: side.modelData.length - 1
                Rectangle {
                    required property int index
                    x: (index + 1) * side.width / panel.columns
                    width: 1
                    height: side.height
                    color: Theme.line
                }
            }
        }
    }
}
