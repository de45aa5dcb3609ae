pragma ComponentBehavior: Bound
import QtQuick
import Frontsheet.Theme
import Frontsheet.Controls

// Somebody one can be: name and role, whose worker, and on what device.
PanelRow {
    id: row

    required property var person // ChooserModel::people
    property bool ready: false

    leads: true
    enabled: row.ready && !row.person.open
    spoken: row.person.open ? qsTr("%1, %2, open", "screen reader: name, role").arg(row.person.name).arg(row.person.role) : qsTr("Be %1, %2, %3", "screen reader: name, role, agency").arg(row.person.name).arg(row.person.role).arg(row.person.agency)

    Avatar {
        id: face
        initials: row.person.initials
        anchors.verticalCenter: parent.verticalCenter
    }
    Column {
        anchors.left: face.right
        anchors.leftMargin: Theme.s3
        anchors.right: device.left
        anchors.rightMargin: Theme.s3
        anchors.verticalCenter: parent.verticalCenter
        spacing: 2
        Label {
            width: parent.width
            text: row.person.name
            type: Theme.row
            Accessible.ignored: true
        }
        AgencyBadge {
            width: parent.width
            initials: row.person.agencyInitials
            shortName: row.person.agency
            hue: row.person.hue
            trailing: row.person.role
            Accessible.ignored: true
        }
    }
    Label {
        id: device
        anchors.right: sign.left
        anchors.rightMargin: Theme.s2
        anchors.verticalCenter: parent.verticalCenter
        text: row.person.open ? qsTr("Open", "this person's app is open") : row.person.tablet ? qsTr("Tablet", "device form") : qsTr("Laptop", "device form")
        type: Theme.small
        strong: row.person.open
        color: row.person.open ? Theme.accent : Theme.ink2
        Accessible.ignored: true
    }
    LineIcon {
        id: sign
        anchors.right: parent.right
        anchors.verticalCenter: parent.verticalCenter
        name: row.person.open ? "check" : "chevron-right"
        color: row.person.open ? Theme.accent : Theme.ink2
        size: Theme.iconSize
        opacity: row.ready ? 1 : 0
    }
}
