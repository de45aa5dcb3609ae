pragma ComponentBehavior: Bound
import QtQuick
import Frontsheet.Theme
import Frontsheet.Controls

// One sending or reading; pressed, it opens to all that the log says of it.
PanelRow {
    id: row

    required property var entry // DisclosureWords::row
    property bool open: false
    property string next: "" // what more can be asked from here; empty: nothing
    signal asked

    leads: true
    waiting: row.entry.attention
    underHeading: true
    spoken: row.open ? qsTr("%1. Details are open.", "screen reader").arg(row.entry.spoken) : row.entry.spoken
    checkable: true
    checked: row.open
    onToggled: row.checked = Qt.binding(() => row.open)
    Accessible.checkable: true
    Accessible.checked: row.open
    Accessible.onToggleAction: row.clicked()
    Keys.onSpacePressed: row.open = !row.open
    onClicked: row.open = !row.open

    Column {
        width: parent.width
        spacing: Theme.s1
        Item {
            width: parent.width
            height: words.height
            Column {
                id: words
                width: parent.width - chevron.width - Theme.s2
                spacing: 2
                Label {
                    width: parent.width
                    text: row.entry.who.length > 0 ? row.entry.who : row.entry.what
                    type: Theme.row
                    strong: true
                    Accessible.ignored: true
                }
                AgencyBadge {
                    visible: row.entry.agency.length > 0
                    width: parent.width
                    initials: row.entry.badge.initials
                    shortName: row.entry.badge.shortName
                    hue: row.entry.badge.hue
                    trailing: row.entry.when
                    Accessible.ignored: true
                }
                Label {
                    visible: row.entry.who.length > 0
                    width: parent.width
                    text: row.entry.what
                    color: row.entry.attention ? Theme.attention : Theme.ink
                    Accessible.ignored: true
                }
            }
            LineIcon {
                id: chevron
                name: row.open ? "chevron-up" : "chevron-down"
                color: Theme.ink2
                size: Theme.iconSize
                anchors.right: parent.right
                y: 2
            }
        }
        TermList {
            visible: row.open
            width: parent.width
            terms: row.open ? row.entry.detail : []
        }
        LinkButton {
            objectName: "askOn"
            visible: row.open && row.next.length > 0
            text: row.next
            inRow: true
            onClicked: row.asked()
        }
    }
}
