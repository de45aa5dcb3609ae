pragma ComponentBehavior: Bound
import QtQuick
import Frontsheet.Theme
import Frontsheet.Controls
import Frontsheet.ViewModels

// The places of the app along the bottom edge, where a thumb is: on a tall tablet and with large text.
Rectangle {
    id: bar

    required property AppModel app
    required property var places // {key, name, iconName}
    required property string place
    signal chosen(string key)

    implicitHeight: buttons.height
    color: Theme.well

    Row {
        id: buttons
        Repeater {
            model: bar.places
            NavButton {
                required property var modelData
                width: bar.width / bar.places.length
                upright: false
                text: modelData.name
                iconName: modelData.iconName
                chosen: bar.place === modelData.key
                count: modelData.key === "referrals" ? bar.app.referrals.needingMe : modelData.key === "sharing" ? bar.app.governance.waiting : 0
                onClicked: bar.chosen(modelData.key)
            }
        }
    }
    Rectangle {
        width: parent.width
        height: 1
        color: Theme.line
    }
}
