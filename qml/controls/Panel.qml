pragma ComponentBehavior: Bound
import QtQuick
import Frontsheet.Theme

// A ruled box with a heading: what it is, how many, and what one can do with it.
Rectangle {
    id: panel

    default property alias content: rows.data
    property string title: ""
    property string count: ""
    property string note: ""
    property string action: ""
    property string actionSpoken: "" // where several on a page say the same
    property string actionIcon: "chevron-right"
    property bool actionIconFirst: false
    property bool emphasised: false // what comes next, edged with accent
    property color edgeColor: panel.emphasised ? Theme.accent : Theme.line
    property string iconName: ""
    signal actionChosen

    color: Theme.surface
    radius: Theme.radiusPanel
    border.width: panel.emphasised ? 2 : 1
    border.color: panel.edgeColor
    implicitHeight: column.height + 2
    Accessible.role: Accessible.Grouping
    Accessible.name: panel.title
    Accessible.ignored: panel.Accessible.name.length === 0 // a frame around rows that speak for themselves

    Column {
        id: column
        x: 1
        y: 1
        width: parent.width - 2

        Item {
            visible: panel.title.length > 0
            width: parent.width
            height: visible ? Math.max(Theme.tablet ? 44 : 34, heading.implicitHeight + 12, link.visible ? link.implicitHeight : 0) : 0

            LineIcon {
                id: sign
                visible: panel.iconName.length > 0
                name: panel.iconName
                color: Theme.ink
                size: Theme.iconSize - 2
                x: Theme.rowPad
                anchors.verticalCenter: parent.verticalCenter
            }
            Label {
                id: heading
                x: sign.visible ? sign.x + sign.width + Theme.s2 : Theme.rowPad
                width: Math.min(implicitWidth, parent.width - x - Theme.rowPad - (link.visible ? link.width : 0))
                anchors.verticalCenter: parent.verticalCenter
                text: panel.title
                type: Theme.tablet ? Theme.section : Theme.row
                strong: true
                font.pixelSize: Theme.tablet ? Theme.row.size : Theme.row.size
                Accessible.role: Accessible.Heading
            }
            Label {
                id: number
                anchors.left: heading.right
                anchors.leftMargin: Theme.s2
                anchors.verticalCenter: parent.verticalCenter
                text: panel.count
                type: Theme.small
                color: Theme.ink2
            }
            LazyPart {
                anchors.left: panel.action.length > 0 ? number.right : heading.right
                anchors.leftMargin: Theme.s2
                anchors.right: panel.action.length > 0 ? link.left : parent.right
                anchors.rightMargin: Theme.rowPad
                anchors.verticalCenter: parent.verticalCenter
                shown: panel.note.length > 0
                fitted: true
                sourceComponent: Label {
                    horizontalAlignment: panel.action.length > 0 ? Text.AlignLeft : Text.AlignRight
                    text: panel.note
                    type: Theme.small
                    color: Theme.ink2
                }
            }
            LazyPart {
                id: link
                anchors.right: parent.right
                anchors.rightMargin: Theme.rowPad - 4
                anchors.verticalCenter: parent.verticalCenter
                shown: panel.action.length > 0
                sourceComponent: LinkButton {
                    inRow: true
                    text: panel.action
                    spoken: panel.actionSpoken
                    iconAfter: panel.actionIconFirst ? "" : panel.actionIcon
                    iconName: panel.actionIconFirst ? panel.actionIcon : ""
                    onClicked: panel.actionChosen()
                }
            }
            Rectangle {
                width: parent.width
                height: 1
                color: Theme.line
                anchors.bottom: parent.bottom
                visible: rows.height > 0
            }
        }
        Column {
            id: rows
            width: parent.width
        }
    }
}
