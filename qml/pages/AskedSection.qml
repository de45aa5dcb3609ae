pragma ComponentBehavior: Bound
import QtQuick
import Frontsheet.Theme
import Frontsheet.Controls

// What other agencies asked of this one, about whom; nothing where nothing waits.
Column {
    id: section

    required property var asked
    signal opened(string personId)

    visible: section.asked.length > 0
    spacing: Theme.s2

    SectionHead {
        width: parent.width
        title: qsTr("What people said about sharing", "section on Today: notices from other agencies")
        count: section.asked.length
    }
    Panel {
        width: parent.width
        Repeater {
            model: section.asked
            AskedRow {
                required property var modelData
                required property int index
                asked: modelData
                first: index === 0
                underHeading: false
                last: index === section.asked.length - 1
                onClicked: section.opened(modelData.personId)
            }
        }
    }
}
