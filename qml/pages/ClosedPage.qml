pragma ComponentBehavior: Bound
import QtQuick
import Frontsheet.Theme
import Frontsheet.Controls
import Frontsheet.ViewModels

// The agency has shut this device out: what became of what was on it, and whom to ring. There is nothing to open.
Rectangle {
    id: page

    required property AppModel app
    signal ring(string number)

    color: Theme.bg

    ScrollPage {
        anchors.fill: parent
        topMargin: Math.max(Theme.s6, (page.height - column.height) / 2 - 40)

        Column {
            id: column
            width: Math.min(parent.width, Math.round(520 * Math.min(Theme.textScale, 1.6)))
            x: (parent.width - width) / 2
            spacing: Theme.s5

            Row {
                spacing: Theme.s3
                LineIcon {
                    name: "lock"
                    color: Theme.accent
                    size: Math.round(32 * Math.min(Theme.textScale, 1.5))
                    anchors.verticalCenter: parent.verticalCenter
                }
                Label {
                    text: qsTr("This profile is closed", "page: the agency has shut the device out")
                    type: Theme.page
                    anchors.verticalCenter: parent.verticalCenter
                    Accessible.role: Accessible.Heading
                }
            }
            Repeater {
                model: page.app.closedLines
                Label {
                    required property string modelData
                    width: column.width
                    text: modelData
                }
            }
            RingButton {
                visible: page.app.closedNumber.length > 0
                who: page.app.closedRing
                number: page.app.closedNumber
                onRing: number => page.ring(number)
            }
            Label {
                visible: page.app.closedNumber.length === 0
                width: parent.width
                text: qsTr("Ring %1.", "closed profile, %1 agency without a known number").arg(page.app.closedRing)
                strong: true
            }
        }
    }
}
