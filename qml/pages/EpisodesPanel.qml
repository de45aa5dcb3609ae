pragma ComponentBehavior: Bound
import QtQuick
import Frontsheet.Theme
import Frontsheet.Controls
import Frontsheet.ViewModels

// Acute care at home instead of on a ward: what for, since when, what to watch for.
Panel {
    id: panel

    required property PlacementModel model
    signal edit(string recordId)

    title: qsTr("Hospital at home", "section of a placement")
    Repeater {
        model: panel.model.episodes
        PanelRow {
            id: episode
            required property var modelData
            required property int index
            first: episode.index === 0
            leads: episode.modelData.editable
            onClicked: panel.edit(episode.modelData.id)
            spoken: Spoken.join([episode.modelData.title, episode.modelData.when].concat(episode.modelData.lines))
            Column {
                width: parent.width
                spacing: 2
                Label {
                    width: parent.width
                    text: episode.modelData.title
                    type: Theme.row
                    Accessible.ignored: true
                }
                Label {
                    width: parent.width
                    text: episode.modelData.when
                    color: Theme.ink2
                    Accessible.ignored: true
                }
                Repeater {
                    model: episode.modelData.lines
                    Label {
                        required property string modelData
                        width: parent ? parent.width : 0
                        text: modelData
                        Accessible.ignored: true
                    }
                }
            }
        }
    }
}
