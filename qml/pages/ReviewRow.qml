import QtQuick
import Frontsheet.Theme
import Frontsheet.Controls

// A placement whose first review is to be held: who, where, since when, their own wish, and the date. `row` as TodayModel words it.
PanelRow {
    id: item

    required property var row
    readonly property bool wide: item.inner / Theme.textScale >= 560

    leads: true
    waiting: item.row.overdue
    spoken: Spoken.join([item.row.name, item.row.age, item.row.home, item.row.since, item.row.wish.length > 0 ? item.row.wish : ask.text, item.row.due, item.row.on])

    Column {
        id: who
        width: item.wide ? Math.round(parent.width * 0.42) : parent.width
        spacing: 2
        Row {
            width: parent.width
            spacing: Theme.s2
            Label {
                width: Math.min(implicitWidth, parent.width - age.width - Theme.s2)
                text: item.row.name
                type: Theme.row
                Accessible.ignored: true
            }
            Label {
                id: age
                lineHeight: Theme.row.line
                text: item.row.age
                type: Theme.small
                color: Theme.ink2
                wrapMode: Text.NoWrap
                Accessible.ignored: true
            }
        }
        Label {
            width: parent.width
            text: item.row.home
            Accessible.ignored: true
        }
        Label {
            width: parent.width
            text: item.row.since
            type: Theme.small
            color: Theme.ink2
            Accessible.ignored: true
        }
    }
    Column {
        x: item.wide ? who.width + Theme.s4 : 0
        topPadding: item.wide ? 0 : who.height + Theme.s1 // and not lower down: a row is as tall as the tallest of its parts
        width: item.wide ? parent.width - x - due.width - Theme.s4 : parent.width
        spacing: 2
        Label {
            visible: item.row.wish.length > 0
            width: parent.width
            text: item.row.wish
            Accessible.ignored: true
        }
        Label {
            id: ask
            visible: item.row.wish.length === 0
            width: parent.width
            text: qsTr("Own wish not asked yet", "placement")
            strong: true
            color: Theme.attention
            Accessible.ignored: true
        }
        Label {
            visible: !item.wide
            width: parent.width
            text: due.text
            strong: true
            color: due.color
            Accessible.ignored: true
        }
    }
    Column {
        visible: item.wide
        anchors.right: parent.right
        spacing: 2
        Label {
            id: due
            anchors.right: parent.right
            text: item.row.due
            strong: true
            color: item.row.overdue ? Theme.attention : Theme.ink
            wrapMode: Text.NoWrap
            Accessible.ignored: true
        }
        Label {
            anchors.right: parent.right
            text: item.row.on
            type: Theme.small
            color: Theme.ink2
            wrapMode: Text.NoWrap
            Accessible.ignored: true
        }
    }
}
