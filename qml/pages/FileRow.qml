pragma ComponentBehavior: Bound
import QtQuick
import Frontsheet.Theme
import Frontsheet.Controls

// One attached file: what can be seen in it, what it is, and where it is on its way. What cannot be taken back is asked once more.
PanelRow {
    id: item

    enum Asking {
        Nothing,
        TakingOff,
        Copying
    }

    // {address, name, detail, description, state, iconName, wrong, here, image}
    required property var file
    property bool editable: false
    property int asking: FileRow.Asking.Nothing
    property string which: "" // of several, said where it tells this one from others of its name
    readonly property string called: item.file.description.length > 0 ? item.file.description : item.file.name
    signal show
    signal copy
    signal remove

    function spokenOf(words: string): string {
        return qsTr("%1: %2", "screen reader, %1 button, %2 an attached file").arg(words).arg(Spoken.join([item.called, item.which]));
    }

    waiting: item.file.wrong
    spoken: Spoken.join([item.called, item.which, item.file.detail, item.file.state])
    pad: Theme.rowPad

    Column {
        width: parent.width
        spacing: Theme.s1
        Label {
            width: parent.width
            text: item.called
            wrapMode: Text.WrapAtWordBoundaryOrAnywhere // a name may be one long word
            strong: true
            Accessible.ignored: true
        }
        Label {
            width: parent.width
            text: item.file.detail
            type: Theme.small
            color: Theme.ink2
            Accessible.ignored: true
        }
        Row {
            visible: item.file.state.length > 0
            width: parent.width
            spacing: Theme.s2
            LineIcon {
                id: sign
                y: (Theme.small.line - height) / 2
                name: item.file.iconName
                color: item.file.wrong ? Theme.attention : Theme.ink2
                size: Theme.iconSmall
            }
            Label {
                text: item.file.state
                type: Theme.small
                color: item.file.wrong ? Theme.attention : Theme.ink
                width: parent.width - sign.width - Theme.s2
                Accessible.ignored: true
            }
        }
        Flow {
            visible: item.asking === FileRow.Asking.Nothing
            width: parent.width
            spacing: Theme.s3
            LinkButton {
                visible: item.file.here && item.file.image
                text: qsTr("Look at it", "button on an attached picture")
                spoken: item.spokenOf(text)
                iconName: "eye"
                inRow: true
                onClicked: item.show()
            }
            LinkButton {
                visible: item.file.here && !item.file.image
                text: qsTr("Save a copy to read it", "button on an attached document")
                spoken: item.spokenOf(text)
                iconName: "note"
                inRow: true
                onClicked: item.asking = FileRow.Asking.Copying
            }
            LinkButton {
                visible: item.editable
                text: qsTr("Take off", "button: remove an attached file")
                spoken: item.spokenOf(text)
                iconName: "close"
                textColor: Theme.ink2
                inRow: true
                onClicked: item.asking = FileRow.Asking.TakingOff
            }
        }
        Label {
            visible: item.asking !== FileRow.Asking.Nothing
            width: parent.width
            text: item.asking === FileRow.Asking.Copying ? qsTr("The copy is an ordinary file in this device’s downloads. Whoever uses this device can open it, and it stays there when the note is taken away.", "before a document is copied out") : qsTr("Frontsheet keeps no other copy of it.", "before an attached file is taken off")
        }
        Flow {
            visible: item.asking !== FileRow.Asking.Nothing
            width: parent.width
            spacing: Theme.s2
            SecondaryButton {
                text: item.asking === FileRow.Asking.Copying ? qsTr("Save the copy", "button") : qsTr("Take it off", "button: remove an attached file")
                spoken: item.spokenOf(text)
                inRow: true
                onClicked: {
                    const wasCopying = item.asking === FileRow.Asking.Copying;
                    item.asking = FileRow.Asking.Nothing;
                    if (wasCopying)
                        item.copy();
                    else
                        item.remove();
                }
            }
            LinkButton {
                text: item.asking === FileRow.Asking.Copying ? qsTr("Not now", "button: close without saving") : qsTr("Keep it", "button: an attached file stays")
                spoken: item.spokenOf(text)
                inRow: true
                onClicked: item.asking = FileRow.Asking.Nothing
            }
        }
    }
}
