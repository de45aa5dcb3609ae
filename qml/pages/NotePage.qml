pragma ComponentBehavior: Bound
import QtQuick
import Frontsheet.Theme
import Frontsheet.Controls
import Frontsheet.ViewModels

// Writing a note: saved as one types, who will see it beside it, then finished. With a screen keyboard or a tall tablet the
// readers fold to one line above the words.
Item {
    id: page

    required property AppModel app
    readonly property NoteModel note: page.app.note
    readonly property bool wide: page.width / Theme.textScale >= 900
    readonly property real margin: Theme.tablet ? (Theme.roomy(page.width + Theme.rail) ? 20 : 24) : 16
    readonly property var screenKeyboard: Qt.inputMethod
    property bool readersOpen: false
    property bool wholeSaid: false // of the note that an addendum adds to
    readonly property bool hush: page.app.frontSheet.addressHidden
    readonly property string hushed: qsTr("Where %1 lives is kept hidden. Do not write it here: a note is not searched for it.", "under a note, %1 name").arg(page.app.frontSheet.calledName)
    // Where there is no room for a line of its own, it stands where one begins to write.
    readonly property bool hushBelow: page.hush && page.height / Theme.textScale >= 560
    readonly property bool begun: page.note.draftId.length > 0
    readonly property int attached: page.app.files.recordId === page.note.draftId ? page.app.files.files.length : 0
    readonly property string finishedLine: qsTr("Once it is finished: %1", "%1 such as 8 workers will read all of it").arg(page.note.audienceLine)
    signal back
    signal refer(string personId)

    // The keyboard goes past the title to what is typed first, so a screen reader hears from around that where it is.
    Accessible.role: Accessible.Grouping
    Accessible.name: Spoken.join([title.text, page.app.frontSheet.name])

    function start() {
        page.wholeSaid = false;
        words.forceActiveFocus();
    }

    Connections {
        target: page.note
        function onSavedChanged() {
            if (page.note.draftId.length > 0 && page.app.files.recordId !== page.note.draftId)
                page.app.files.open(page.note.draftId);
        }
    }

    PersonHead {
        id: banner
        width: parent.width
        sheet: page.app.frontSheet
        margin: page.margin
        visible: !page.screenKeyboard.visible || page.wide
        height: visible ? implicitHeight : 0
    }
    // What is above and below the words leaves them the rest, and never less than a few lines: with large text on a low window all of it scrolls.
    ScrollPage {
        id: desk
        anchors.top: banner.bottom
        anchors.bottom: parent.bottom
        width: page.wide ? parent.width - readers.width : parent.width
        margin: page.margin
        topMargin: Theme.s3
        bottomMargin: Theme.s3
        about: page.note.personId
        readonly property real fewLines: 4 * Theme.note.line + Theme.small.line + 40
        innerHeight: Math.max(desk.height - desk.topMargin - desk.bottomMargin, top.height + desk.fewLines + hushLine.height + hushLine.anchors.bottomMargin + actions.height + 2 * Theme.s3)

        Column {
            id: top
            width: parent.width
            spacing: Theme.s3

            Flow {
                width: parent.width
                spacing: Theme.s3
                PageTitle {
                    id: title
                    text: page.note.addendum ? qsTr("Addendum", "page name: adding to a signed note") : qsTr("Note", "page name: writing a note")
                }
                Label {
                    text: page.note.startedAt
                    color: Theme.ink2
                    lineHeight: Theme.page.line
                    width: Math.min(implicitWidth, top.width)
                }
            }
            Label {
                id: addsTo
                visible: page.note.addendum
                width: parent.width
                text: qsTr("Adds to: “%1”", "addendum, %1 the words of the signed note").arg(page.note.addendumTo)
                maximumLineCount: page.wholeSaid ? 10000 : 2
                elide: page.wholeSaid ? Text.ElideNone : Text.ElideRight
                color: Theme.ink2
            }
            LinkButton {
                visible: page.note.addendum && (addsTo.truncated || page.wholeSaid)
                text: page.wholeSaid ? qsTr("Less of it", "addendum: folds the words of the signed note") : qsTr("All of it", "addendum: shows all words of the signed note")
                iconAfter: page.wholeSaid ? "chevron-up" : "chevron-down"
                onClicked: page.wholeSaid = !page.wholeSaid
            }
            SegmentedChoice {
                width: parent.width
                label: qsTr("How", "kind of contact")
                options: page.note.kinds
                current: page.note.kind
                onChosen: index => page.note.kind = index
            }
            SegmentedChoice {
                width: parent.width
                label: qsTr("Category", "information class of a note")
                options: page.note.categories
                current: page.note.category
                onChosen: index => page.note.chooseCategory(index)
            }
            CategoryChange {
                visible: page.note.asking
                width: parent.width
                category: page.note.askedCategory
                rows: page.note.categoryChange
                onConfirmed: page.note.confirmCategory()
                onKept: page.note.keepCategory()
            }
            PressButton {
                visible: !page.wide
                width: parent.width
                atLeft: true
                fill: Theme.surface
                iconName: "eye"
                iconAfter: page.readersOpen ? "chevron-up" : "chevron-down"
                type: Theme.body
                text: page.note.audienceLine
                spoken: qsTr("Who will see this: %1", "screen reader").arg(page.note.audienceLine)
                onClicked: page.readersOpen = !page.readersOpen
            }
            // For a thumb, where they leave room for the words.
            Flow {
                id: phrases
                visible: Theme.tablet && !page.note.addendum && page.height / Theme.textScale >= 1000 && !page.readersOpen
                width: parent.width
                spacing: Theme.s2
                Repeater {
                    model: phrases.visible ? page.note.phrases : []
                    FilterChip {
                        id: phrase
                        required property string modelData
                        required property int index
                        text: phrase.modelData
                        spoken: qsTr("Write: %1", "screen reader: a phrase goes into the note").arg(phrase.text)
                        removable: false
                        enabled: !page.note.finishing
                        onClicked: page.note.addPhrase(phrase.index)
                    }
                }
            }
            Notice {
                visible: page.note.errorTitle.length > 0
                width: parent.width
                kind: Notice.Kind.Danger
                arrives: true
                title: page.note.errorTitle
                text: page.note.errorText
            }
        }
        Row {
            id: hushLine
            objectName: "hush"
            visible: page.hushBelow
            height: visible ? implicitHeight : 0
            width: parent.width
            anchors.bottom: actions.top
            anchors.bottomMargin: visible ? Theme.s3 : 0
            spacing: Theme.s2
            Accessible.role: Accessible.StaticText
            Accessible.name: page.hushed
            LineIcon {
                id: hushSign
                name: "lock"
                color: Theme.ink2
                size: Theme.iconSmall
                y: 2
            }
            Label {
                width: hushLine.width - hushSign.width - Theme.s2
                color: Theme.ink2
                text: page.hushed
                Accessible.ignored: true
            }
        }
        WritingArea {
            id: words
            objectName: "noteWords"
            visible: page.wide || !page.readersOpen
            anchors.top: top.bottom
            anchors.topMargin: Theme.s3
            anchors.bottom: hushLine.top
            anchors.bottomMargin: Theme.s3
            width: parent.width
            hint: page.hush && !page.hushBelow ? page.hushed : qsTr("What happened, in your words and theirs", "note")
            spoken: page.hush && !page.hushBelow ? qsTr("Words of the note. %1", "screen reader, %1 what not to write").arg(page.hushed) : qsTr("Words of the note", "screen reader")
            text: page.note.text
            readOnly: page.note.finishing
            onEdited: page.note.text = words.text
            foot: [
                Row {
                    x: 16
                    y: Math.max(0, (parent.height - height) / 2)
                    spacing: Theme.s2
                    LineIcon {
                        name: page.note.errorTitle.length > 0 ? "warning" : "check"
                        color: page.note.errorTitle.length > 0 ? Theme.danger : Theme.accent
                        size: Theme.iconSmall
                        anchors.verticalCenter: parent.verticalCenter
                    }
                    Label {
                        text: page.note.errorTitle.length > 0 ? qsTr("Not saved yet.", "note") : page.note.savedLine
                        type: Theme.small
                        strong: true
                        width: Math.min(Math.ceil(implicitWidth), words.width - 60)
                    }
                    Label {
                        visible: page.app.waiting.offline && words.width > 560 * Theme.textScale
                        text: qsTr("Sends when there is signal.", "note")
                        type: Theme.small
                        color: Theme.ink2
                    }
                }
            ]
        }
        ReadersPanel {
            visible: !page.wide && page.readersOpen
            anchors.top: top.bottom
            anchors.topMargin: Theme.s3
            anchors.bottom: hushLine.top
            anchors.bottomMargin: Theme.s3
            width: parent.width
            audience: page.note.audience
            line: page.finishedLine
            source: page.note.audienceSource
            framed: true
        }
        Column {
            id: actions
            width: parent.width
            anchors.bottom: parent.bottom
            spacing: Theme.s2

            Flow {
                width: parent.width
                spacing: Theme.s2
                PrimaryButton {
                    text: qsTr("Finish note", "button: sign the note")
                    enabled: page.note.text.trim().length > 0 && !page.note.finishing
                    onClicked: page.note.finish()
                }
                SecondaryButton {
                    text: page.note.namedReaders > 0 ? qsTr("Only for you and %n named reader(s)", "note: restricted", page.note.namedReaders) : qsTr("For everybody who may", "note: not restricted to named readers")
                    width: Math.min(implicitWidth, actions.width)
                    spoken: qsTr("Who may read it: %1. Change.", "screen reader").arg(text)
                    iconName: page.note.namedReaders > 0 ? "lock" : "people"
                    onClicked: named.open()
                }
                SecondaryButton {
                    text: page.attached > 0 ? qsTr("Photos and documents (%1)", "button: files of a note, %1 how many there are").arg(page.attached) : qsTr("Photos and documents", "button: files of a note")
                    width: Math.min(implicitWidth, actions.width)
                    spoken: page.begun ? text : qsTr("Photos and documents, once some words are written", "screen reader")
                    iconName: page.attached > 0 ? "check" : "plus"
                    enabled: page.begun && !page.note.finishing
                    onClicked: {
                        page.note.flush();
                        page.app.files.open(page.note.draftId);
                        files.open();
                    }
                }
                SecondaryButton {
                    text: qsTr("Refer from this note", "button")
                    iconName: "referrals"
                    onClicked: {
                        page.note.flush();
                        page.refer(page.note.personId);
                    }
                }
                LinkButton {
                    text: qsTr("Leave as a draft", "button: the note stays a draft")
                    iconName: "clock"
                    textColor: Theme.ink2
                    onClicked: {
                        page.note.flush();
                        page.back();
                    }
                }
            }
            // Why some of them cannot be pressed yet.
            Label {
                visible: page.note.text.trim().length === 0
                width: parent.width
                type: Theme.small
                color: Theme.ink2
                text: page.begun ? qsTr("Once some words are written, the note can be finished.", "under the buttons of a note that is empty") : qsTr("Once some words are written, the note can be finished and photos or documents added.", "under the buttons of a new note")
            }
        }
    }
    ReadersPanel {
        id: readers
        visible: page.wide
        anchors.right: parent.right
        anchors.top: banner.bottom
        anchors.bottom: parent.bottom
        width: visible ? Math.round(Math.min(384, page.width * 0.32) * Math.min(Theme.textScale, 1.3)) : 0
        audience: page.note.audience
        line: page.finishedLine
        source: page.note.audienceSource
    }
    FilesSheet {
        id: files
        objectName: "noteFiles"
        model: page.app.files
    }
    NamedReadersSheet {
        id: named
        choices: page.note.readerChoices
        named: page.note.namedReaders
        onReaderChosen: (key, chosen) => page.note.nameReader(key, chosen)
        onOpenedToAll: page.note.openToAll()
    }
    Connections {
        target: page.note
        function onLoadedChanged() {
            words.input.cursorPosition = words.input.length; // one goes on where one stopped
        }
        function onFinished() {
            page.back();
        }
    }
}
