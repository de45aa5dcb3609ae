pragma ComponentBehavior: Bound
import QtQuick
import Frontsheet.Theme
import Frontsheet.Controls
import Frontsheet.ViewModels

// The conferences about one person, those to come first, each with what it decided; or those about one placement.
Panel {
    id: panel

    required property ConferenceListModel list
    property string placement: "" // empty: all
    property bool mayCall: true
    readonly property var all: panel.list.about
    readonly property var rows: panel.all.filter(one => panel.placement.length === 0 || one.placement === panel.placement)
    signal opened(string conferenceId)
    signal call

    title: qsTr("Conferences", "about one person")
    action: panel.mayCall ? qsTr("Call one", "button: a conference") : ""
    actionIcon: "plus"
    actionIconFirst: true
    onActionChosen: panel.call()

    EmptyState {
        visible: panel.list.loaded && panel.rows.length === 0
        width: parent.width
        text: qsTr("None has been called.", "no conference about a person")
    }
    Repeater {
        model: panel.rows
        PanelRow {
            id: row
            required property var modelData
            required property int index
            leads: true
            first: row.index === 0
            last: row.index === panel.rows.length - 1
            spoken: Spoken.join([row.modelData.title, row.modelData.when, row.modelData.chip.text].concat(row.modelData.lines))
            onClicked: panel.opened(row.modelData.id)
            Column {
                width: parent.width
                spacing: 2
                ChippedTitle {
                    text: row.modelData.title
                    chip: row.modelData.chip
                }
                Label {
                    width: parent.width
                    text: row.modelData.when
                    color: Theme.ink2
                    Accessible.ignored: true
                }
                Repeater {
                    model: row.modelData.lines
                    Label {
                        required property string modelData
                        width: parent ? parent.width : 0
                        text: modelData
                        Accessible.ignored: true
                    }
                }
                AgencyBadge {
                    width: parent.width
                    initials: row.modelData.badge.initials
                    shortName: row.modelData.badge.shortName
                    hue: row.modelData.badge.hue
                    Accessible.ignored: true
                }
            }
        }
    }
}
