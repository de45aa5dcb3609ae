import QtQuick
import Frontsheet.Theme
import Frontsheet.Controls

// A referral on a list: what, whose, how it stands, the clock. `row` as ReferralReader::row words it.
PanelRow {
    id: item

    required property var row
    property bool withPerson: true
    property string callText: ""
    signal called

    leads: true
    waiting: item.row.waiting
    spoken: Spoken.join([item.withPerson ? item.row.title : item.row.need, item.row.chip.text, item.row.badge.shortName, item.row.clock.line, item.row.detail])

    Column {
        width: parent.width
        spacing: Theme.tablet ? 4 : 3

        Item {
            width: parent.width
            height: Math.max(title.height, chip.height)

            Label {
                id: title
                width: parent.width - chip.width - Theme.s2
                anchors.verticalCenter: parent.verticalCenter
                text: item.withPerson ? item.row.title : item.row.need
                strong: true
                Accessible.ignored: true
            }
            StateChip {
                id: chip
                anchors.right: parent.right
                anchors.verticalCenter: parent.verticalCenter
                text: item.row.chip.text
                iconName: item.row.chip.iconName
                kind: item.row.chip.kind
                Accessible.ignored: true
            }
        }
        Label {
            visible: text.length > 0
            width: parent.width
            text: item.row.detail
            maximumLineCount: 3
            elide: Text.ElideRight
            Accessible.ignored: true
        }
        Item {
            width: parent.width
            height: Math.max(badge.height, thread.height, ask.visible ? ask.height : 0)

            AgencyBadge {
                id: badge
                anchors.verticalCenter: parent.verticalCenter
                width: parent.width - (thread.visible ? thread.width + Theme.s3 : 0) - (ask.visible ? ask.width + Theme.s3 : 0)
                initials: item.row.badge.initials
                shortName: item.row.badge.shortName
                hue: item.row.badge.hue
                trailing: item.row.other !== item.row.badge.shortName ? item.row.other : ""
                Accessible.ignored: true
            }
            ThreadLine {
                id: thread
                visible: !ask.visible
                anchors.right: parent.right
                anchors.verticalCenter: parent.verticalCenter
                passed: item.row.passed
                total: item.row.total
                waiting: item.row.waiting
                Accessible.ignored: true
            }
            SecondaryButton {
                id: ask
                visible: item.callText.length > 0
                anchors.right: parent.right
                anchors.verticalCenter: parent.verticalCenter
                text: item.callText
                inRow: true
                onClicked: item.called()
            }
        }
        ClockLine {
            visible: item.row.clock.line.length > 0
            width: parent.width
            used: item.row.clock.used
            words: item.row.clock.line
            late: item.row.clock.late
        }
    }
}
