pragma ComponentBehavior: Bound
import QtQuick
import Frontsheet.Theme
import Frontsheet.Controls
import Frontsheet.ViewModels

// A form was given up just now: it comes back by one press, until something else is written or the device is locked.
Rectangle {
    id: bar

    required property FormModel form
    readonly property string words: qsTr("Given up: %1", "%1 what a form was").arg(bar.form.givenUp)
    signal broughtBack

    visible: bar.form.givenUp.length > 0
    height: visible ? line.height + 2 * Theme.s2 : 0
    color: Theme.surface
    Accessible.role: Accessible.AlertMessage
    Accessible.name: bar.words

    Rectangle {
        width: parent.width
        height: 1
        color: Theme.line
    }
    Flow {
        id: line
        x: Theme.s4
        y: Theme.s2
        width: parent.width - 2 * x
        spacing: Theme.s2
        Label {
            width: Math.min(Math.ceil(implicitWidth), line.width)
            height: Math.max(implicitHeight, Theme.control)
            text: bar.words
            Accessible.ignored: true
        }
        SecondaryButton {
            text: qsTr("Bring it back", "button: a form that was given up")
            iconName: "undo"
            onClicked: bar.broughtBack()
        }
        LinkButton {
            text: qsTr("Close", "button: a line that says what was given up")
            textColor: Theme.ink2
            onClicked: bar.form.dismissGivenUp()
        }
    }
}
