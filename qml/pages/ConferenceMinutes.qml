pragma ComponentBehavior: Bound
import QtQuick
import Frontsheet.Theme
import Frontsheet.Controls
import Frontsheet.ViewModels

// The minutes, made of what was recorded: when and where, who came, why somebody did not, and what was said.
Panel {
    id: panel

    required property ConferenceModel model

    title: qsTr("Minutes", "of a conference")

    Repeater {
        model: panel.model.minutes
        PanelRow {
            id: part
            required property var modelData
            required property int index
            first: part.index === 0
            last: part.index === panel.model.minutes.length - 1
            spoken: Spoken.join([part.modelData.heading].concat(part.modelData.lines))
            Column {
                width: parent.width
                spacing: 2
                Label {
                    width: parent.width
                    text: part.modelData.heading
                    type: Theme.small
                    color: Theme.ink2
                    Accessible.ignored: true
                }
                Repeater {
                    model: part.modelData.lines
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
