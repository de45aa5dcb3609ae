pragma ComponentBehavior: Bound
import QtQuick
import Frontsheet.Theme
import Frontsheet.Controls
import Frontsheet.ViewModels

// The files of one record: looked at, and added or taken off while it may still be changed.
Sheet {
    id: sheet

    required property FilesModel model
    property bool signing: false
    property bool choosing: false

    function namedAlike(file: var): bool {
        const called = one => one.description.length > 0 ? one.description : one.name;
        return sheet.model.files.filter(other => called(other) === called(file)).length > 1;
    }

    heading: sheet.signing ? qsTr("Signature", "sheet heading: sign with a finger or pen") : qsTr("Photos and documents", "sheet heading: files of a note")
    onClosed: {
        sheet.model.hide();
        sheet.signing = false;
        sheet.choosing = false;
    }

    Notice {
        visible: sheet.model.problemTitle.length > 0
        width: parent.width
        kind: Notice.Kind.Danger
        title: sheet.model.problemTitle
        text: sheet.model.problemText
    }
    Notice {
        visible: sheet.model.copied.length > 0 && sheet.model.shownAddress.length === 0 && !sheet.signing && !sheet.choosing
        width: parent.width
        kind: Notice.Kind.Calm
        title: sheet.model.copied
    }
    FileView {
        visible: !sheet.signing && sheet.model.shownAddress.length > 0
        width: parent.width
        model: sheet.model
    }
    Label {
        visible: !sheet.signing && !sheet.choosing && sheet.model.loaded && sheet.model.files.length === 0
        width: parent.width
        text: qsTr("Nothing is attached yet.", "files of a note")
        color: Theme.ink2
    }
    Panel {
        visible: !sheet.signing && !sheet.choosing && sheet.model.files.length > 0 && sheet.model.shownAddress.length === 0
        width: parent.width
        Repeater {
            model: sheet.model.files
            FileRow {
                required property var modelData
                required property int index
                file: modelData
                which: sheet.namedAlike(modelData) ? qsTr("%1 of %2", "screen reader: which of several files called the same, %1 place, %2 how many there are").arg(index + 1).arg(sheet.model.files.length) : ""
                editable: sheet.model.editable && !sheet.model.busy
                first: index === 0
                last: index === sheet.model.files.length - 1
                onShow: sheet.model.show(modelData.address)
                onCopy: sheet.model.saveCopy(modelData.address)
                onRemove: sheet.model.remove(modelData.address)
            }
        }
    }
    Field {
        id: described
        visible: sheet.model.editable && sheet.model.roomForMore && sheet.model.shownAddress.length === 0 && !sheet.signing
        width: parent.width
        label: qsTr("What can be seen in it", "attached file: description")
        help: qsTr("For whoever cannot see it, such as: left heel, dressing off. Then choose the file.", "attached file: description")
    }
    Label {
        visible: described.visible
        width: parent.width
        type: Theme.small
        color: Theme.ink2
        text: qsTr("Where and with what a photo was taken is left out of it. JPEG, PNG or PDF, 25 MB at the most.", "attached file")
    }
    Label {
        visible: sheet.choosing
        width: parent.width
        color: Theme.ink2
        text: sheet.model.candidates.length > 0 ? qsTr("The newest photos and documents in this device’s pictures, downloads and documents.", "attached file: what to choose from") : qsTr("There is no photo or document in this device’s pictures, downloads and documents.", "attached file: nothing to choose from")
    }
    Panel {
        visible: sheet.choosing && sheet.model.candidates.length > 0
        width: parent.width
        Repeater {
            model: sheet.model.candidates
            FileChoice {
                required property var modelData
                required property int index
                first: index === 0
                underHeading: false
                last: index === sheet.model.candidates.length - 1
                choice: modelData
                onClicked: {
                    sheet.choosing = false;
                    sheet.model.add(modelData.url, described.text);
                    described.text = "";
                }
            }
        }
    }
    SignaturePad {
        id: pad
        visible: sheet.signing
        width: parent.width
    }
    Label {
        visible: sheet.model.editable && !sheet.model.roomForMore && sheet.model.shownAddress.length === 0
        width: parent.width
        color: Theme.ink2
        text: qsTr("Twelve files are as many as one note takes. Write another note for more.", "attached file")
    }
    Label {
        visible: sheet.model.busy
        width: parent.width
        color: Theme.ink2
        text: qsTr("Saving the file", "attached file")
        Accessible.role: Accessible.AlertMessage
    }
    Flow {
        width: parent.width
        spacing: Theme.s2
        PrimaryButton {
            visible: described.visible && !sheet.choosing
            enabled: !sheet.model.busy
            text: qsTr("Add a photo or document", "button")
            onClicked: {
                sheet.model.look();
                sheet.choosing = true;
            }
        }
        SecondaryButton {
            visible: described.visible && !sheet.choosing
            enabled: !sheet.model.busy
            text: qsTr("Sign here", "button: draw a signature")
            iconName: "pencil"
            onClicked: {
                pad.clear();
                sheet.signing = true;
            }
        }
        PrimaryButton {
            visible: sheet.signing
            enabled: pad.signed && !sheet.model.busy
            text: qsTr("Keep the signature", "button")
            onClicked: {
                sheet.model.addSignature(pad.drawing(), pad.described);
                sheet.signing = false;
            }
        }
        SecondaryButton {
            visible: sheet.signing
            text: qsTr("Begin again", "button: clear the signature")
            iconName: "undo"
            onClicked: pad.clear()
        }
        SecondaryButton {
            visible: sheet.model.shownAddress.length > 0
            text: qsTr("Back to the list", "button: files")
            iconName: "chevron-left"
            onClicked: sheet.model.hide()
        }
        SecondaryButton {
            text: sheet.signing || sheet.choosing ? qsTr("Not now", "button: close without saving") : qsTr("Close", "button: close a sheet")
            onClicked: {
                if (!sheet.signing && !sheet.choosing)
                    sheet.close();
                sheet.signing = false;
                sheet.choosing = false;
            }
        }
    }
}
