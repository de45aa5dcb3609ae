pragma ComponentBehavior: Bound
import QtQuick
import Frontsheet.Theme
import Frontsheet.Controls
import Frontsheet.ViewModels

// What one does with a form, and where what was typed is.
Rectangle {
    id: foot

    required property FormModel form
    required property real margin
    property int toPutRight: 0
    readonly property bool stacked: foot.width / Theme.textScale < 760
    signal saveChosen
    signal leaveChosen
    signal giveUpChosen

    height: stacked ? actions.height + line.height + Theme.s2 + 20 : Math.max(actions.height, line.height) + 20
    color: Theme.surface

    Rectangle {
        width: parent.width
        height: 1
        color: Theme.line
    }
    Flow {
        id: actions
        x: foot.margin
        y: 10
        width: foot.stacked ? foot.width - 2 * x : Math.min(natural, foot.width - 2 * x)
        readonly property real natural: save.width + leave.width + (give.visible ? give.width + Theme.s2 : 0) + Theme.s2 + 1
        spacing: Theme.s2
        PrimaryButton {
            id: save
            least: Theme.tablet ? Theme.mainCall : Theme.control
            text: qsTr("Save", "button: saves a form")
            enabled: foot.form.open && !foot.form.busy && !foot.form.stopped
            onClicked: foot.saveChosen()
        }
        LinkButton {
            id: leave
            least: Theme.tablet ? Theme.mainCall : Theme.control
            text: foot.form.dirty ? qsTr("Leave for later", "button: a form stays unfinished") : qsTr("Not now", "button: leave without saving")
            iconName: foot.form.dirty ? "clock" : ""
            textColor: Theme.ink2
            onClicked: foot.leaveChosen()
        }
        LinkButton {
            id: give
            visible: foot.form.dirty
            least: Theme.tablet ? Theme.mainCall : Theme.control
            text: qsTr("Give up", "button: forget what was typed on a form")
            textColor: Theme.ink2
            onClicked: foot.giveUpChosen()
        }
    }
    Row {
        id: line
        objectName: "keptLine"
        readonly property bool wrong: foot.toPutRight > 0
        readonly property string words: wrong ? qsTr("Not saved yet: %n answer(s) to put right.", "under a form", foot.toPutRight) : foot.form.keptLine
        x: foot.stacked ? foot.margin : actions.x + actions.width + Theme.s5
        y: foot.stacked ? actions.y + actions.height + Theme.s2 : Math.round((foot.height - height) / 2)
        height: words.length > 0 ? wordsLabel.height : 0
        spacing: Theme.s2
        LineIcon {
            id: sign
            visible: line.words.length > 0
            name: line.wrong ? "warning" : "check"
            color: line.wrong ? Theme.danger : Theme.accent
            size: Theme.iconSmall
            y: Math.max(0, (Theme.body.line - height) / 2)
        }
        Label {
            id: wordsLabel
            visible: line.words.length > 0
            width: foot.width - line.x - foot.margin - sign.width - Theme.s2
            text: line.words
            color: line.wrong ? Theme.danger : Theme.ink2
        }
    }
}
