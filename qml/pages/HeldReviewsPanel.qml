pragma ComponentBehavior: Bound
import QtQuick
import Frontsheet.Controls
import Frontsheet.ViewModels

// What each review heard, found and concluded, newest first.
Panel {
    id: panel

    required property PlacementModel model

    title: qsTr("What was found", "section of a placement: reviews that were held")
    Repeater {
        model: panel.model.reviews
        PanelRow {
            id: held
            required property var modelData
            required property int index
            first: held.index === 0
            spoken: Spoken.join([held.modelData.title, held.modelData.words, held.modelData.findings, held.modelData.conclusion])
            Column {
                width: parent.width
                spacing: 2
                Label {
                    width: parent.width
                    text: held.modelData.title
                    strong: true
                    Accessible.ignored: true
                }
                Label {
                    width: parent.width
                    text: held.modelData.words
                    Accessible.ignored: true
                }
                Label {
                    visible: text.length > 0
                    width: parent.width
                    text: held.modelData.findings
                    Accessible.ignored: true
                }
                Label {
                    width: parent.width
                    text: held.modelData.conclusion
                    strong: true
                    Accessible.ignored: true
                }
            }
        }
    }
}
