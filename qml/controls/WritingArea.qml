pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import Frontsheet.Theme

// Many lines of text in a ruled sheet that scrolls by itself and keeps the caret in sight. A foot line may say what is saved.
FocusScope {
    id: area

    property alias text: input.text
    property alias input: input
    property string hint: ""
    property string spoken: ""
    property string fault: ""
    property bool readOnly: false
    property alias foot: footHolder.data
    property int minimumLines: 3
    signal edited

    // As KeptText.
    function begin(where: string, otherwise = "") {
        kept.begin(where, otherwise);
    }
    function said() {
        kept.said();
    }
    KeptText {
        id: kept
        input: area.input
    }

    implicitWidth: 320
    readonly property real needed: Math.max(input.contentHeight + 26, hintLabel.visible ? hintLabel.height + 20 : 0)
    implicitHeight: Math.max(area.minimumLines * Theme.note.line, Math.min(area.needed, 12 * Theme.note.line)) + 32 + (footHolder.visible ? footHolder.height : 0)

    Rectangle {
        anchors.fill: parent
        radius: Theme.radiusPanel
        color: Theme.surface
        border.width: input.activeFocus ? 2 : 1
        border.color: area.fault.length > 0 ? Theme.danger : input.activeFocus ? Theme.accent : Theme.edge
    }
    Flickable {
        id: flick
        anchors.fill: parent
        anchors.margins: 2
        anchors.bottomMargin: footHolder.visible ? footHolder.height + 1 : 2
        contentWidth: width
        contentHeight: area.needed
        clip: true
        boundsBehavior: Flickable.StopAtBounds

        T.TextArea {
            id: input
            width: flick.width
            height: Math.max(area.needed, flick.height)
            focus: true
            leftPadding: 15
            rightPadding: 15
            topPadding: 13
            bottomPadding: 13
            wrapMode: TextEdit.Wrap
            textFormat: TextEdit.PlainText
            readOnly: area.readOnly
            font.family: Theme.family
            font.pixelSize: Theme.note.size
            color: Theme.ink
            selectionColor: Theme.accent
            selectedTextColor: Theme.accentInk
            selectByMouse: true
            cursorDelegate: Rectangle {
                width: 2
                color: Theme.accent
                visible: input.activeFocus
            }
            Accessible.role: Accessible.EditableText
            Accessible.name: area.spoken.length > 0 ? area.spoken : area.hint
            Accessible.description: area.fault
            Accessible.multiLine: true
            onTextChanged: {
                kept.changed();
                area.edited();
            }
            // Tab leaves the field, as everywhere else; notes need no tab characters.
            KeyNavigation.priority: KeyNavigation.BeforeItem
            Keys.onTabPressed: input.nextItemInFocusChain(true).forceActiveFocus(Qt.TabFocusReason)
            Keys.onBacktabPressed: input.nextItemInFocusChain(false).forceActiveFocus(Qt.BacktabFocusReason)
            onCursorRectangleChanged: {
                if (cursorRectangle.y + cursorRectangle.height + 8 > flick.contentY + flick.height)
                    flick.contentY = Math.max(0, cursorRectangle.y + cursorRectangle.height + 8 - flick.height);
                else if (cursorRectangle.y < flick.contentY)
                    flick.contentY = Math.max(0, cursorRectangle.y - 8);
            }

            Label {
                id: hintLabel
                visible: input.length === 0 && input.preeditText.length === 0
                text: area.hint
                type: Theme.note
                color: Theme.ink2
                x: input.leftPadding
                y: input.topPadding - 3
                width: parent.width - 2 * x
                Accessible.ignored: true
            }
        }
    }
    ScrollMark {
        flickable: flick
    }
    Item {
        id: footHolder
        visible: children.length > 0
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.bottom: parent.bottom
        height: Math.max(Theme.tablet ? 40 : 32, Theme.small.line + 16)

        Rectangle {
            width: parent.width - 2
            x: 1
            height: 1
            color: Theme.line
            visible: parent.children.length > 1
        }
    }
}
