pragma ComponentBehavior: Bound
import QtQuick
import Frontsheet.Theme
import Frontsheet.Controls
import Frontsheet.ViewModels

// A desk from the directory: another of one's own agency, or a service of any other. Nothing is chosen until somebody chooses.
Column {
    id: pick

    required property TrackModel track
    required property int which // TrackModel.Desks
    property var chosen: null
    readonly property int shown: 3
    readonly property var found: pick.track.desks
    signal picked(var desk)
    spacing: Theme.s2

    function clear() {
        field.text = "";
        pick.look();
    }
    function look() {
        if (pick.visible)
            pick.track.findDesks(pick.which, field.text.length > 0 || pick.which === TrackModel.OwnDesks ? field.text : pick.track.need);
    }
    onVisibleChanged: pick.look()

    SearchField {
        id: field
        objectName: "deskSearch"
        width: parent.width
        hint: pick.which === TrackModel.OwnDesks ? qsTr("Another service or colleague", "search field: where a referral is passed on to") : qsTr("A service in the directory", "search field: who could take a referral instead")
        onTextChanged: pick.look()
    }
    Panel {
        visible: pick.track.desks.length > 0
        width: parent.width
        Repeater {
            model: pick.found.slice(0, pick.shown)
            PickRow {
                id: row
                required property var modelData
                required property int index
                title: row.modelData.title
                detail: row.modelData.detail
                initials: row.modelData.badge.initials
                shortName: row.modelData.badge.shortName
                hue: row.modelData.badge.hue
                chosen: pick.chosen !== null && pick.chosen.service === row.modelData.service && pick.chosen.worker === row.modelData.worker
                first: row.index === 0
                underHeading: false
                last: row.index === Math.min(pick.shown, pick.track.desks.length) - 1
                onClicked: pick.picked(row.modelData)
            }
        }
    }
    Label {
        visible: pick.track.desks.length > pick.shown
        width: parent.width
        text: qsTr("%n more. Type a word of the name.", "desks to choose from", pick.track.desks.length - pick.shown)
        color: Theme.ink2
    }
    Label {
        visible: pick.track.desks.length === 0 && field.text.length > 0
        width: parent.width
        text: qsTr("Nobody in the directory by that name.", "desks to choose from")
        color: Theme.ink2
    }
}
