pragma ComponentBehavior: Bound
import QtQuick
import Frontsheet.Theme
import Frontsheet.Controls
import Frontsheet.ViewModels

// What the person said earlier, in their words, newest first.
Panel {
    id: panel

    required property PlacementModel model
    readonly property var said: panel.model.ownWords

    title: qsTr("What they said before", "section of a placement: own words")
    Repeater {
        model: panel.said.slice(1)
        PanelRow {
            id: before
            required property var modelData
            required property int index
            first: before.index === 0
            spoken: Spoken.join([before.modelData.words, before.modelData.when])
            Column {
                width: parent.width
                spacing: 2
                Label {
                    width: parent.width
                    text: before.modelData.words
                    Accessible.ignored: true
                }
                Label {
                    width: parent.width
                    text: before.modelData.when
                    type: Theme.small
                    color: Theme.ink2
                    Accessible.ignored: true
                }
            }
        }
    }
}
