pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import Frontsheet.Theme

// A short text with its label above it; what is wrong with it is said below, in words. What is longer than a line goes on below it, as at
// 200% nearly everything is: nobody can read the middle of what is cut at both ends.
FocusScope {
    id: field

    property alias text: input.text
    property alias placeholder: hint.text
    property alias input: input
    property string label: ""
    property string help: ""
    property string fault: ""
    property string under: "" // how what was typed is understood
    property bool secret: false
    property bool number: false
    property string spoken: ""
    signal accepted
    signal edited(string text)

    // As KeptText.
    function begin(where: string, otherwise = "") {
        kept.begin(where, otherwise);
    }
    function said() {
        kept.said();
    }
    KeptText {
        id: kept
        input: field.input
    }

    implicitWidth: 240
    implicitHeight: column.implicitHeight

    Column {
        id: column
        width: parent.width
        spacing: Theme.s1

        Label {
            visible: field.label.length > 0
            width: parent.width
            text: field.label
            type: Theme.body
            weight: 500
            Accessible.ignored: true
        }
        Label {
            visible: field.help.length > 0
            width: parent.width
            text: field.help
            type: Theme.small
            color: Theme.ink2
        }
        T.TextField {
            id: input
            width: parent.width
            implicitHeight: Math.max(Theme.control, Theme.row.line + 12, input.contentHeight + 12, hint.visible ? hint.height + 12 : 0)
            // Dots have no words to part at.
            wrapMode: field.secret ? TextInput.NoWrap : TextInput.Wrap
            leftPadding: 14
            rightPadding: 14
            focus: true
            font.family: Theme.family
            font.pixelSize: Theme.row.size
            color: Theme.ink
            selectionColor: Theme.accent
            selectedTextColor: Theme.accentInk
            echoMode: field.secret ? TextInput.Password : TextInput.Normal
            passwordCharacter: "•"
            inputMethodHints: (field.secret ? Qt.ImhSensitiveData | Qt.ImhNoPredictiveText | Qt.ImhNoAutoUppercase : Qt.ImhNone) | (field.number ? Qt.ImhDigitsOnly : Qt.ImhNone)
            verticalAlignment: TextInput.AlignVCenter
            selectByMouse: true
            cursorDelegate: Rectangle {
                width: 2
                color: Theme.accent
                visible: input.activeFocus
            }
            onAccepted: field.accepted()
            onTextEdited: field.edited(input.text)
            onTextChanged: kept.changed()
            Accessible.role: Accessible.EditableText
            // Of what is covered Qt gives a screen reader no name, and all that was typed: app/frontsheet/covered_entry.h.
            readonly property string spokenName: field.spoken.length > 0 ? field.spoken : field.label.length > 0 ? field.label : hint.text
            Accessible.name: input.spokenName
            Accessible.description: field.fault.length > 0 ? field.fault : field.under.length > 0 ? field.under : field.help

            background: Rectangle {
                radius: Theme.radiusControl
                color: Theme.surface
                border.width: input.activeFocus ? 2 : 1
                border.color: field.fault.length > 0 ? Theme.danger : input.activeFocus ? Theme.accent : Theme.edge
            }

            Label {
                id: hint
                anchors.verticalCenter: parent.verticalCenter
                x: input.leftPadding
                width: parent.width - 2 * x
                visible: input.text.length === 0 && input.preeditText.length === 0
                color: Theme.ink2
                type: Theme.row
                weight: 400
                Accessible.ignored: true
            }
        }
        Label {
            visible: text.length > 0 && field.fault.length === 0
            width: parent.width
            text: field.under
            color: Theme.ink2
        }
        FaultLine {
            about: field
            text: field.fault
        }
    }
}
