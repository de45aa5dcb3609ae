pragma ComponentBehavior: Bound
import QtQuick
import Frontsheet.Theme
import Frontsheet.Controls
import Frontsheet.ViewModels

// Somebody who is no worker: chosen from those who have a record here, or named; a carer who is named gets one.
FocusScope {
    id: pick

    required property FormModel form
    required property var modelData // of FormModel.fields
    required property string described
    readonly property int key: pick.modelData.key
    readonly property var chosen: pick.form.persons[String(pick.key)] ?? null
    readonly property bool mayName: pick.modelData.mayName
    readonly property bool typed: field.text.trim().length > 0

    implicitHeight: column.implicitHeight

    Column {
        id: column
        width: pick.width
        spacing: Theme.s2

        Panel {
            visible: pick.chosen !== null
            width: parent.width
            PanelRow {
                first: true
                last: true
                underHeading: false
                spoken: pick.chosen === null ? "" : Spoken.join([pick.modelData.label, pick.chosen.name, pick.chosen.born])
                Flow {
                    id: line
                    width: parent.width
                    spacing: Theme.s2
                    Column {
                        width: other.visible ? Math.max(line.width - other.width - Theme.s2, Math.min(line.width, Math.round(240 * Theme.textScale))) : line.width
                        spacing: 2
                        Label {
                            width: parent.width
                            text: pick.chosen === null ? "" : pick.chosen.name
                            type: Theme.row
                            Accessible.ignored: true
                        }
                        Label {
                            visible: text.length > 0
                            width: parent.width
                            text: pick.chosen === null ? "" : pick.chosen.born
                            color: Theme.ink2
                            Accessible.ignored: true
                        }
                    }
                    SecondaryButton {
                        id: other
                        visible: !pick.modelData.fixed
                        focus: pick.chosen !== null
                        inRow: true
                        text: qsTr("Somebody else", "button: chooses another person")
                        spoken: qsTr("%1: %2", "screen reader, %1 what is asked, %2 the button").arg(pick.modelData.label).arg(text)
                        onClicked: {
                            field.text = "";
                            pick.form.choosePerson(pick.key, "");
                            field.forceActiveFocus(Qt.TabFocusReason);
                        }
                    }
                }
            }
        }
        Field {
            id: field
            visible: pick.chosen === null
            focus: pick.chosen === null
            width: parent.width
            placeholder: pick.mayName ? qsTr("Such as Harold Pike", "form: an invented name") : qsTr("Name, or date of birth", "form: finding a person")
            spoken: pick.modelData.label
            text: pick.modelData.text
            fault: pick.described
            under: !pick.mayName || !pick.typed ? "" : pick.modelData.makesRecord ? qsTr("Somebody new, with a record of their own. If they are on the list below, choose them there.", "form: a carer who is named") : qsTr("Known by name alone. If they are on the list below, choose them there.", "form: a person who is named, and gets no record by it")
            onEdited: text => pick.form.typePerson(pick.key, text)
            Keys.onDownPressed: {
                const first = rows.itemAt(0) as Item;
                if (first)
                    first.forceActiveFocus(Qt.TabFocusReason);
            }
        }
        Label {
            visible: pick.chosen === null && !pick.mayName && field.text.trim().length > 1 && pick.form.peopleFor === pick.key && rows.count === 0
            width: parent.width
            color: Theme.ink2
            text: qsTr("Nobody on this device is called so.", "form: nobody found")
        }
        Panel {
            visible: pick.chosen === null && rows.count > 0
            width: parent.width
            title: qsTr("Have a record here", "form: people found")
            Repeater {
                id: rows
                model: pick.chosen === null && pick.typed && pick.form.peopleFor === pick.key ? pick.form.people : []
                PanelRow {
                    id: row
                    required property var modelData
                    required property int index
                    first: row.index === 0
                    last: row.index === rows.count - 1
                    leads: true
                    spoken: Spoken.join([row.modelData.name, row.modelData.born])
                    onClicked: {
                        pick.form.choosePerson(pick.key, row.modelData.personId);
                        other.forceActiveFocus(Qt.TabFocusReason);
                    }
                    Keys.onDownPressed: {
                        const next = rows.itemAt(row.index + 1) as Item;
                        if (next)
                            next.forceActiveFocus(Qt.TabFocusReason);
                    }
                    Keys.onUpPressed: {
                        const before = rows.itemAt(row.index - 1) as Item;
                        if (before)
                            before.forceActiveFocus(Qt.TabFocusReason);
                        else
                            field.forceActiveFocus(Qt.TabFocusReason);
                    }
                    Column {
                        width: parent.width
                        spacing: 2
                        Label {
                            width: parent.width
                            text: row.modelData.name
                            type: Theme.row
                            Accessible.ignored: true
                        }
                        Label {
                            width: parent.width
                            text: row.modelData.born
                            color: Theme.ink2
                            Accessible.ignored: true
                        }
                    }
                }
            }
        }
    }
}
