pragma ComponentBehavior: Bound
import QtQuick
import Frontsheet.Theme
import Frontsheet.Controls

// Who will see this: all of it, a part, or not, with the reason. By the same decision as the server's.
Rectangle {
    id: panel

    required property var audience // {heading, rows: [{badge, people, reason}]}
    required property string line
    property string source: ""
    property bool framed: false

    color: Theme.surface
    radius: panel.framed ? Theme.radiusPanel : 0
    border.width: panel.framed ? 1 : 0
    border.color: Theme.line

    Rectangle {
        visible: !panel.framed
        width: 1
        height: parent.height
        color: Theme.line
    }
    Item {
        id: head
        width: parent.width
        height: names.height + 2 * Theme.s3
        Column {
            id: names
            x: 20
            y: Theme.s3
            width: parent.width - 40
            Row {
                spacing: Theme.s2
                LineIcon {
                    name: "eye"
                    color: Theme.ink
                    size: Theme.iconSize
                    anchors.verticalCenter: parent.verticalCenter
                }
                Label {
                    text: qsTr("Who will see this", "beside a note")
                    type: Theme.section
                    Accessible.role: Accessible.Heading
                }
            }
            Label {
                width: parent.width
                text: panel.line
                color: Theme.ink2
            }
            Label {
                visible: text.length > 0
                width: parent.width
                text: panel.source
                type: Theme.small
                color: Theme.ink2
            }
        }
    }
    Flickable {
        id: flick
        anchors.top: head.bottom
        anchors.bottom: parent.bottom
        anchors.bottomMargin: panel.framed ? 8 : 0
        width: parent.width
        contentHeight: column.height
        clip: true
        boundsBehavior: Flickable.StopAtBounds

        ReadersList {
            id: column
            x: 1
            width: parent.width - 2
            audience: panel.audience
        }
    }
    ScrollMark {
        flickable: flick
    }
}
