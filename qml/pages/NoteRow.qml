pragma ComponentBehavior: Bound
import QtQuick
import Frontsheet.Theme
import Frontsheet.Controls

// A note as it stands on the record: who, when, how, the words; draft, addendum and entered in error are said.
PanelRow {
    id: entry

    // {id, badge, author, kind, text, when, recorded, draft, inError, addendum, mine, waiting, reason}
    required property var note
    property bool brief: false
    readonly property bool own: entry.note.mine && !entry.note.inError
    signal continueDraft
    signal addTo
    signal enterInError
    signal restrict
    signal earlier
    signal showFiles

    spoken: Spoken.join([entry.note.author, entry.note.badge.shortName, entry.note.kind, entry.note.when, entry.note.inError ? qsTr("entered in error", "state of a note") : entry.note.text, entry.note.restricted ? qsTr("only for named readers", "screen reader: a note") : ""])
    pad: Theme.rowPad

    Column {
        x: entry.note.addendum ? Theme.s5 : 0
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
                    text: entry.note.addendum ? qsTr("%1, addendum", "note, %1 author").arg(entry.note.author) : entry.note.author
                    strong: true
                    Accessible.ignored: true
                }
                AgencyBadge {
                    initials: entry.note.badge.initials
                    shortName: entry.note.badge.shortName
                    hue: entry.note.badge.hue
                    trailing: entry.note.kind
                    Accessible.ignored: true
                }
                Label {
                    text: entry.note.when
                    type: Theme.small
                    color: Theme.ink2
                    lineHeight: Theme.body.line
                    Accessible.ignored: true
                }
            }
            LazyPart {
                id: state
                anchors.right: parent.right
                anchors.verticalCenter: parent.verticalCenter
                shown: entry.note.draft || entry.note.waiting || entry.note.inError
                sourceComponent: StateChip {
                    text: entry.note.draft ? qsTr("Draft", "state of a note") : entry.note.inError ? qsTr("Entered in error", "state of a note") : qsTr("Waiting to send", "state of a note")
                    iconName: entry.note.draft ? "pencil" : entry.note.inError ? "stop" : "tray"
                    Accessible.ignored: true
                }
            }
        }
        Label {
            visible: !entry.note.inError
            width: Math.min(parent.width, 75 * Theme.note.size * 0.52)
            text: entry.brief ? entry.note.text.replace(/\s+/g, " ") : entry.note.text
            type: entry.brief ? Theme.body : Theme.note
            maximumLineCount: entry.brief ? 3 : 10000
            elide: entry.brief ? Text.ElideRight : Text.ElideNone
            Accessible.ignored: true
        }
        Label {
            visible: entry.note.inError
            width: parent.width
            text: qsTr("The words are withheld. Reason: %1", "note entered in error").arg(entry.note.reason)
            color: Theme.ink2
            Accessible.ignored: true
        }
        Label {
            visible: entry.note.restricted
            width: parent.width
            text: qsTr("Only for named readers.", "a note that is restricted")
            strong: true
            Accessible.ignored: true
        }
        Label {
            visible: text.length > 0 && !entry.brief
            width: parent.width
            text: entry.note.recorded
            type: Theme.small
            color: Theme.ink2
            Accessible.ignored: true
        }
        LazyPart {
            shown: entry.note.files > 0 && !entry.note.inError
            sourceComponent: LinkButton {
                text: qsTr("%n file(s)", "button on a note: photos and documents", entry.note.files)
                spoken: qsTr("%n file(s)", "button on a note: photos and documents", entry.note.files)
                iconName: "eye"
                inRow: true
                onClicked: entry.showFiles()
            }
        }
        LazyPart {
            width: parent.width
            shown: !entry.brief
            fitted: true
            sourceComponent: Flow {
                spacing: Theme.s3
                SecondaryButton {
                    visible: entry.own && entry.note.draft
                    text: qsTr("Go on writing", "button on a draft note")
                    iconName: "pencil"
                    inRow: true
                    onClicked: entry.continueDraft()
                }
                LinkButton {
                    visible: entry.own && !entry.note.draft && !entry.note.addendum
                    text: qsTr("Add to this note", "button on a signed note: write an addendum")
                    iconName: "plus"
                    inRow: true
                    onClicked: entry.addTo()
                }
                LinkButton {
                    visible: entry.own && !entry.note.draft
                    text: entry.note.restricted ? qsTr("Who may read it", "button on a restricted note") : qsTr("Only for named readers", "button on a signed note")
                    iconName: "lock"
                    inRow: true
                    onClicked: entry.restrict()
                }
                LinkButton {
                    visible: entry.own && !entry.note.draft
                    text: qsTr("Entered in error", "button on a signed note")
                    textColor: Theme.ink2
                    inRow: true
                    onClicked: entry.enterInError()
                }
                LinkButton {
                    visible: !entry.note.waiting
                    text: qsTr("Earlier versions", "button on a record: what it said before, and who changed it")
                    spoken: qsTr("Earlier versions of the note by %1", "screen reader: %1 worker").arg(entry.note.author)
                    textColor: Theme.ink2
                    inRow: true
                    onClicked: entry.earlier()
                }
            }
        }
    }
}
