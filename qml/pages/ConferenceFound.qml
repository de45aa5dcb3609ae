pragma ComponentBehavior: Bound
import QtQuick
import Frontsheet.Theme
import Frontsheet.Controls
import Frontsheet.ViewModels

// Workers that fit what was typed, one of whom is picked.
Column {
    id: found

    required property ConferenceModel model
    property var chosen: null
    signal picked(var who)
    spacing: Theme.s1

    Panel {
        visible: found.model.found.length > 0
        width: parent.width
        Repeater {
            model: found.model.found
            PickRow {
                id: row
                required property var modelData
                required property int index
                title: row.modelData.name
                initials: row.modelData.badge.initials
                shortName: row.modelData.badge.shortName
                hue: row.modelData.badge.hue
                aside: row.modelData.role
                chosen: found.chosen !== null && row.modelData.worker === found.chosen.worker && row.modelData.agency === found.chosen.agency
                first: row.index === 0
                underHeading: false
                last: row.index === found.model.found.length - 1
                onClicked: found.picked(row.modelData)
            }
        }
    }
    Label {
        visible: text.length > 0
        width: parent.width
        text: found.model.foundText
        color: Theme.ink2
    }
}
