pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import Frontsheet.Theme

// Finds as you type. The cross and Escape clear it. Words that are longer than a line go on below it.
T.TextField {
    id: field

    property bool grand: false
    property string hint: ""

    implicitWidth: 292
    implicitHeight: Math.max(field.grand ? Theme.mainCall : Theme.control, Theme.row.line + 12, field.contentHeight + 12, words.visible ? words.height + 12 : 0)
    wrapMode: TextInput.Wrap
    leftPadding: Theme.iconSize + 26
    rightPadding: clear.width + 6
    font.family: Theme.family
    font.pixelSize: field.grand ? Theme.own.size : Theme.body.size
    color: Theme.ink
    selectionColor: Theme.accent
    selectedTextColor: Theme.accentInk
    verticalAlignment: TextInput.AlignVCenter
    inputMethodHints: Qt.ImhNoPredictiveText
    selectByMouse: true
    cursorDelegate: Rectangle {
        width: 2
        color: Theme.accent
        visible: field.activeFocus
    }
    Accessible.role: Accessible.EditableText
    Accessible.name: field.hint
    Accessible.searchEdit: true
    Keys.onEscapePressed: event => {
        if (field.text.length > 0)
            field.clear();
        else
            event.accepted = false;
    }

    background: Rectangle {
        radius: Theme.radiusControl
        color: Theme.surface
        border.width: field.activeFocus ? 2 : 1
        border.color: field.activeFocus ? Theme.accent : Theme.edge

        LineIcon {
            name: "search"
            color: Theme.ink2
            size: Theme.iconSize - 1
            x: 16
            anchors.verticalCenter: parent.verticalCenter
        }
    }
    Label {
        id: words
        visible: field.text.length === 0 && field.preeditText.length === 0
        text: field.hint
        color: Theme.ink2
        x: field.leftPadding
        width: parent.width - x - 8
        font.pixelSize: field.font.pixelSize
        lineHeight: Math.round(font.pixelSize * 1.35)
        anchors.verticalCenter: parent.verticalCenter
        Accessible.ignored: true
    }

    IconButton {
        id: clear
        visible: field.text.length > 0
        means: qsTr("Clear the search", "Screen reader: the cross in a search field")
        iconName: "close"
        anchors.right: parent.right
        anchors.rightMargin: 4
        anchors.verticalCenter: parent.verticalCenter
        implicitHeight: Math.min(Theme.control, field.height)
        onClicked: {
            field.clear();
            field.forceActiveFocus();
        }
    }
}
