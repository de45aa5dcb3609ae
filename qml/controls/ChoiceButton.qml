pragma ComponentBehavior: Bound
import QtQuick
import Frontsheet.Theme

// What is chosen of several, beside what it is about; pressed it shows them all. Arrow keys go through them.
PressButton {
    id: choice

    required property string label
    required property var options // strings
    property int current: 0
    readonly property string value: choice.current >= 0 && choice.current < choice.options.length ? choice.options[choice.current] : ""
    signal chosen(int index)

    text: qsTr("%1: %2", "a filter: %1 what it is about, %2 what is chosen").arg(choice.label).arg(choice.value)
    iconAfter: "chevron-down"
    type: Theme.body
    fill: Theme.surface
    textColor: Theme.ink
    Accessible.role: Accessible.Button
    onClicked: list.open()

    Sheet {
        id: list
        heading: choice.label
        width: Math.min(420 * Math.min(Theme.textScale, 1.6), (list.window ? list.window.width : 420) - 2 * Theme.s6)
        onOpened: {
            const row = rows.itemAt(Math.max(0, choice.current)) as PickRow;
            if (row)
                row.forceActiveFocus(Qt.TabFocusReason);
        }
        onClosed: choice.forceActiveFocus(Qt.TabFocusReason)
        Panel {
            width: parent.width
            Repeater {
                id: rows
                model: choice.options
                PickRow {
                    id: row
                    required property string modelData
                    required property int index
                    title: row.modelData
                    chosen: row.index === choice.current
                    first: row.index === 0
                    underHeading: false
                    last: row.index === choice.options.length - 1
                    onClicked: {
                        choice.chosen(row.index);
                        list.close();
                    }
                    Keys.onDownPressed: row.nextItemInFocusChain(true).forceActiveFocus(Qt.TabFocusReason)
                    Keys.onUpPressed: row.nextItemInFocusChain(false).forceActiveFocus(Qt.BacktabFocusReason)
                }
            }
        }
    }
}
