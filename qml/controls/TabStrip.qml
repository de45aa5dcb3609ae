pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import Frontsheet.Theme

// The parts of a person's record. Each entry: name, count ("" for none). Arrow keys move along; scrolls sideways when it must.
Flickable {
    id: strip

    required property var entries
    required property string label // for who does not see what they are the parts of
    property int current: 0
    signal chosen(int index)

    implicitHeight: Math.max(Theme.tabs, Theme.body.line + 16)
    contentWidth: row.width
    contentHeight: height
    clip: true
    boundsBehavior: Flickable.StopAtBounds
    flickableDirection: Flickable.HorizontalFlick
    Accessible.role: Accessible.PageTabList
    Accessible.name: strip.label

    // The keyboard comes to the part that is shown, where what had it went with another.
    function take() {
        const now = tabs.itemAt(strip.current) as T.AbstractButton;
        if (now)
            now.forceActiveFocus(Qt.OtherFocusReason);
    }
    function step(index: int) {
        const next = tabs.itemAt(index) as T.AbstractButton;
        if (next) {
            strip.chosen(index);
            next.forceActiveFocus(Qt.TabFocusReason);
        }
    }

    Row {
        id: row
        height: strip.height
        spacing: Theme.s6

        Repeater {
            id: tabs
            model: strip.entries.length // a tab stays itself while its name or count changes

            T.TabButton {
                id: tab
                required property int index
                readonly property var entry: strip.entries[tab.index] ?? strip.entries[0]
                readonly property bool isCurrent: tab.index === strip.current

                text: tab.entry.name
                checkable: false // chosen by who shows it
                height: strip.height
                implicitWidth: words.implicitWidth + (pill.visible ? pill.width + 6 : 0)
                focusPolicy: Qt.StrongFocus
                Accessible.role: Accessible.PageTab
                Accessible.name: tab.entry.count.length > 0 ? qsTr("%1, %2", "Tab with a count").arg(tab.text).arg(tab.entry.count) : tab.text
                Accessible.selected: tab.isCurrent
                Accessible.onPressAction: tab.clicked()
                onClicked: strip.chosen(tab.index)
                Keys.onReturnPressed: tab.clicked()
                Keys.onLeftPressed: strip.step(tab.index - 1)
                Keys.onRightPressed: strip.step(tab.index + 1)

                background: Item {
                    Rectangle {
                        visible: tab.isCurrent
                        height: 3
                        radius: 1.5
                        width: parent.width
                        anchors.bottom: parent.bottom
                        color: Theme.accent
                    }
                    FocusRing {
                        shown: tab.visualFocus
                        inset: -2
                    }
                }
                Item {
                    anchors.fill: parent

                    Label {
                        id: words
                        text: tab.text
                        anchors.verticalCenter: parent.verticalCenter
                        weight: tab.isCurrent ? 600 : 500
                        color: tab.isCurrent ? Theme.accent : Theme.ink2
                        wrapMode: Text.NoWrap
                        Accessible.ignored: true
                    }
                    Rectangle {
                        id: pill
                        visible: tab.entry.count.length > 0
                        anchors.left: words.right
                        anchors.leftMargin: 6
                        anchors.verticalCenter: parent.verticalCenter
                        width: Math.max(height, digits.implicitWidth + 12)
                        height: Theme.small.line + 2
                        radius: height / 2
                        color: Theme.well
                        Label {
                            id: digits
                            anchors.centerIn: parent
                            text: tab.entry.count
                            type: Theme.small
                            color: Theme.ink2
                            Accessible.ignored: true
                        }
                    }
                }
            }
        }
    }
}
