pragma ComponentBehavior: Bound
import QtQuick
import Frontsheet.Theme
import Frontsheet.Controls

// What the keyboard can do, everywhere and on this page. F1 opens it.
Sheet {
    id: sheet

    objectName: "keys"
    heading: qsTr("Keys", "help: heading of the list of keyboard shortcuts")

    // {keys, what}; modifiers as they are printed on keyboards here.
    readonly property var keys: [
        {
            keys: qsTr("Ctrl 1, Ctrl 2 and on", "help: keys"),
            what: qsTr("The places at the edge, in their order", "help: what the keys do")
        },
        {
            keys: qsTr("Ctrl F", "help: keys"),
            what: qsTr("Find a person", "help: what the keys do")
        },
        {
            keys: qsTr("Ctrl N", "help: keys"),
            what: qsTr("Write a note, on a person's page", "help: what the keys do")
        },
        {
            keys: qsTr("Ctrl E", "help: keys"),
            what: qsTr("Add a need, an allergy, a wish and the like, on a person's page", "help: what the keys do")
        },
        {
            keys: qsTr("Ctrl R", "help: keys"),
            what: qsTr("Refer, on a person's page", "help: what the keys do")
        },
        {
            keys: qsTr("Ctrl S", "help: keys"),
            what: qsTr("Save a form", "help: what the keys do")
        },
        {
            keys: qsTr("Ctrl Enter", "help: keys"),
            what: qsTr("Send or save what a sheet asks for", "help: what the keys do")
        },
        {
            keys: qsTr("Alt Up, Alt Down", "help: keys"),
            what: qsTr("Move a visit of the round that has the focus", "help: what the keys do")
        },
        {
            keys: qsTr("Tab, Shift Tab", "help: keys"),
            what: qsTr("To the next control, or the one before", "help: what the keys do")
        },
        {
            keys: qsTr("Arrows", "help: keys"),
            what: qsTr("Along tabs and choices, and through the placement board", "help: what the keys do")
        },
        {
            keys: qsTr("M", "help: keys"),
            what: qsTr("What may be done with a placement on the board", "help: what the keys do")
        },
        {
            keys: qsTr("Page Up, Page Down", "help: keys"),
            what: qsTr("Through a page that is longer than the window", "help: what the keys do")
        },
        {
            keys: qsTr("Enter, Space", "help: keys"),
            what: qsTr("Press what has the focus", "help: what the keys do")
        },
        {
            keys: qsTr("Esc, Alt Left", "help: keys"),
            what: qsTr("Back. What is typed stays a draft", "help: what the keys do")
        },
        {
            keys: qsTr("Ctrl L", "help: keys"),
            what: qsTr("Lock", "help: what the keys do")
        },
        {
            keys: qsTr("F1", "help: keys"),
            what: qsTr("This list", "help: what the keys do")
        }
    ]

    Column {
        width: parent.width
        spacing: Theme.tablet ? 10 : 6
        Repeater {
            model: sheet.keys
            Item {
                id: line
                required property var modelData
                width: parent.width
                height: Math.max(key.height, what.height)
                Accessible.role: Accessible.ListItem
                Accessible.name: Spoken.join([line.modelData.keys, line.modelData.what])
                Label {
                    id: key
                    width: Math.round(parent.width * 0.34)
                    text: line.modelData.keys
                    strong: true
                    Accessible.ignored: true
                }
                Label {
                    id: what
                    x: key.width + Theme.s3
                    width: parent.width - x
                    text: line.modelData.what
                    Accessible.ignored: true
                }
            }
        }
    }
    SecondaryButton {
        id: close
        focus: true
        text: qsTr("Close", "button: closes the list of keys")
        onClicked: sheet.close()
    }
    onOpened: close.forceActiveFocus(Qt.ShortcutFocusReason)
}
