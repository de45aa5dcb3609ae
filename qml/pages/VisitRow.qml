pragma ComponentBehavior: Bound
import QtQuick
import Frontsheet.Theme
import Frontsheet.Controls

// A visit of the round: when, who, where, and what to know on the way there. What is over shrinks to a line. `row` as RoundModel words it.
PanelRow {
    id: item

    required property var row
    property bool ordering: false // a handle and buttons in the place of the rest
    property bool target: false   // what is dragged would come to stand here
    property bool mayTick: false  // done by one tap
    property bool busy: false
    readonly property bool wide: item.inner / Theme.textScale >= 520
    readonly property var glance: item.row.over ? [] : item.row.glance
    signal ticked
    signal stepped(int by)
    signal dragged(real y)
    signal dropped

    leads: true
    spoken: Spoken.join([item.row.time, item.row.name, item.row.over ? item.row.stageText : item.row.address, item.row.over ? "" : item.row.why].concat(item.glance.map(one => one.text)).concat(item.row.over ? [] : item.row.due.map(one => one.text)))
    Keys.onPressed: event => {
        const by = event.key === Qt.Key_Up ? -1 : event.key === Qt.Key_Down ? 1 : 0;
        if (by !== 0 && (event.modifiers & Qt.AltModifier) && !item.row.over) {
            item.stepped(by);
            event.accepted = true;
        }
    }

    Rectangle {
        visible: item.target
        x: -item.pad
        y: -item.padY
        width: item.width
        height: 3
        color: Theme.accent
    }
    Label {
        id: time
        visible: item.wide
        width: Math.round(64 * Theme.textScale)
        text: item.row.time
        type: Theme.row
        color: item.row.over ? Theme.ink2 : Theme.ink
        weight: item.row.over ? 400 : 600
        Accessible.ignored: true
    }
    Column {
        id: words
        x: item.wide ? time.width + Theme.s4 : 0
        width: parent.width - x - aside.width - Theme.s2
        spacing: 2
        Flow {
            width: parent.width
            spacing: Theme.s2
            Label {
                visible: !item.wide
                text: item.row.time
                type: Theme.row
                color: time.color
                weight: time.weight
                wrapMode: Text.NoWrap
                Accessible.ignored: true
            }
            Label {
                width: Math.min(implicitWidth, words.width)
                text: item.row.name
                type: Theme.row
                weight: item.row.over ? 400 : 600
                color: item.row.over ? Theme.ink2 : Theme.ink
                Accessible.ignored: true
            }
            Label {
                visible: !item.row.over
                text: item.row.age
                type: Theme.small
                lineHeight: Theme.row.line
                color: Theme.ink2
                wrapMode: Text.NoWrap
                Accessible.ignored: true
            }
        }
        Row {
            visible: item.row.over
            spacing: Theme.s1
            LineIcon {
                name: item.row.stageIcon
                color: Theme.accent
                size: Theme.iconSmall
                anchors.verticalCenter: parent.verticalCenter
            }
            Label {
                width: Math.min(implicitWidth, words.width - Theme.iconSmall - Theme.s1)
                text: item.row.stageText
                type: Theme.small
                color: Theme.ink2
                Accessible.ignored: true
            }
        }
        Label {
            visible: !item.row.over
            width: parent.width
            text: item.row.why.length > 0 ? qsTr("%1 · %2", "round: %1 address, %2 what the visit is for").arg(item.row.address).arg(item.row.why) : item.row.address
            type: Theme.small
            color: Theme.ink2
            Accessible.ignored: true
        }
        Repeater {
            model: item.glance
            Row {
                id: one
                required property var modelData
                width: words.width
                spacing: Theme.s2
                LineIcon {
                    id: sign
                    name: one.modelData.iconName
                    color: Theme.attention
                    size: Theme.iconSmall
                    y: 1
                }
                Label {
                    width: one.width - sign.width - Theme.s2
                    text: one.modelData.text
                    type: Theme.small
                    strong: true
                    Accessible.ignored: true
                }
            }
        }
        Repeater {
            model: item.row.over || item.ordering ? [] : item.row.due // no part of which visit comes first
            Row {
                id: dueLine
                required property var modelData
                width: words.width
                spacing: Theme.s2
                LineIcon {
                    id: dueSign
                    name: dueLine.modelData.grave ? "warning" : "clock"
                    color: dueLine.modelData.grave ? Theme.danger : Theme.accent
                    size: Theme.iconSmall
                    y: 1
                }
                Label {
                    width: dueLine.width - dueSign.width - Theme.s2
                    text: dueLine.modelData.text
                    type: Theme.small
                    color: dueLine.modelData.grave ? Theme.danger : Theme.ink
                    Accessible.ignored: true
                }
            }
        }
    }
    Row {
        id: aside
        anchors.right: parent.right
        anchors.verticalCenter: parent.verticalCenter
        IconButton {
            visible: item.ordering
            iconName: "chevron-up"
            means: qsTr("Visit %1 earlier", "screen reader: moves a visit of the round, %1 name").arg(item.row.name)
            onClicked: item.stepped(-1)
        }
        IconButton {
            visible: item.ordering
            iconName: "chevron-down"
            means: qsTr("Visit %1 later", "screen reader: moves a visit of the round, %1 name").arg(item.row.name)
            onClicked: item.stepped(1)
        }
        // For a finger: the buttons beside it say the same to everybody else.
        Item {
            visible: item.ordering
            width: Theme.control
            height: Theme.control
            LineIcon {
                anchors.centerIn: parent
                name: "more"
                color: grip.pressed ? Theme.accent : Theme.ink2
                size: Theme.iconSize
            }
            MouseArea {
                id: grip
                anchors.fill: parent
                preventStealing: true
                cursorShape: Qt.SizeVerCursor
                onPositionChanged: mouse => item.dragged(grip.mapToItem(item, 0, mouse.y).y)
                onReleased: item.dropped()
                onCanceled: item.dropped()
            }
        }
        IconButton {
            visible: item.mayTick
            enabled: !item.busy
            iconName: "check"
            means: qsTr("The visit to %1 is done", "screen reader: one tap ends the visit, %1 name").arg(item.row.called)
            onClicked: item.ticked()
        }
        LineIcon {
            visible: !item.ordering
            name: "chevron-right"
            color: Theme.ink2
            size: Theme.iconSmall
            anchors.verticalCenter: parent.verticalCenter
        }
    }
}
