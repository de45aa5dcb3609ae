pragma ComponentBehavior: Bound
import QtQuick
import Frontsheet.Theme
import Frontsheet.Controls

// Messages to this worker or to whoever is on duty, about a person or on a referral, on Today until they are read. `rows` as MessagesModel
// words them.
Column {
    id: section

    required property var rows
    signal opened(string personId)
    signal referralOpened(string referralId)

    visible: section.rows.length > 0
    spacing: Theme.s2
    SectionHead {
        width: parent.width
        title: qsTr("Messages to you", "section on Today")
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
                waiting: true
                first: row.index === 0
                underHeading: false
                last: row.index === section.rows.length - 1
                spoken: Spoken.join([row.modelData.name, row.modelData.from, row.modelData.text])
                onClicked: row.modelData.referralId.length > 0 ? section.referralOpened(row.modelData.referralId) : section.opened(row.modelData.personId)
                Column {
                    width: parent.width
                    spacing: 3
                    Label {
                        width: parent.width
                        text: row.modelData.name
                        strong: true
                        Accessible.ignored: true
                    }
                    Label {
                        width: parent.width
                        text: qsTr("“%1”", "words of a message").arg(row.modelData.text)
                        maximumLineCount: 3
                        elide: Text.ElideRight
                        Accessible.ignored: true
                    }
                    Label {
                        width: parent.width
                        text: row.modelData.toDuty ? qsTr("%1, to whoever is on duty", "message, %1 who wrote it").arg(row.modelData.from) : row.modelData.from
                        type: Theme.small
                        Accessible.ignored: true
                    }
                    AgencyBadge {
                        width: parent.width
                        initials: row.modelData.badge.initials
                        shortName: row.modelData.badge.shortName
                        hue: row.modelData.badge.hue
                        trailing: row.modelData.badge.trailing
                        Accessible.ignored: true
                    }
                }
            }
        }
    }
}
