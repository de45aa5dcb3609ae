import QtQuick
import QtQuick.Templates as T
import Frontsheet.Theme
import Frontsheet.Controls

// One event on the line of what happened.
T.AbstractButton {
    id: item

    required property var happening // {text, badge, record, opens}
    readonly property bool leads: item.happening.opens.length > 0
    property bool last: false
    readonly property string spoken: Spoken.join([item.happening.text, item.happening.badge.shortName, item.happening.badge.trailing])
    signal chosen

    width: parent ? parent.width : 300
    // A row that leads somewhere is as tall as a finger.
    implicitHeight: Math.max(words.height + (item.last ? Theme.s3 : Theme.s4), item.leads ? Theme.control : 0)
    enabled: item.leads
    focusPolicy: item.leads ? Qt.StrongFocus : Qt.NoFocus
    onClicked: item.chosen()
    Keys.onReturnPressed: item.chosen()
    Accessible.name: item.spoken
    Accessible.ignored: !item.leads // what cannot be pressed is said by its words

    Rectangle {
        visible: !item.last
        x: Theme.rowPad + 4
        y: 14
        width: 1
        height: parent.height - 4
        color: Theme.edge
    }
    Rectangle {
        x: Theme.rowPad
        y: 6
        width: 9
        height: 9
        radius: 4.5
        color: Theme.surface
        border.width: 1.5
        border.color: Theme.accent
    }
    FocusRing {
        shown: item.visualFocus
        inset: 2
    }
    Column {
        id: words
        x: Theme.rowPad + 9 + Theme.s3
        width: parent.width - x - Theme.rowPad
        spacing: 2
        Accessible.role: Accessible.ListItem
        Accessible.name: item.spoken
        Accessible.ignored: item.leads
        Label {
            width: parent.width
            text: item.happening.text
            maximumLineCount: 3
            elide: Text.ElideRight
            Accessible.ignored: true
        }
        AgencyBadge {
            width: parent.width
            initials: item.happening.badge.initials
            shortName: item.happening.badge.shortName
            hue: item.happening.badge.hue
            trailing: item.happening.badge.trailing
            Accessible.ignored: true
        }
    }
}
