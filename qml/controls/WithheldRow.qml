import QtQuick
import Frontsheet.Theme

// Something exists that you do not see: whose, why, and whom to ask. What is silent leaves no gap and never comes here.
Item {
    id: row

    required property string what
    required property string reason
    property string ask: ""
    property string number: ""
    property string initials: ""
    property string shortName: ""
    property int hue: 0
    signal ring(string number)

    implicitHeight: column.height + 24
    Accessible.role: Accessible.ListItem
    Accessible.name: Spoken.join([row.what, row.shortName, row.reason, row.ask])

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
                name: "lock"
                color: Theme.ink
                size: Theme.iconSize - 2
            }
            Label {
                text: row.what
                type: Theme.body
                strong: true
                Accessible.ignored: true
            }
            AgencyBadge {
                visible: row.shortName.length > 0
                initials: row.initials
                shortName: row.shortName
                hue: row.hue
                Accessible.ignored: true
            }
        }
        Label {
            width: parent.width
            text: row.reason
            Accessible.ignored: true
        }
        Flow {
            visible: row.ask.length > 0
            width: parent.width
            spacing: Theme.s3
            Label {
                height: Math.max(implicitHeight, ringIt.visible ? ringIt.height : 0)
                text: row.ask
                strong: true
                Accessible.ignored: true
            }
            RingButton {
                id: ringIt
                who: ""
                number: row.number
                inRow: true
                onRing: number => row.ring(number)
            }
        }
    }
}
