pragma ComponentBehavior: Bound
import QtQuick
import Frontsheet.Theme
import Frontsheet.Controls
import Frontsheet.ViewModels

// For whose eyes alone: some of those who would read it otherwise. Nobody is added that the agreements leave out.
Sheet {
    id: sheet

    required property NoteModel note

    heading: qsTr("Only for named readers", "sheet heading: restrict a note")

    Label {
        width: parent.width
        color: Theme.ink2
        text: sheet.note.readerChoices.length > 0 ? qsTr("You and the people you choose will read it, nobody else. Of others, nobody is told that it is there.", "restricting a note") : qsTr("Nobody but you would read it as it is.", "restricting a note")
    }
    Panel {
        visible: sheet.note.readerChoices.length > 0
        width: parent.width
        Repeater {
            model: sheet.note.readerChoices
            PickRow {
                required property var modelData
                required property int index
                first: index === 0
                underHeading: false
                last: index === sheet.note.readerChoices.length - 1
                title: modelData.name
                detail: modelData.detail
                initials: modelData.badge.initials
                shortName: modelData.badge.shortName
                hue: modelData.badge.hue
                chosen: modelData.chosen
                Accessible.role: Accessible.CheckBox
                onClicked: sheet.note.nameReader(modelData.key, !modelData.chosen)
            }
        }
    }
    Flow {
        width: parent.width
        spacing: Theme.s2
        PrimaryButton {
            text: qsTr("Done", "button: close the choice of readers")
            onClicked: sheet.close()
        }
        SecondaryButton {
            text: qsTr("Everybody who may", "button: take the restriction of a note away")
            enabled: sheet.note.namedReaders > 0
            onClicked: {
                sheet.note.openToAll();
                sheet.close();
            }
        }
    }
}
