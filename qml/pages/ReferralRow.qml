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

        // The chip stands beside the words where they fit on one line with it, else above them: a name is never squeezed.
        Item {
            id: head
            readonly property bool beside: words.implicitWidth + chip.width + Theme.s3 <= item.inner
            width: parent.width
            height: head.beside ? Math.max(title.height, chip.height) : chip.height + (Theme.tablet ? 6 : 4) + title.height

            Label {
                id: words // how wide the title would be on one line
                visible: false
                text: title.text
                strong: true
                wrapMode: Text.NoWrap
            }
            Label {
                id: title
                width: head.beside ? parent.width - chip.width - Theme.s3 : parent.width
                y: head.beside ? Math.round((head.height - height) / 2) : head.height - height
                text: item.withPerson ? item.row.title : item.row.need
                strong: true
                Accessible.ignored: true
            }
            StateChip {
                id: chip
                x: head.beside ? parent.width - width : 0
                y: head.beside ? Math.round((head.height - height) / 2) : 0
                text: item.row.chip.text
                iconName: item.row.chip.iconName
                kind: item.row.chip.kind
                Accessible.ignored: true
            }
            Label {
                visible: !head.beside && text.length > 0
                anchors.right: parent.right
                y: Math.round((chip.height - height) / 2)
                text: item.row.lately
                type: Theme.small
                color: Theme.ink2
                wrapMode: Text.NoWrap
                Accessible.ignored: true
            }
        }
        Label {
            visible: text.length > 0
            width: parent.width
            text: item.row.detail
            maximumLineCount: 6
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
                spoken: Spoken.join([item.callText, item.withPerson ? item.row.title : item.row.need])
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
