pragma ComponentBehavior: Bound
import QtQuick
import Frontsheet.Theme
import Frontsheet.Controls

// Notes that were begun and are not finished.
Column {
    id: section

    required property var rows // {id, personId, personName, words, when}
    signal opened(string personId, string draftId)

    visible: section.rows.length > 0
    spacing: Theme.s2
    SectionHead {
        width: parent.width
        title: qsTr("Notes to finish", "section on Today: drafts")
        count: section.rows.length
    }
    Panel {
        width: parent.width
        Repeater {
            model: section.rows
            PanelRow {
                id: draft
                required property var modelData
                required property int index
                leads: true
                first: draft.index === 0
                underHeading: false
                last: draft.index === section.rows.length - 1
                spoken: qsTr("Draft about %1, %2", "screen reader").arg(draft.modelData.personName).arg(draft.modelData.words)
                onClicked: section.opened(draft.modelData.personId, draft.modelData.id)

                Column {
                    width: parent.width - pencil.width - Theme.s3
                    spacing: 2
                    Label {
                        width: parent.width
                        text: draft.modelData.personName
                        type: Theme.row
                        Accessible.ignored: true
                    }
                    Label {
                        width: parent.width
                        text: draft.modelData.words
                        Accessible.ignored: true
                    }
                    Label {
                        width: parent.width
                        text: qsTr("Begun %1", "%1 date and time").arg(draft.modelData.when)
                        type: Theme.small
                        color: Theme.ink2
                        Accessible.ignored: true
                    }
                }
                LineIcon {
                    id: pencil
                    name: "pencil"
                    color: Theme.accent
                    size: Theme.iconSize
                    anchors.right: parent.right
                    anchors.verticalCenter: parent.verticalCenter
                }
            }
        }
    }
}
