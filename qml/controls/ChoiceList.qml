pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import Frontsheet.Theme

// One of many: folded to what is chosen, unfolds in place. Arrow keys move along it; Escape folds it.
FocusScope {
    id: choice

    required property var options // strings
    property int current: -1
    property string label: ""
    property string described: ""
    property bool clearable: false
    property bool unfolded: false
    readonly property string words: choice.current >= 0 && choice.current < choice.options.length ? choice.options[choice.current] : qsTr("Not chosen yet", "a list to choose from")
    signal chosen(int index) // -1: taken back

    implicitWidth: 320
    implicitHeight: column.implicitHeight
    Accessible.role: Accessible.Grouping
    Accessible.name: choice.label
    Accessible.description: choice.described

    function fold() {
        choice.unfolded = false;
        head.forceActiveFocus(Qt.TabFocusReason);
    }
    function moveTo(index: int) {
        const row = rows.itemAt(Math.max(0, Math.min(rows.count - 1, index))) as T.AbstractButton;
        if (row)
            row.forceActiveFocus(Qt.TabFocusReason);
    }

    // Once the rows have their places: a page scrolls to where the focus is.
    Timer {
        id: laidOut
        interval: 1
        onTriggered: choice.moveTo(Math.max(0, choice.current))
    }
    Column {
        id: column
        width: choice.width

        PressButton {
            id: head
            width: parent.width
            focus: true
            atLeft: true
            fill: Theme.surface
            textColor: choice.current >= 0 ? Theme.ink : Theme.ink2
            iconAfter: choice.unfolded ? "chevron-up" : "chevron-down"
            text: choice.words
            spoken: qsTr("%1: %2", "screen reader, %1 what is asked, %2 what is chosen").arg(choice.label).arg(choice.words)
            onClicked: {
                choice.unfolded = !choice.unfolded;
                if (choice.unfolded)
                    laidOut.start();
            }
            Keys.onDownPressed: head.clicked()
        }
        Panel {
            visible: choice.unfolded
            width: parent.width
            Repeater {
                id: rows
                model: choice.unfolded ? choice.options : []
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
                        choice.chosen(row.chosen && choice.clearable ? -1 : row.index);
                        choice.fold();
                    }
                    Keys.onDownPressed: choice.moveTo(row.index + 1)
                    Keys.onUpPressed: choice.moveTo(row.index - 1)
                    Keys.onShortcutOverride: event => event.accepted = event.key === Qt.Key_Escape
                    Keys.onEscapePressed: choice.fold()
                }
            }
        }
    }
}
