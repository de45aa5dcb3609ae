pragma ComponentBehavior: Bound
import QtQuick
import Frontsheet.Theme
import Frontsheet.Controls

// What one person thinks, word for word; theirs whose plan it is in larger letters.
PlanRow {
    id: item

    required property var view // PlanReader::view

    row: item.view
    name: item.view.who
    spoken: Spoken.join([item.view.who, item.view.words, item.view.badge.shortName, item.view.badge.trailing])

    body: Column {
        width: parent.width
        spacing: 2
        Label {
            width: parent.width
            text: item.view.who
            strong: true
            Accessible.ignored: true
        }
        Label {
            width: parent.width
            text: item.view.words
            type: item.view.own ? Theme.own : Theme.body
            Accessible.ignored: true
        }
    }
    rest: Column {
        width: parent ? parent.width : 0
        Repeater {
            model: [item.view.about, item.view.how]
            Label {
                required property string modelData
                visible: text.length > 0
                width: parent ? parent.width : 0
                text: modelData
                color: Theme.ink2
            }
        }
    }
}
