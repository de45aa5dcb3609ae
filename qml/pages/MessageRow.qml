import QtQuick
import Frontsheet.Theme
import Frontsheet.Controls

// A message on a referral.
PanelRow {
    id: item

    required property var message // {author, badge, when, text, mine, waiting}
    property string reading: "" // who has read it, where the page does not say it elsewhere

    spoken: Spoken.join([item.message.author, item.message.badge.shortName, item.message.when, item.message.about ?? "", item.message.text, item.reading])

    Column {
        width: parent.width
        spacing: 2
        Item {
            width: parent.width
            height: Math.max(who.height, at.height)
            Row {
                id: who
                spacing: Theme.s2
                Label {
                    text: item.message.author
                    strong: true
                    Accessible.ignored: true
                }
                AgencyBadge {
                    initials: item.message.badge.initials
                    shortName: item.message.badge.shortName
                    hue: item.message.badge.hue
                    Accessible.ignored: true
                }
            }
            Label {
                id: at
                anchors.right: parent.right
                text: item.message.waiting ? qsTr("waiting to send", "message not sent yet") : item.message.when
                type: Theme.small
                color: Theme.ink2
                visible: who.width + implicitWidth + Theme.s3 <= parent.width
                Accessible.ignored: true
            }
        }
        Label {
            visible: !at.visible
            text: item.message.waiting ? qsTr("waiting to send", "message not sent yet") : item.message.when
            type: Theme.small
            color: Theme.ink2
            Accessible.ignored: true
        }
        Label {
            visible: text.length > 0
            width: parent.width
            text: item.message.about ?? "" // a message on a referral is about that
            color: Theme.ink2
            Accessible.ignored: true
        }
        Label {
            width: parent.width
            text: item.message.text
            Accessible.ignored: true
        }
        Label {
            visible: item.reading.length > 0
            width: parent.width
            text: item.reading
            type: Theme.small
            color: Theme.ink2
            Accessible.ignored: true
        }
    }
}
