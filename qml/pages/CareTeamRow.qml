pragma ComponentBehavior: Bound
import QtQuick
import Frontsheet.Theme
import Frontsheet.Controls

// Somebody on the care team: who says so and since when, how they came to be, ringing them, and taking them off.
PanelRow {
    id: item

    required property var person // CareTeamWording::member
    property bool busy: false
    readonly property string called: item.person.me ? qsTr("%1 (you)", "care team, %1 your own name").arg(item.person.name) : item.person.name
    signal ring(string number)
    signal leave

    spoken: [Spoken.join([item.called, item.person.role, item.person.away])].concat(item.person.said.map(s => Spoken.join([s.badge.shortName, s.badge.trailing, s.how, s.waiting ? item.unsent : ""]))).join(" ")
    readonly property string unsent: qsTr("Not sent yet.", "care team: saved on this device alone")

    Column {
        id: column
        width: parent.width
        spacing: Theme.s2

        Item {
            width: parent.width
            height: Math.max(words.height, call.visible ? call.height : 0)
            Column {
                id: words
                anchors.left: parent.left
                anchors.right: call.visible ? call.left : parent.right
                anchors.rightMargin: call.visible ? Theme.s2 : 0
                anchors.verticalCenter: parent.verticalCenter
                Label {
                    width: parent.width
                    text: item.called
                    type: Theme.row
                    strong: true
                    Accessible.ignored: true
                }
                Label {
                    visible: text.length > 0
                    width: parent.width
                    text: item.person.role
                    color: Theme.ink2
                    Accessible.ignored: true
                }
            }
            RingButton {
                id: call
                visible: item.person.phone.length > 0
                anchors.right: parent.right
                anchors.verticalCenter: parent.verticalCenter
                who: item.person.name
                number: item.person.phone
                brief: true
                onRing: number => item.ring(number)
            }
        }
        Label {
            visible: text.length > 0
            width: parent.width
            text: item.person.away
            color: Theme.attention
            Accessible.ignored: true
        }
        Repeater {
            model: item.person.said
            Column {
                id: one
                required property var modelData
                width: column.width
                spacing: 2
                AgencyBadge {
                    width: parent.width
                    initials: one.modelData.badge.initials
                    shortName: one.modelData.badge.shortName
                    hue: one.modelData.badge.hue
                    trailing: one.modelData.badge.trailing
                    Accessible.ignored: true
                }
                Label {
                    width: parent.width
                    text: one.modelData.how
                    type: Theme.small
                    color: Theme.ink2
                    Accessible.ignored: true
                }
                Label {
                    visible: one.modelData.waiting
                    width: parent.width
                    text: item.unsent
                    type: Theme.small
                    color: Theme.ink2
                    Accessible.ignored: true
                }
            }
        }
        LinkButton {
            visible: item.person.mayTakeOff || item.person.mayLeave
            x: -Theme.s1
            inRow: true
            enabled: !item.busy
            text: item.person.me ? qsTr("Leave the care team", "button: the worker themselves is no longer involved") : qsTr("Take off the care team", "button: a worker is no longer involved")
            spoken: item.person.me ? text : qsTr("Take %1 off the care team", "screen reader: %1 worker").arg(item.person.name)
            onClicked: item.leave()
        }
        Label {
            visible: item.person.leaveAt.length > 0
            width: parent.width
            text: qsTr("Only %1 can take you off its team. Ring there to leave.", "care team, %1 agency").arg(item.person.leaveAt)
            type: Theme.small
            color: Theme.ink2
        }
        RingButton {
            visible: item.person.leavePhone.length > 0
            width: Math.min(implicitWidth, parent.width)
            who: item.person.leaveAt
            number: item.person.leavePhone
            onRing: number => item.ring(number)
        }
    }
}
