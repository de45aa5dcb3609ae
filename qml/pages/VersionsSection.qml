pragma ComponentBehavior: Bound
import QtQuick
import Frontsheet.Theme
import Frontsheet.Controls

// Words of which there are two versions, for whoever is asked to settle them; nothing where there are none.
Column {
    id: section

    required property var rows
    signal opened(string personId, string recordId, string op)

    visible: section.rows.length > 0
    spacing: Theme.s2

    SectionHead {
        width: parent.width
        title: qsTr("Two versions to settle", "section: two people wrote the same words differently")
        count: section.rows.length
    }
    Panel {
        width: parent.width
        Repeater {
            model: section.rows
            PanelRow {
                id: row
                required property var modelData
                required property int index
                leads: true
                waiting: row.modelData.mine
                first: row.index === 0
                underHeading: false
                last: row.index === section.rows.length - 1
                spoken: Spoken.join([row.modelData.what, row.modelData.personName, row.modelData.by])
                onClicked: section.opened(row.modelData.personId, row.modelData.record, row.modelData.op)

                Column {
                    width: parent.width - sign.width - Theme.s3
                    spacing: 2
                    Label {
                        visible: text.length > 0
                        width: parent.width
                        text: row.modelData.personName
                        type: Theme.row
                        Accessible.ignored: true
                    }
                    Label {
                        width: parent.width
                        text: row.modelData.what
                        Accessible.ignored: true
                    }
                    Label {
                        width: parent.width
                        text: row.modelData.by
                        type: Theme.small
                        color: Theme.ink2
                        Accessible.ignored: true
                    }
                }
                LineIcon {
                    id: sign
                    name: "not-equal"
                    color: Theme.accent
                    size: Theme.iconSize
                    anchors.right: parent.right
                    anchors.verticalCenter: parent.verticalCenter
                }
            }
        }
    }
}
