import QtQuick
import Frontsheet.Theme
import Frontsheet.Controls

// A further service in the directory: what it does, whose, who answers, and the number on the button.
PanelRow {
    id: item

    required property var service // RingModel.rest
    readonly property bool narrow: item.inner / Theme.textScale < 460
    signal ring(string number)

    spoken: Spoken.join([item.service.title, item.service.detail, item.service.badge.shortName, item.service.badge.trailing])

    Item {
        width: parent.width
        height: item.narrow ? words.height + (call.visible ? call.height + Theme.s2 : 0) : Math.max(words.height, call.height)

        Column {
            id: words
            width: item.narrow || !call.visible ? parent.width : parent.width - call.width - Theme.s3
            anchors.verticalCenter: item.narrow ? undefined : parent.verticalCenter
            Label {
                width: parent.width
                text: item.service.title
                strong: true
                Accessible.ignored: true
            }
            Label {
                visible: text.length > 0
                width: parent.width
                text: item.service.detail
                Accessible.ignored: true
            }
            AgencyBadge {
                width: parent.width
                initials: item.service.badge.initials
                shortName: item.service.badge.shortName
                hue: item.service.badge.hue
                trailing: item.service.badge.trailing
                Accessible.ignored: true
            }
        }
        RingButton {
            id: call
            anchors.right: item.narrow ? undefined : parent.right
            y: item.narrow ? words.height + Theme.s2 : (parent.height - height) / 2
            who: item.service.who
            number: item.service.number
            text: item.service.number
            inRow: true
            onRing: number => item.ring(number)
        }
    }
}
