pragma ComponentBehavior: Bound
import QtQuick
import Frontsheet.Theme
import Frontsheet.Controls
import Frontsheet.ViewModels

// Conferences that this worker chairs or is asked to, on Today: answered from here, and opened where this device holds them.
Column {
    id: section

    required property ConferenceListModel list
    signal opened(string conferenceId)

    visible: section.list.toCome.length > 0
    spacing: Theme.s2
    SectionHead {
        width: parent.width
        title: qsTr("Conferences", "section on Today")
        count: section.list.toCome.length
    }
    Panel {
        width: parent.width
        Repeater {
            model: section.list.toCome
            PanelRow {
                id: row
                required property var modelData
                required property int index
                leads: row.modelData.id.length > 0
                waiting: row.modelData.waits
                first: row.index === 0
                underHeading: false
                last: row.index === section.list.toCome.length - 1
                spoken: Spoken.join([row.modelData.person, row.modelData.title, row.modelData.when, row.modelData.place, row.modelData.chip.text])
                onClicked: {
                    if (row.modelData.id.length > 0)
                        section.opened(row.modelData.id);
                }
                Column {
                    width: parent.width
                    spacing: 3
                    ChippedTitle {
                        text: row.modelData.person
                        chip: row.modelData.chip
                    }
                    Label {
                        width: parent.width
                        text: row.modelData.title
                        Accessible.ignored: true
                    }
                    Label {
                        width: parent.width
                        text: Spoken.join([row.modelData.when, row.modelData.place])
                        color: Theme.ink2
                        Accessible.ignored: true
                    }
                    AgencyBadge {
                        width: parent.width
                        initials: row.modelData.badge.initials
                        shortName: row.modelData.badge.shortName
                        hue: row.modelData.badge.hue
                        trailing: row.modelData.badge.trailing ?? ""
                        Accessible.ignored: true
                    }
                    Flow {
                        visible: row.modelData.mayAnswer
                        width: parent.width
                        spacing: Theme.s2
                        PrimaryButton {
                            inRow: true
                            iconName: "check"
                            text: qsTr("I am coming", "button: answers an invitation to a conference")
                            enabled: !section.list.busy
                            onClicked: section.list.answer(row.modelData.invitation, "coming")
                        }
                        SecondaryButton {
                            inRow: true
                            text: qsTr("I cannot come", "button: answers an invitation to a conference")
                            enabled: !section.list.busy
                            onClicked: section.list.answer(row.modelData.invitation, "cannot")
                        }
                    }
                }
            }
        }
    }
}
