pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import Frontsheet.Theme

// One of a few, all in sight. Arrow keys move between them. Falls into a column where the words do not fit.
FocusScope {
    id: choice

    required property var options // strings
    property int current: 0 // -1: nothing is chosen yet
    property string label: ""
    signal chosen(int index)

    readonly property real natural: {
        let sum = 0;
        for (let i = 0; i < parts.count; ++i) {
            const part = parts.itemAt(i);
            sum += part ? part.implicitWidth : 0;
        }
        return sum;
    }
    readonly property bool stacked: choice.width > 0 && choice.natural > choice.width + 1

    implicitWidth: choice.natural
    implicitHeight: choice.stacked ? parts.count * cellHeight : cellHeight
    readonly property real cellHeight: Math.max(Theme.control, Theme.row.line + 10)
    Accessible.role: Accessible.Grouping
    Accessible.name: choice.label

    Rectangle {
        width: choice.stacked ? choice.width : choice.natural
        height: choice.implicitHeight
        radius: Theme.radiusControl
        color: Theme.surface
        border.width: 1
        border.color: Theme.edge
    }
    Grid {
        columns: choice.stacked ? 1 : Math.max(1, parts.count)

        Repeater {
            id: parts
            model: choice.options

            T.RadioButton {
                id: part
                required property string modelData
                required property int index
                readonly property bool isChosen: part.index === choice.current

                text: part.modelData
                // Chosen by who shows it; what a reader hears is the button's own state.
                autoExclusive: false
                checkable: true
                checked: part.isChosen
                onToggled: part.checked = Qt.binding(() => part.isChosen)
                width: choice.stacked ? choice.width : part.implicitWidth
                height: choice.cellHeight
                implicitWidth: words.implicitWidth + 32 + (part.isChosen ? tick.width + 8 : 0)
                focusPolicy: Qt.StrongFocus
                focus: part.isChosen
                activeFocusOnTab: part.isChosen || (choice.current < 0 && part.index === 0)
                Accessible.role: Accessible.RadioButton
                Accessible.name: part.text
                Accessible.checkable: true
                Accessible.checked: part.isChosen
                Accessible.onToggleAction: part.clicked()
                Accessible.onPressAction: part.clicked()
                onClicked: choice.chosen(part.index)
                Keys.onReturnPressed: part.clicked()
                Keys.onRightPressed: choice.step(part.index + 1)
                Keys.onDownPressed: choice.step(part.index + 1)
                Keys.onLeftPressed: choice.step(part.index - 1)
                Keys.onUpPressed: choice.step(part.index - 1)

                background: Item {
                    RowFill {
                        anchors.fill: parent
                        anchors.margins: 1
                        color: part.isChosen ? Theme.tint : "transparent"
                        roundTop: part.index === 0 || part.index === parts.count - 1 ? 5 : 0
                        roundBottom: roundTop
                    }
                    Rectangle {
                        visible: part.index > 0
                        width: choice.stacked ? parent.width : 1
                        height: choice.stacked ? 1 : parent.height
                        color: Theme.edge
                    }
                    FocusRing {
                        shown: part.visualFocus
                        inset: 2
                    }
                }
                Item {
                    anchors.fill: parent

                    Row {
                        anchors.centerIn: parent
                        spacing: Theme.s2
                        LineIcon {
                            id: tick
                            visible: part.isChosen
                            name: "check"
                            color: Theme.accent
                            size: Theme.iconSmall
                            anchors.verticalCenter: parent.verticalCenter
                        }
                        Label {
                            id: words
                            text: part.text
                            type: Theme.body
                            strong: true
                            wrapMode: Text.NoWrap
                            color: part.isChosen ? Theme.accent : Theme.ink
                            Accessible.ignored: true
                        }
                    }
                }
            }
        }
    }

    function step(to: int) {
        const index = Math.max(0, Math.min(parts.count - 1, to));
        choice.chosen(index);
        const part = parts.itemAt(index) as T.AbstractButton;
        if (part)
            part.forceActiveFocus(Qt.TabFocusReason);
    }
}
