import QtQuick
import Frontsheet.Theme
import Frontsheet.Controls

// One figure of a report: the number, what it counts, and a quiet bar of its part of the whole. Leads to the people behind it.
PanelRow {
    id: row

    required property var figure // as ReportWording words it
    property bool chosen: false

    leads: row.figure.leads
    waiting: row.figure.attention
    spoken: Spoken.join([row.figure.number, row.figure.text, row.chosen ? qsTr("listed", "screen reader: the people behind this figure are shown") : ""])

    Label {
        id: number
        width: Math.max(implicitWidth, Math.round(44 * Theme.textScale))
        text: row.figure.number
        type: Theme.section
        color: row.figure.attention ? Theme.attention : Theme.ink
        wrapMode: Text.NoWrap
        Accessible.ignored: true
    }
    Column {
        x: number.width + Theme.s3
        width: parent.width - x - chevron.width - Theme.s2
        spacing: 6
        Label {
            width: parent.width
            text: row.figure.text
            strong: row.chosen
            color: row.figure.attention ? Theme.attention : Theme.ink
            lineHeight: Theme.section.line
            Accessible.ignored: true
        }
        Rectangle {
            visible: row.figure.share >= 0
            width: parent.width
            height: 6
            radius: 3
            color: Theme.well
            Rectangle {
                width: Math.round(parent.width * row.figure.share)
                height: parent.height
                radius: 3
                color: row.figure.attention ? Theme.attentionMark : Theme.accent
            }
        }
    }
    LineIcon {
        id: chevron
        opacity: row.leads ? 1 : 0
        name: row.chosen ? "check" : "chevron-right"
        color: row.chosen ? Theme.accent : Theme.ink2
        size: Theme.iconSmall
        anchors.right: parent.right
        anchors.verticalCenter: parent.verticalCenter
    }
}
