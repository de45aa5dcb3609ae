import QtQuick
import Frontsheet.Theme

// Nothing here: one sentence and, where there is one, the one thing to do.
Column {
    id: empty

    required property string text
    property string action: ""
    signal actionChosen

    padding: Theme.rowPad
    spacing: Theme.s2

    Label {
        width: empty.width - 2 * empty.padding
        text: empty.text
        color: Theme.ink2
    }
    SecondaryButton {
        visible: empty.action.length > 0
        text: empty.action
        onClicked: empty.actionChosen()
    }
}
