pragma ComponentBehavior: Bound
import QtQuick
import Frontsheet.Theme
import Frontsheet.Controls

// Where the person went after hospital, and how it ended.
PanelRow {
    id: entry

    required property var placement // {title, detail, kind, outcome, outcomeOn, review, officer, badge, mine, restricted}
    signal restrict
    signal opened
    signal earlier

    spoken: Spoken.join([entry.placement.title, entry.placement.detail, entry.placement.outcome, entry.placement.review])

    Column {
        width: parent.width
        spacing: 2
        Item {
            width: parent.width
            height: Math.max(title.height, chip.visible ? chip.height : 0)
            Label {
                id: title
                anchors.verticalCenter: parent.verticalCenter
                width: parent.width - (chip.visible ? chip.width + Theme.s2 : 0)
                text: entry.placement.kind.length > 0 ? qsTr("%1, %2", "placement: %1 name of the home, %2 kind of care").arg(entry.placement.title).arg(entry.placement.kind.toLowerCase()) : entry.placement.title
                strong: true
                Accessible.ignored: true
            }
            LazyPart {
                id: chip
                anchors.right: parent.right
                anchors.verticalCenter: parent.verticalCenter
                shown: entry.placement.outcome.length > 0
                sourceComponent: StateChip {
                    text: entry.placement.outcome
                    iconName: "home"
                    Accessible.ignored: true
                }
            }
        }
        Label {
            width: parent.width
            text: entry.placement.outcomeOn.length > 0 ? qsTr("%1. %2 %3.", "placement: %1 discharge, %2 outcome, %3 date").arg(entry.placement.detail).arg(entry.placement.outcome).arg(entry.placement.outcomeOn) : entry.placement.detail
            Accessible.ignored: true
        }
        Label {
            visible: text.length > 0
            width: parent.width
            text: entry.placement.review
            strong: true
            Accessible.ignored: true
        }
        Label {
            visible: entry.placement.restricted
            width: parent.width
            text: qsTr("Only for named readers.", "a placement that is restricted")
            strong: true
            Accessible.ignored: true
        }
        AgencyBadge {
            width: parent.width
            initials: entry.placement.badge.initials
            shortName: entry.placement.badge.shortName
            hue: entry.placement.badge.hue
            trailing: entry.placement.officer.length > 0 ? qsTr("reviewing officer %1", "placement").arg(entry.placement.officer) : ""
            Accessible.ignored: true
        }
        Flow {
            width: parent.width
            spacing: Theme.s3
            LinkButton {
                leftPadding: 0
                text: qsTr("Open the placement", "button on a placement")
                spoken: qsTr("%1: %2", "screen reader: %1 placement, %2 button").arg(entry.placement.title).arg(text)
                iconAfter: "chevron-right"
                inRow: true
                onClicked: entry.opened()
            }
            LinkButton {
                leftPadding: 0
                text: qsTr("Earlier versions", "button on a record: what it said before, and who changed it")
                spoken: qsTr("%1: %2", "screen reader: %1 placement, %2 button").arg(entry.placement.title).arg(text)
                inRow: true
                onClicked: entry.earlier()
            }
            LazyPart {
                shown: entry.placement.mine
                sourceComponent: LinkButton {
                    leftPadding: 0
                    text: entry.placement.restricted ? qsTr("Who may read it", "button on a restricted placement") : qsTr("Only for named readers", "button on a placement")
                    spoken: qsTr("%1: %2", "screen reader: %1 placement, %2 button").arg(entry.placement.title).arg(text)
                    iconName: "lock"
                    inRow: true
                    onClicked: entry.restrict()
                }
            }
        }
    }
}
