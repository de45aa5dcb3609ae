pragma ComponentBehavior: Bound
import QtQuick
import Frontsheet.Theme
import Frontsheet.Controls

// A row of the plan. Pressed it shows the rest, and what can be done with it; what is below the fold is made when it is opened, since a plan
// may have forty of these.
PanelRow {
    id: item

    required property var row // {id, badge, unsent, editable, endings}
    required property string name // what it is about, for what is said of its buttons
    property alias body: head.data
    property Component rest
    property bool open: false
    property bool withBadge: true
    signal edit
    signal history
    signal whoSees
    signal message
    signal end(var ending) // of row.endings

    leads: true
    onClicked: item.open = !item.open
    Accessible.description: item.open ? qsTr("Shows less", "screen reader: pressing a row of the plan that is open") : qsTr("Shows more", "screen reader: pressing a row of the plan")

    Column {
        width: parent.width
        spacing: Theme.s1

        Item {
            width: parent.width
            height: Math.max(head.height, fold.height)
            Column {
                id: head
                width: parent.width - fold.width - Theme.s2
            }
            LineIcon {
                id: fold
                anchors.right: parent.right
                y: Math.round((Theme.row.line - height) / 2)
                name: item.open ? "chevron-up" : "chevron-down"
                color: Theme.ink2
                size: Theme.iconSmall
            }
        }
        AgencyBadge {
            visible: item.withBadge
            width: parent.width
            initials: item.row.badge.initials
            shortName: item.row.badge.shortName
            hue: item.row.badge.hue
            trailing: item.row.badge.trailing ?? ""
            Accessible.ignored: true
        }
        Label {
            visible: item.row.unsent
            width: parent.width
            text: qsTr("On this device, not sent yet.", "a row of the plan")
            type: Theme.small
            color: Theme.ink2
        }
        // Not a Loader: what it loads would have to be of this file.
        Repeater {
            model: item.open && item.rest !== null ? 1 : 0
            delegate: item.rest
        }
        Repeater {
            model: item.open ? 1 : 0
            delegate: links
        }
    }
    Component {
        id: links
        Flow {
            width: parent ? parent.width : 0
            spacing: Theme.s2
            LinkButton {
                visible: item.row.editable
                inRow: true
                iconName: "pencil"
                text: qsTr("Change", "button on a row of the plan: opens its form")
                spoken: qsTr("%1: %2", "screen reader: %1 button, %2 what it is about").arg(text).arg(item.name)
                onClicked: item.edit()
            }
            Repeater {
                model: item.row.endings
                LinkButton {
                    id: ending
                    required property var modelData
                    inRow: true
                    iconName: "stop"
                    text: ending.modelData.button
                    spoken: qsTr("%1: %2", "screen reader: %1 button, %2 what it is about").arg(text).arg(item.name)
                    onClicked: item.end(ending.modelData)
                }
            }
            LinkButton {
                inRow: true
                iconName: "review"
                text: qsTr("Earlier versions", "button on a record: what it said before, and who changed it")
                spoken: qsTr("%1: %2", "screen reader: %1 button, %2 what it is about").arg(text).arg(item.name)
                onClicked: item.history()
            }
            LinkButton {
                inRow: true
                iconName: "message"
                text: qsTr("Write about this", "button on a row of the plan: a message to a colleague")
                spoken: qsTr("%1: %2", "screen reader: %1 button, %2 what it is about").arg(text).arg(item.name)
                onClicked: item.message()
            }
            LinkButton {
                inRow: true
                iconName: "eye"
                text: qsTr("Who will see this", "button on a row of the plan")
                spoken: qsTr("%1: %2", "screen reader: %1 button, %2 what it is about").arg(text).arg(item.name)
                onClicked: item.whoSees()
            }
        }
    }
}
