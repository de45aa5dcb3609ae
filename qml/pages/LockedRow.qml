import QtQuick
import Frontsheet.Theme
import Frontsheet.Controls

// One agency's part of a front sheet that waits for contact, or for a reason.
Item {
    id: row

    required property string title
    required property string text
    required property bool hidden
    property string ask: ""
    property string number: ""
    property string initials: ""
    property string shortName: ""
    property int hue: 0
    signal ring(string number)
    signal openAsked

    implicitHeight: column.height + 24
    Accessible.role: Accessible.ListItem
    Accessible.name: Spoken.join([row.title, row.shortName, row.text])

    DashedFrame {
        anchors.fill: parent
        radius: Theme.radiusPanel
        fill: Theme.well
        edge: Theme.edge
    }
    Column {
        id: column
        x: Theme.rowPad
        y: 12
        width: parent.width - 2 * x
        spacing: Theme.s1

        Flow {
            width: parent.width
            spacing: Theme.s2
            LineIcon {
                name: row.hidden ? "no-signal" : "lock"
                color: Theme.ink
                size: Theme.iconSize - 2
            }
            Label {
                text: row.title
                type: Theme.body
                strong: true
                Accessible.ignored: true
            }
            AgencyBadge {
                initials: row.initials
                shortName: row.shortName
                hue: row.hue
                Accessible.ignored: true
            }
        }
        Label {
            width: parent.width
            text: row.text
            Accessible.ignored: true
        }
        Flow {
            width: parent.width
            spacing: Theme.s3
            SecondaryButton {
                visible: !row.hidden
                text: qsTr("Open with a reason", "button: opens what an agency shared, its server not having answered")
                onClicked: row.openAsked()
            }
            Label {
                height: Math.max(implicitHeight, ringIt.visible ? ringIt.height : 0)
                text: row.ask
                strong: true
                visible: row.number.length > 0
                Accessible.ignored: true
            }
            RingButton {
                id: ringIt
                who: ""
                number: row.number
                visible: row.number.length > 0
                inRow: true
                onRing: number => row.ring(number)
            }
        }
    }
}
