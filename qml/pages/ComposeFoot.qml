import QtQuick
import Frontsheet.Theme
import Frontsheet.Controls
import Frontsheet.ViewModels

// Sending a referral, with when it is answered beside it or above.
Rectangle {
    id: foot

    required property ComposeModel compose
    required property real margin
    readonly property bool stacked: foot.width / Theme.textScale < 720
    signal back

    height: Math.max(actions.height, promise.height) + 20 + (foot.stacked ? promise.height + Theme.s2 : 0)
    color: Theme.surface
    Rectangle {
        width: parent.width
        height: 1
        color: Theme.line
    }
    Label {
        id: promise
        x: foot.stacked ? foot.margin : actions.x + actions.width + Theme.s5
        y: foot.stacked ? 10 : (parent.height - height) / 2
        width: parent.width - x - foot.margin
        text: foot.compose.promise
        color: Theme.ink2
    }
    Row {
        id: actions
        x: foot.margin
        y: foot.stacked ? promise.y + promise.height + Theme.s2 : 10
        spacing: Theme.s2
        PrimaryButton {
            least: Theme.tablet ? Theme.mainCall : Theme.control
            text: foot.compose.concern ? qsTr("Send concern", "button") : qsTr("Send referral", "button")
            iconName: "send"
            enabled: !foot.compose.sending
            onClicked: foot.compose.send()
        }
        LinkButton {
            least: Theme.tablet ? Theme.mainCall : Theme.control
            text: qsTr("Not now", "button: leave without sending")
            onClicked: foot.back()
        }
    }
}
