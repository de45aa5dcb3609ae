pragma ComponentBehavior: Bound
import QtQuick
import Frontsheet.Theme
import Frontsheet.Controls
import Frontsheet.ViewModels

// The places of the app down the left edge, with the lock and whose device this is at its foot.
Rectangle {
    id: rail

    required property AppModel app
    required property var places // {key, name, iconName}
    required property string place
    signal chosen(string key)
    signal help

    color: Theme.well

    Item {
        id: sign
        width: parent.width
        height: 64
        LineIcon {
            anchors.centerIn: parent
            name: "frontsheet"
            color: Theme.accent
            size: 28
        }
    }
    Column {
        anchors.top: sign.bottom
        width: parent.width
        Repeater {
            model: rail.places
            NavButton {
                required property var modelData
                width: rail.width
                text: modelData.name
                iconName: modelData.iconName
                chosen: rail.place === modelData.key
                count: modelData.key === "referrals" ? rail.app.referrals.needingMe : modelData.key === "sharing" ? rail.app.governance.waiting : 0
                onClicked: rail.chosen(modelData.key)
            }
        }
    }
    Column {
        anchors.bottom: parent.bottom
        anchors.bottomMargin: Theme.s2
        width: parent.width
        NavButton {
            visible: !Theme.tablet
            width: rail.width
            text: qsTr("Keys", "navigation: the list of keyboard shortcuts")
            iconName: "question"
            onClicked: rail.help()
        }
        NavButton {
            width: rail.width
            text: qsTr("Lock", "navigation: lock the device")
            iconName: "lock"
            onClicked: rail.app.lockNow()
        }
        Item {
            width: rail.width
            height: me.height + Theme.s2
            Accessible.role: Accessible.StaticText
            Accessible.name: Spoken.join([rail.app.workerName, rail.app.workerRole])
            Column {
                id: me
                width: parent.width
                spacing: 3
                Avatar {
                    anchors.horizontalCenter: parent.horizontalCenter
                    initials: rail.app.workerInitials
                }
                Label {
                    width: parent.width
                    horizontalAlignment: Text.AlignHCenter
                    text: rail.app.workerName.split(" ")[0]
                    type: Theme.small
                    color: Theme.ink2
                    Accessible.ignored: true
                }
            }
        }
    }
    Rectangle {
        width: 1
        height: parent.height
        color: Theme.line
        anchors.right: parent.right
    }
}
