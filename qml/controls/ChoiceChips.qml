pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import Frontsheet.Theme

// One of a few as chips that wrap, or none yet. Arrow keys move between them; where an answer may be taken back, pressing the chosen one does.
FocusScope {
    id: choice

    required property var options // strings
    property int current: -1
    property string label: ""
    property string described: ""
    property bool clearable: false
    signal chosen(int index) // -1: taken back

    implicitWidth: 320
    implicitHeight: flow.implicitHeight
    Accessible.role: Accessible.Grouping
    Accessible.name: choice.label
    Accessible.description: choice.described

    function step(to: int) {
        const index = Math.max(0, Math.min(parts.count - 1, to));
        choice.chosen(index);
        const part = parts.itemAt(index) as T.AbstractButton;
        if (part)
            part.forceActiveFocus(Qt.TabFocusReason);
    }

    Flow {
        id: flow
        width: choice.width
        spacing: Theme.s2

        Repeater {
            id: parts
            model: choice.options

            T.RadioButton {
                id: part
                required property string modelData
                required property int index
                readonly property bool isChosen: part.index === choice.current
                readonly property real signs: Theme.iconSmall + Theme.s2

                text: part.modelData
                // Chosen by who shows it; what a reader hears is the button's own state.
                autoExclusive: false
                checkable: true
                checked: part.isChosen
                onToggled: part.checked = Qt.binding(() => part.isChosen)
                width: Math.min(part.implicitWidth, flow.width)
                // The tick has its room before it is there, so that nothing moves under a finger.
                implicitWidth: Math.ceil(words.implicitWidth) + part.signs + 2 * Theme.s4
                implicitHeight: Math.max(Theme.control, Math.ceil(words.height) + Theme.s2)
                focusPolicy: Qt.StrongFocus
                readonly property bool entry: part.isChosen || (choice.current < 0 && part.index === 0)
                focus: part.entry
                activeFocusOnTab: part.entry
                hoverEnabled: true
                Accessible.role: Accessible.RadioButton
                Accessible.name: part.text
                Accessible.checkable: true
                Accessible.checked: part.isChosen
                Accessible.onToggleAction: part.clicked()
                Accessible.onPressAction: part.clicked()
                onClicked: choice.chosen(part.isChosen && choice.clearable ? -1 : part.index)
                Keys.onReturnPressed: part.clicked()
                Keys.onEnterPressed: part.clicked()
                Keys.onRightPressed: choice.step(part.index + 1)
                Keys.onDownPressed: choice.step(part.index + 1)
                Keys.onLeftPressed: choice.step(part.index - 1)
                Keys.onUpPressed: choice.step(part.index - 1)

                background: Rectangle {
                    radius: Math.min(height / 2, Theme.control / 2)
                    color: part.isChosen ? Theme.tint : part.hovered ? Theme.bg : Theme.surface
                    border.width: part.isChosen ? 2 : 1
                    border.color: part.isChosen ? Theme.accent : Theme.edge
                    FocusRing {
                        shown: part.visualFocus
                        corner: parent.radius
                    }
                }
                Item {
                    anchors.fill: parent

                    LineIcon {
                        id: tick
                        visible: part.isChosen
                        name: "check"
                        color: Theme.accent
                        size: Theme.iconSmall
                        x: Theme.s4 - 2
                        anchors.verticalCenter: parent.verticalCenter
                    }
                    Label {
                        id: words
                        x: part.isChosen ? tick.x + part.signs : Math.round((part.width - width) / 2)
                        width: Math.min(Math.ceil(implicitWidth), flow.width - part.signs - 2 * Theme.s4)
                        anchors.verticalCenter: parent.verticalCenter
                        text: part.text
                        strong: part.isChosen
                        color: part.isChosen ? Theme.accent : Theme.ink
                        Accessible.ignored: true
                    }
                }
            }
        }
    }
}
