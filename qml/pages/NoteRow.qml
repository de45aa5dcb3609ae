import QtQuick
import Frontsheet.Theme
import Frontsheet.Controls

// A note as it stands on the record: who, when, how, the words; draft, addendum and entered in error are said.
PanelRow {
    id: item

    // {id, badge, author, kind, text, when, recorded, draft, inError, addendum, mine, waiting, reason}
    required property var note
    property bool brief: false
    readonly property bool own: item.note.mine && !item.note.inError
    signal continueDraft
    signal addTo
    signal enterInError
    signal restrict
    signal earlier
    signal showFiles

    spoken: Spoken.join([item.note.author, item.note.badge.shortName, item.note.kind, item.note.when, item.note.inError ? qsTr("entered in error", "state of a note") : item.note.text, item.note.restricted ? qsTr("only for named readers", "screen reader: a note") : ""])
    pad: Theme.rowPad

    Column {
        x: item.note.addendum ? Theme.s5 : 0
        width: parent.width - x
        spacing: Theme.s1

        Item {
            width: parent.width
            height: Math.max(who.height, state.visible ? state.height : 0)
            Flow {
                id: who
                width: parent.width - (state.visible ? state.width + Theme.s2 : 0)
                anchors.verticalCenter: parent.verticalCenter
                spacing: Theme.s2
                Label {
                    text: item.note.addendum ? qsTr("%1, addendum", "note, %1 author").arg(item.note.author) : item.note.author
                    strong: true
                    Accessible.ignored: true
                }
                AgencyBadge {
                    initials: item.note.badge.initials
                    shortName: item.note.badge.shortName
                    hue: item.note.badge.hue
                    trailing: item.note.kind
                    Accessible.ignored: true
                }
                Label {
                    text: item.note.when
                    type: Theme.small
                    color: Theme.ink2
                    lineHeight: Theme.body.line
                    Accessible.ignored: true
                }
            }
            StateChip {
                id: state
                visible: item.note.draft || item.note.waiting || item.note.inError
                anchors.right: parent.right
                anchors.verticalCenter: parent.verticalCenter
                text: item.note.draft ? qsTr("Draft", "state of a note") : item.note.inError ? qsTr("Entered in error", "state of a note") : qsTr("Waiting to send", "state of a note")
                iconName: item.note.draft ? "pencil" : item.note.inError ? "stop" : "tray"
                Accessible.ignored: true
            }
        }
        Label {
            visible: !item.note.inError
            width: Math.min(parent.width, 75 * Theme.note.size * 0.52)
            text: item.brief ? item.note.text.replace(/\s+/g, " ") : item.note.text
            type: item.brief ? Theme.body : Theme.note
            maximumLineCount: item.brief ? 3 : 10000
            elide: item.brief ? Text.ElideRight : Text.ElideNone
            Accessible.ignored: true
        }
        Label {
            visible: item.note.inError
            width: parent.width
            text: qsTr("The words are withheld. Reason: %1", "note entered in error").arg(item.note.reason)
            color: Theme.ink2
            Accessible.ignored: true
        }
        Label {
            visible: item.note.restricted
            width: parent.width
            text: qsTr("Only for named readers.", "a note that is restricted")
            strong: true
            Accessible.ignored: true
        }
        Label {
            visible: text.length > 0 && !item.brief
            width: parent.width
            text: item.note.recorded
            type: Theme.small
            color: Theme.ink2
            Accessible.ignored: true
        }
        LinkButton {
            visible: item.note.files > 0 && !item.note.inError
            text: qsTr("%n file(s)", "button on a note: photos and documents", item.note.files)
            spoken: qsTr("%n file(s)", "button on a note: photos and documents", item.note.files)
            iconName: "eye"
            inRow: true
            onClicked: item.showFiles()
        }
        Flow {
            visible: !item.brief
            width: parent.width
            spacing: Theme.s3
            SecondaryButton {
                visible: item.own && item.note.draft
                text: qsTr("Go on writing", "button on a draft note")
                iconName: "pencil"
                inRow: true
                onClicked: item.continueDraft()
            }
            LinkButton {
                visible: item.own && !item.note.draft && !item.note.addendum
                text: qsTr("Add to this note", "button on a signed note: write an addendum")
                iconName: "plus"
                inRow: true
                onClicked: item.addTo()
            }
            LinkButton {
                visible: item.own && !item.note.draft
                text: item.note.restricted ? qsTr("Who may read it", "button on a restricted note") : qsTr("Only for named readers", "button on a signed note")
                iconName: "lock"
                inRow: true
                onClicked: item.restrict()
            }
            LinkButton {
                visible: item.own && !item.note.draft
                text: qsTr("Entered in error", "button on a signed note")
                textColor: Theme.ink2
                inRow: true
                onClicked: item.enterInError()
            }
            LinkButton {
                visible: !item.note.waiting
                text: qsTr("Earlier versions", "button on a record: what it said before, and who changed it")
                spoken: qsTr("Earlier versions of the note by %1", "screen reader: %1 worker").arg(item.note.author)
                textColor: Theme.ink2
                inRow: true
                onClicked: item.earlier()
            }
        }
    }
}
