pragma ComponentBehavior: Bound
import QtQuick
import Frontsheet.Theme
import Frontsheet.Controls

// A referral on a list: what, whose, how it stands, the clock. `row` as ReferralReader::row words it.
PanelRow {
    id: entry

    required property var row
    property bool withPerson: true
    property string callText: ""
    signal called

    leads: true
    waiting: entry.row.waiting
    spoken: Spoken.join([entry.withPerson ? entry.row.title : entry.row.need, entry.row.chip.text, entry.row.badge.shortName, entry.row.clock.line, entry.row.detail])

    Column {
        width: parent.width
        spacing: Theme.tablet ? 4 : 3

        // The chip stands beside the words where they fit on one line with it, else above them: a name is never squeezed.
        Item {
            id: head
            readonly property bool beside: words.implicitWidth + chip.width + Theme.s3 <= entry.inner
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
                text: entry.withPerson ? entry.row.title : entry.row.need
                strong: true
                Accessible.ignored: true
            }
            StateChip {
                id: chip
                x: head.beside ? parent.width - width : 0
                y: head.beside ? Math.round((head.height - height) / 2) : 0
                text: entry.row.chip.text
                iconName: entry.row.chip.iconName
                kind: entry.row.chip.kind
                Accessible.ignored: true
            }
            Label {
                visible: !head.beside && text.length > 0
                anchors.right: parent.right
                y: Math.round((chip.height - height) / 2)
                text: entry.row.lately
                type: Theme.small
                color: Theme.ink2
                wrapMode: Text.NoWrap
                Accessible.ignored: true
            }
        }
        Label {
            visible: text.length > 0
            width: parent.width
            text: entry.row.detail
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
                initials: entry.row.badge.initials
                shortName: entry.row.badge.shortName
                hue: entry.row.badge.hue
                trailing: entry.row.other !== entry.row.badge.shortName ? entry.row.other : ""
                Accessible.ignored: true
            }
            ThreadLine {
                id: thread
                visible: !ask.visible
                anchors.right: parent.right
                anchors.verticalCenter: parent.verticalCenter
                passed: entry.row.passed
                total: entry.row.total
                waiting: entry.row.waiting
                Accessible.ignored: true
            }
            LazyPart {
                id: ask
                anchors.right: parent.right
                anchors.verticalCenter: parent.verticalCenter
                shown: entry.callText.length > 0
                sourceComponent: SecondaryButton {
                    text: entry.callText
                    spoken: Spoken.join([entry.callText, entry.withPerson ? entry.row.title : entry.row.need])
                    inRow: true
                    onClicked: entry.called()
                }
            }
        }
        LazyPart {
            width: parent.width
            shown: entry.row.clock.line.length > 0
            fitted: true
            sourceComponent: ClockLine {
                used: entry.row.clock.used
                words: entry.row.clock.line
                late: entry.row.clock.late
                Accessible.ignored: true
            }
        }
    }
}
