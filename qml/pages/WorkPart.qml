pragma ComponentBehavior: Bound
import QtQuick
import Frontsheet.Theme
import Frontsheet.Controls

// One kind of work of a governance lead: what waits, since when; or one sentence that nothing does.
Column {
    id: list

    required property var part // {heading, none, rows: [{title, detail, when, late, personId}]}
    signal openPerson(string personId)
    spacing: Theme.s2

    SectionHead {
        width: parent.width
        title: list.part.heading
        count: list.part.rows.length > 0 ? list.part.rows.length : ""
    }
    Panel {
        width: parent.width
        EmptyState {
            visible: list.part.rows.length === 0
            width: parent.width
            text: list.part.none
        }
        Repeater {
            model: list.part.rows
            PanelRow {
                id: row
                required property var modelData
                required property int index
                first: row.index === 0
                underHeading: false
                last: row.index === list.part.rows.length - 1
                leads: row.modelData.personId.length > 0
                waiting: row.modelData.late
                spoken: Spoken.join([row.modelData.title, row.modelData.detail, row.modelData.when])
                onClicked: list.openPerson(row.modelData.personId)
                Column {
                    width: parent.width
                    Label {
                        width: parent.width
                        text: row.modelData.title
                        strong: true
                        Accessible.ignored: true
                    }
                    Label {
                        width: parent.width
                        text: row.modelData.detail
                        Accessible.ignored: true
                    }
                    Label {
                        visible: text.length > 0
                        width: parent.width
                        text: row.modelData.when
                        type: Theme.small
                        color: Theme.ink2
                        Accessible.ignored: true
                    }
                }
            }
        }
    }
}
