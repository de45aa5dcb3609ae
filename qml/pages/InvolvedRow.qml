import QtQuick
import Frontsheet.Theme
import Frontsheet.Controls

// Somebody on the care team: name, role, agency, and a button that rings them.
PanelRow {
    id: item

    required property var person // {name, role, phone, me, badge}
    signal ring(string number)

    padY: Theme.tablet ? 8 : 6
    spoken: Spoken.join([item.person.name, item.person.role, item.person.badge.shortName])

    Item {
        width: parent.width
        height: Math.max(words.height, call.visible ? call.height : 0)

        AgencyBadge {
            id: mark
            anchors.verticalCenter: parent.verticalCenter
            initials: item.person.badge.initials
            shortName: item.person.badge.shortName
            hue: item.person.badge.hue
            nameShown: false
            Accessible.ignored: true
        }
        Column {
            id: words
            anchors.left: mark.right
            anchors.leftMargin: Theme.s3
            anchors.right: call.visible ? call.left : parent.right
            anchors.rightMargin: Theme.s2
            anchors.verticalCenter: parent.verticalCenter
            Label {
                width: parent.width
                text: item.person.me ? qsTr("%1 (you)", "care team, %1 your own name").arg(item.person.name) : item.person.name
                strong: true
                Accessible.ignored: true
            }
            Label {
                width: parent.width
                text: item.person.role.length > 0 ? qsTr("%1, %2", "%1 role, %2 agency").arg(item.person.role).arg(item.person.badge.shortName) : item.person.badge.shortName
                type: Theme.small
                color: Theme.ink2
                Accessible.ignored: true
            }
        }
        RingButton {
            id: call
            visible: item.person.phone.length > 0 && !item.person.me
            anchors.right: parent.right
            anchors.verticalCenter: parent.verticalCenter
            who: item.person.name
            number: item.person.phone
            brief: true
            onRing: number => item.ring(number)
        }
    }
}
