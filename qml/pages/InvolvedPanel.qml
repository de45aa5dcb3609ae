pragma ComponentBehavior: Bound
import QtQuick
import Frontsheet.Theme
import Frontsheet.Controls
import Frontsheet.ViewModels

// Who is involved, on the front sheet: to ring, and the way to the care team itself.
Panel {
    id: panel

    required property FrontSheetModel sheet
    signal findWhoToRing
    signal careTeam
    signal ring(string number)

    title: qsTr("Who is involved", "front sheet: the care team")
    PlacedRows {
        id: team
        rows: panel.sheet.team
        spare: 16
    }
    count: team.count > 0 ? team.count : ""
    action: qsTr("Who to ring", "front sheet")
    onActionChosen: panel.findWhoToRing()

    EmptyState {
        visible: panel.sheet.loaded && team.count === 0
        width: parent.width
        text: qsTr("Nobody is named yet.", "front sheet: no care team")
    }
    Repeater {
        model: team
        InvolvedRow {
            required property var modelData
            required property int index
            required property bool here
            visible: here
            person: modelData
            first: index === 0
            onRing: number => panel.ring(number)
        }
    }
    PanelRow {
        id: whole
        first: false
        last: true
        leads: true
        padY: Theme.tablet ? 8 : 6
        spoken: qsTr("Change who is involved", "front sheet: opens the care team")
        onClicked: panel.careTeam()
        Label {
            width: parent.width - chevron.width - Theme.s2
            anchors.verticalCenter: parent.verticalCenter
            text: whole.spoken
            color: Theme.accent
            weight: 500
            Accessible.ignored: true
        }
        LineIcon {
            id: chevron
            anchors.right: parent.right
            anchors.verticalCenter: parent.verticalCenter
            name: "chevron-right"
            color: Theme.accent
            size: Theme.iconSize
        }
    }
}
