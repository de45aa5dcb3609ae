pragma ComponentBehavior: Bound
import QtQuick
import Frontsheet.Theme
import Frontsheet.Controls
import Frontsheet.ViewModels

// All notes about one person, newest first, addenda under their note.
ScrollPage {
    id: page

    required property FrontSheetModel sheet
    reading: !page.sheet.loaded && page.sheet.errorTitle.length === 0
    // A page of notes at a time, and none before somebody looks: of five years there are hundreds, each with its buttons.
    readonly property int many: 30
    property int most: page.many
    // Asked for anew whenever the newest are others.
    readonly property var notes: page.visible && page.sheet.newestNotes.length > 0 ? page.sheet.firstNotes(page.most) : []
    signal writeNote(string draftId, string addendumTo)
    signal restrict(string recordId)
    signal openHistory(string recordId)
    signal showFiles(string recordId)
    signal planVisit
    signal measure
    signal messages

    topMargin: Theme.gap
    about: page.sheet.personId
    onAboutChanged: page.most = page.many

    Flow {
        id: calls
        width: parent.width
        spacing: Theme.s2
        SecondaryButton {
            iconName: "today"
            text: qsTr("Plan a visit", "button")
            onClicked: page.planVisit()
        }
        SecondaryButton {
            iconName: "table"
            text: qsTr("Measures", "button: structured measures of a person")
            onClicked: page.measure()
        }
        SecondaryButton {
            iconName: "message"
            text: qsTr("Messages", "button: messages about the person")
            onClicked: page.messages()
        }
    }
    Panel {
        y: calls.height + Theme.gap
        width: parent.width
        title: qsTr("Visits and notes", "tab of a person")
        count: page.sheet.noteCount > 0 ? page.sheet.noteCount : ""
        EmptyState {
            visible: page.sheet.loaded && page.sheet.noteCount === 0
            width: parent.width
            text: qsTr("No notes yet.", "notes of a person")
            action: qsTr("Write note", "button")
            onActionChosen: page.writeNote("", "")
        }
        Repeater {
            model: page.notes
            NoteRow {
                id: row
                required property var modelData
                required property int index
                note: row.modelData
                first: row.index === 0
                last: row.index === page.sheet.noteCount - 1 // what is left out follows otherwise
                onContinueDraft: page.writeNote(row.modelData.id, "")
                onRestrict: page.restrict(row.modelData.id)
                onEarlier: page.openHistory(row.modelData.id)
                onShowFiles: page.showFiles(row.modelData.id)
                onAddTo: page.writeNote("", row.modelData.id)
                onEnterInError: {
                    reason.text = "";
                    right.clear();
                    ask.noteId = row.modelData.id;
                    ask.open();
                }
            }
        }
        PanelRow {
            visible: page.notes.length > 0 && page.sheet.noteCount > page.most
            height: visible ? implicitHeight : 0
            last: true
            LinkButton {
                text: qsTr("Show %n earlier note(s)", "button under the newest notes", Math.min(page.many, page.sheet.noteCount - page.most))
                iconName: "chevron-down"
                onClicked: page.most += page.many
            }
        }
    }
    Sheet {
        id: ask
        property string noteId: ""
        heading: qsTr("Mark this note entered in error", "sheet heading")

        Label {
            width: parent.width
            text: qsTr("Its words are withheld from everyone but your agency’s audit. Everyone who read it is told. This cannot be undone.", "entered in error")
        }
        Field {
            id: reason
            width: parent.width
            label: qsTr("Reason", "entered in error")
            help: qsTr("Such as: written about another person.", "entered in error")
            focus: true
        }
        RightPersonPick {
            id: right
            width: parent.width
            sheet: page.sheet
        }
        Flow {
            width: parent.width
            spacing: Theme.s2
            PrimaryButton {
                text: qsTr("Mark entered in error", "button")
                enabled: reason.text.trim().length > 0
                onClicked: {
                    page.sheet.enterInError(ask.noteId, reason.text, right.chosen);
                    ask.close();
                }
            }
            SecondaryButton {
                text: qsTr("Leave it as it is", "button: cancel")
                onClicked: ask.close()
            }
        }
    }
}
