import QtQuick
import Frontsheet.Theme
import Frontsheet.Controls
import Frontsheet.ViewModels

// What is done with the pieces of work that are ticked: stays in sight while any is.
Rectangle {
    id: bar

    required property WorkChoosing model
    property real margin: Theme.s4
    readonly property int count: bar.model.chosen.length
    signal asked

    visible: bar.count > 0
    implicitHeight: bar.visible ? line.height + 2 * Theme.s2 : 0
    color: Theme.surface
    Accessible.role: Accessible.Grouping
    Accessible.name: words.text

    Rectangle {
        width: parent.width
        height: 1
        color: Theme.line
    }
    Flow {
        id: line
        x: bar.margin
        y: Theme.s2
        width: parent.width - 2 * x
        spacing: Theme.s2
        Label {
            id: words
            height: Math.max(implicitHeight, Theme.control)
            verticalAlignment: Text.AlignVCenter
            text: qsTr("%n chosen", "pieces of work", bar.count)
            strong: true
        }
        PrimaryButton {
            objectName: "askColleague"
            text: qsTr("Ask a colleague to take over", "button: the chosen pieces of work")
            enabled: !bar.model.busy
            onClicked: bar.asked()
        }
        SecondaryButton {
            text: qsTr("Choose none", "button: the chosen pieces of work")
            onClicked: bar.model.chooseNone()
        }
    }
}
