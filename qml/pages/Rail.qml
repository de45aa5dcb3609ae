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
        PlaceButtons {
            id: buttons
            app: rail.app
            places: rail.places
            place: rail.place
            room: rail.height - sign.height - foot.height - foot.anchors.bottomMargin
            least: Theme.place
            each: rail.width
            onChosen: key => rail.chosen(key)
            onMore: more.ask()
        }
    }
    PlacesSheet {
        id: more
        places: buttons.rest
        place: rail.place
        waiting: buttons.waiting
        onChosen: key => rail.chosen(key)
    }
    Column {
        id: foot
        anchors.bottom: parent.bottom
        anchors.bottomMargin: Theme.s2
        width: parent.width
        NavAction {
            visible: !Theme.tablet
            width: rail.width
            text: qsTr("Keys", "navigation: the list of keyboard shortcuts")
            iconName: "question"
            onClicked: rail.help()
        }
        NavAction {
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
                    text: rail.app.workerGiven
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
