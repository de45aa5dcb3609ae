pragma ComponentBehavior: Bound
import QtQuick
import Frontsheet.Theme
import Frontsheet.Controls
import Frontsheet.ViewModels

// Which colleagues may know where somebody hides. Those involved stand first; the rest is asked for.
Column {
    id: list

    required property LocationModel location
    property bool all: false
    readonly property int few: 5
    readonly property var rows: list.all ? list.location.colleagues : list.fewOf(list.location.colleagues)

    spacing: Theme.s2

    function fewOf(colleagues: var): var {
        return colleagues.filter((one, at) => at < list.few || one.chosen);
    }

    Panel {
        width: parent.width
        Repeater {
            id: people
            model: list.rows.length // a row stays itself when it is ticked: it has the keyboard, and says what became of it
            PickRow {
                id: row
                required property int index
                readonly property var one: list.rows[row.index] ?? {}
                first: row.index === 0
                underHeading: false
                last: row.index === people.count - 1
                title: row.one.name ?? ""
                detail: row.one.detail ?? ""
                chosen: row.one.chosen ?? false
                Accessible.role: Accessible.CheckBox
                onClicked: list.location.chooseReader(row.one.key, !row.one.chosen)
            }
        }
    }
    LinkButton {
        visible: !list.all && list.rows.length < list.location.colleagues.length
        text: qsTr("Show all %n colleagues", "button: choosing who may know an address", list.location.colleagues.length)
        iconName: "chevron-down"
        onClicked: list.all = true
    }
}
