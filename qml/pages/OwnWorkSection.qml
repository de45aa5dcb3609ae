pragma ComponentBehavior: Bound
import QtQuick
import Frontsheet.Theme
import Frontsheet.Controls
import Frontsheet.ViewModels

// What this worker has to do: whose, what, by when. A list of one kind; nothing where there is none of it.
Column {
    id: section

    required property var rows // WorkReader::owned
    property string title: ""
    property bool waiting: false // each needs something of this worker now
    signal opened(string personId)
    signal visitOpened(string visitId, string personId)

    visible: section.rows.length > 0
    spacing: Theme.s2

    SectionHead {
        width: parent.width
        title: section.title
        count: section.rows.length
    }
    Panel {
        width: parent.width
        Repeater {
            model: RowList {
                rows: section.rows
            }
            PanelRow {
                id: row
                required property var modelData
                required property int index
                readonly property string when: row.modelData.late ? qsTr("Late. %1", "a piece of work that should have been done, %1 when it was due").arg(row.modelData.due) : row.modelData.due
                leads: true
                waiting: section.waiting
                barred: row.modelData.late
                first: row.index === 0
                underHeading: false
                last: row.index === section.rows.length - 1
                spoken: Spoken.join([row.modelData.name, row.modelData.what, row.modelData.by, row.when])
                onClicked: row.modelData.visit ? section.visitOpened(row.modelData.id, row.modelData.personId) : section.opened(row.modelData.personId)

                Column {
                    width: parent.width
                    spacing: 2
                    Label {
                        width: parent.width
                        text: row.modelData.name
                        strong: true
                        Accessible.ignored: true
                    }
                    Label {
                        width: parent.width
                        text: row.modelData.what
                        maximumLineCount: 4
                        elide: Text.ElideRight
                        Accessible.ignored: true
                    }
                    Label {
                        visible: text.length > 0
                        width: parent.width
                        text: row.modelData.by
                        type: Theme.small
                        color: Theme.ink2
                        Accessible.ignored: true
                    }
                    Label {
                        visible: text.length > 0
                        width: parent.width
                        text: row.when
                        type: Theme.small
                        color: row.modelData.late ? Theme.attention : Theme.ink2
                        Accessible.ignored: true
                    }
                }
            }
        }
    }
}
