import QtQuick
import Frontsheet.Theme
import Frontsheet.Controls

// Where the person went after hospital, and how it ended.
PanelRow {
    id: item

    required property var placement // {title, detail, kind, outcome, outcomeOn, review, officer, badge, mine, restricted}
    signal restrict
    signal opened
    signal earlier

    spoken: Spoken.join([item.placement.title, item.placement.detail, item.placement.outcome, item.placement.review])

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
                text: item.placement.kind.length > 0 ? qsTr("%1, %2", "placement: %1 name of the home, %2 kind of care").arg(item.placement.title).arg(item.placement.kind.toLowerCase()) : item.placement.title
                strong: true
                Accessible.ignored: true
            }
            StateChip {
                id: chip
                visible: item.placement.outcome.length > 0
                anchors.right: parent.right
                anchors.verticalCenter: parent.verticalCenter
                text: item.placement.outcome
                iconName: "home"
                Accessible.ignored: true
            }
        }
        Label {
            width: parent.width
            text: item.placement.outcomeOn.length > 0 ? qsTr("%1. %2 %3.", "placement: %1 discharge, %2 outcome, %3 date").arg(item.placement.detail).arg(item.placement.outcome).arg(item.placement.outcomeOn) : item.placement.detail
            Accessible.ignored: true
        }
        Label {
            visible: text.length > 0
            width: parent.width
            text: item.placement.review
            strong: true
            Accessible.ignored: true
        }
        Label {
            visible: item.placement.restricted
            width: parent.width
            text: qsTr("Only for named readers.", "a placement that is restricted")
            strong: true
            Accessible.ignored: true
        }
        LinkButton {
            leftPadding: 0
            text: qsTr("Open the placement", "button on a placement")
            spoken: qsTr("%1: %2", "screen reader: %1 placement, %2 button").arg(item.placement.title).arg(text)
            iconAfter: "chevron-right"
            inRow: true
            onClicked: item.opened()
        }
        LinkButton {
            leftPadding: 0
            text: qsTr("Earlier versions", "button on a record: what it said before, and who changed it")
            spoken: qsTr("%1: %2", "screen reader: %1 placement, %2 button").arg(item.placement.title).arg(text)
            textColor: Theme.ink2
            inRow: true
            onClicked: item.earlier()
        }
        LinkButton {
            visible: item.placement.mine
            text: item.placement.restricted ? qsTr("Who may read it", "button on a restricted placement") : qsTr("Only for named readers", "button on a placement")
            spoken: qsTr("%1: %2", "screen reader: %1 placement, %2 button").arg(item.placement.title).arg(text)
            iconName: "lock"
            inRow: true
            onClicked: item.restrict()
        }
        AgencyBadge {
            width: parent.width
            initials: item.placement.badge.initials
            shortName: item.placement.badge.shortName
            hue: item.placement.badge.hue
            trailing: item.placement.officer.length > 0 ? qsTr("reviewing officer %1", "placement").arg(item.placement.officer) : ""
            Accessible.ignored: true
        }
    }
}
