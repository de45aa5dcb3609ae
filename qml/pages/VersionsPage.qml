pragma ComponentBehavior: Bound
import QtQuick
import Frontsheet.Theme
import Frontsheet.Controls
import Frontsheet.ViewModels

// Two versions of the same words, side by side and equal, with the differences marked. Settled in one tap, or by writing the two
// into one. What is not taken stays in the history.
Item {
    id: page

    required property AppModel app
    readonly property VersionsModel model: page.app.versions
    readonly property real margin: Theme.tablet ? (Theme.roomy(page.width + Theme.rail) ? 20 : 24) : 16
    readonly property bool wide: scroll.innerWidth / Theme.textScale >= 760
    readonly property real half: page.wide ? (scroll.innerWidth - Theme.gap) / 2 : scroll.innerWidth
    property bool writing: false
    signal back
    signal openPerson(string personId)

    // Both under each other, to be made into one by whoever knows.
    function begin() {
        page.writing = true;
        for (let at = 0; at < editors.count; ++at) {
            const text = page.model.texts[at];
            // Of these two versions alone. How to get in and where to ring are not left lying beside the record.
            const where = text.kept ? "one/" + page.model.question + "/" + Qt.md5(text.standing + "\n" + text.other) : "";
            editors.itemAt(at).area.begin(where, [text.standing, text.other].filter(words => words.length > 0).join("\n\n"));
        }
    }
    function written(): var {
        const out = [];
        for (let at = 0; at < editors.count; ++at)
            out.push(editors.itemAt(at).area.text);
        return out;
    }

    Connections {
        target: page.model
        function onOpened() {
            page.writing = false;
        }
        function onDone() {
            if (page.writing) {
                for (let at = 0; at < editors.count; ++at)
                    editors.itemAt(at).area.said();
            }
            page.writing = false;
            page.back();
        }
    }

    PersonHead {
        id: banner
        width: parent.width
        sheet: page.app.frontSheet
        margin: page.margin
    }
    ScrollPage {
        id: scroll
        reading: !page.model.loaded && page.model.errorTitle.length === 0
        about: page.model.personId + page.model.title
        anchors.top: banner.bottom
        anchors.bottom: parent.bottom
        width: parent.width
        margin: page.margin
        topMargin: Theme.s2

        Column {
            width: parent.width
            spacing: Theme.s4

            BackLink {
                text: qsTr("Back", "back link")
                onClicked: page.back()
            }
            PageHead {
                width: parent.width
                title: page.model.isOpen ? page.model.title : qsTr("Two versions", "page name")
                under: page.model.under
            }
            Notice {
                visible: page.model.errorTitle.length > 0
                width: parent.width
                kind: Notice.Kind.Danger
                arrives: true
                title: page.model.errorTitle
                text: page.model.errorText
            }
            Flow {
                visible: page.model.isOpen
                width: parent.width
                spacing: Theme.gap
                VersionPanel {
                    id: left
                    width: page.half
                    author: page.model.standing
                    texts: page.model.standingTexts
                    busy: page.model.busy
                    bodyHeight: page.wide ? Math.max(left.ownHeight, right.ownHeight) : left.ownHeight
                    onChosen: page.model.useStanding()
                }
                VersionPanel {
                    id: right
                    width: page.half
                    author: page.model.other
                    texts: page.model.otherTexts
                    busy: page.model.busy
                    bodyHeight: page.wide ? Math.max(left.ownHeight, right.ownHeight) : right.ownHeight
                    onChosen: page.model.useOther()
                }
            }
            Repeater {
                model: page.model.texts
                OwnWords {
                    required property var modelData
                    visible: modelData.began.length > 0
                    width: parent.width
                    title: qsTr("Before either change", "two versions: what stood there first")
                    words: modelData.began
                }
            }
            Column {
                visible: page.writing
                width: Math.min(parent.width, Math.round(760 * Math.min(Theme.textScale, 1.6)))
                spacing: Theme.s3
                Repeater {
                    id: editors
                    model: page.model.texts
                    Column {
                        id: editor
                        required property var modelData
                        property alias area: area
                        width: parent.width
                        spacing: Theme.s1
                        Label {
                            width: parent.width
                            text: qsTr("%1, written into one", "over an editor: %1 name of a field").arg(editor.modelData.name)
                            strong: true
                            Accessible.ignored: true
                        }
                        WritingArea {
                            id: area
                            width: parent.width
                            spoken: qsTr("%1, written into one", "over an editor: %1 name of a field").arg(editor.modelData.name)
                        }
                    }
                }
            }
            Flow {
                visible: page.model.isOpen
                width: parent.width
                spacing: Theme.s3
                PrimaryButton {
                    visible: !page.writing
                    text: qsTr("Keep both, under each name", "button: two versions of some words")
                    iconName: "people"
                    enabled: !page.model.busy
                    onClicked: page.model.keepBoth()
                }
                SecondaryButton {
                    visible: !page.writing
                    text: qsTr("Edit into one", "button: two versions of some words")
                    iconName: "pencil"
                    enabled: !page.model.busy
                    onClicked: page.begin()
                }
                PrimaryButton {
                    visible: page.writing
                    text: qsTr("Save this", "button: two versions written into one")
                    iconName: "check"
                    enabled: !page.model.busy
                    onClicked: page.model.write(page.written())
                }
                LinkButton {
                    text: page.writing ? qsTr("Not now", "button: leave two versions as they are") : qsTr("Decide later", "button: leave two versions as they are")
                    onClicked: page.writing ? page.writing = false : page.back()
                }
            }
            Label {
                visible: page.model.isOpen
                width: parent.width
                text: qsTr("%1 The version that is not taken stays in the history.", "%1 who is asked").arg(page.model.asked)
                color: Theme.ink2
            }
        }
    }
}
