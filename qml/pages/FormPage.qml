pragma ComponentBehavior: Bound
import QtQuick
import Frontsheet.Theme
import Frontsheet.Controls
import Frontsheet.ViewModels

// Any record of the care work, as its form asks for it: what stands against it first, then the answers, who will see it beside them.
Item {
    id: page

    required property AppModel app
    required property string backTo
    readonly property FormModel form: page.app.form
    readonly property bool wide: page.width / Theme.textScale >= 900
    readonly property real margin: Theme.tablet ? (Theme.roomy(page.width + Theme.rail) ? 20 : 24) : 16
    readonly property var screenKeyboard: Qt.inputMethod
    property bool readersOpen: false
    property bool asked: false // Save was pressed, and not all is well
    readonly property string readersLine: qsTr("Once it is saved: %1", "%1 such as 8 workers will read all of it").arg(page.form.audienceLine)
    readonly property int toPutRight: Object.keys(page.form.faults).length
    signal back
    // `goes`: "form" or "referral", which `record` is, or the type of another form.
    signal goOn(string goes, string record)

    // The keyboard goes past the title to what is typed first, so a screen reader hears from around that where it is.
    Accessible.role: Accessible.Grouping
    Accessible.name: Spoken.join([title.text, page.app.frontSheet.name])

    // False: nothing is asked that it could begin with.
    function start(): bool {
        page.readersOpen = false;
        page.asked = false;
        scroll.flick.contentY = 0;
        for (let i = 0; i < entries.count; ++i) {
            const entry = entries.itemAt(i) as FormEntry;
            if (entry && entry.asked) {
                entry.start();
                return true;
            }
        }
        return false;
    }
    function save() {
        page.asked = true;
        page.form.save();
    }
    function showFirstFault() {
        for (let i = 0; i < entries.count; ++i) {
            const entry = entries.itemAt(i) as FormEntry;
            if (entry && entry.asked && entry.fault.length > 0) {
                entry.start();
                scroll.flick.reveal(entry); // as it may have been wrong before, and scrolled away
                return;
            }
        }
    }

    Shortcut {
        sequence: "Ctrl+S"
        enabled: page.visible && page.form.open && !page.form.busy
        onActivated: page.save()
    }

    PersonHead {
        id: banner
        width: parent.width
        sheet: page.app.frontSheet
        margin: page.margin
        visible: !page.screenKeyboard.visible || page.wide
        height: visible ? implicitHeight : 0
    }
    ScrollPage {
        id: scroll
        anchors.top: banner.bottom
        anchors.bottom: foot.top
        width: page.wide ? parent.width - readers.width : parent.width
        margin: page.margin
        topMargin: Theme.s2
        // Prose is read in lines of some seventy letters.
        readonly property real column: Math.min(scroll.innerWidth, Math.round(760 * Theme.textScale))

        BackLink {
            id: backLink
            text: page.backTo
            onClicked: page.back()
        }
        Column {
            y: backLink.height + Theme.s2
            width: scroll.column
            spacing: Theme.s4

            PageTitle {
                id: title
                visible: text.length > 0
                width: parent.width
                text: page.form.title
            }
            Notice {
                visible: page.form.errorTitle.length > 0
                width: parent.width
                kind: Notice.Kind.Danger
                arrives: true
                title: page.form.errorTitle
                text: page.form.errorText
            }
            Repeater {
                model: page.form.findings
                Notice {
                    required property var modelData
                    width: parent.width
                    kind: modelData.stops ? Notice.Kind.Danger : Notice.Kind.Attention
                    iconName: modelData.stops ? "stop" : "warning"
                    title: modelData.stops ? qsTr("This cannot be saved as it is", "form: something that is there stops it") : qsTr("Look at this first", "form: something that is there is worth knowing")
                    text: modelData.text
                    action: modelData.call
                    onActionChosen: page.goOn(modelData.goes, modelData.record)
                }
            }
            PressButton {
                visible: !page.wide && page.form.audience.length > 0
                width: parent.width
                atLeft: true
                fill: Theme.surface
                iconName: "eye"
                iconAfter: page.readersOpen ? "chevron-up" : "chevron-down"
                type: Theme.body
                text: page.form.audienceLine
                spoken: qsTr("Who will see this: %1", "screen reader").arg(page.form.audienceLine)
                onClicked: page.readersOpen = !page.readersOpen
            }
            Panel {
                visible: !page.wide && page.readersOpen
                width: parent.width
                ReadersList {
                    width: parent.width
                    audience: page.form.audience
                }
            }
            Flow {
                id: entriesFlow
                width: parent.width
                spacing: Theme.s4
                Repeater {
                    id: entries
                    model: page.form.fields
                    FormEntry {
                        form: page.form
                        roomy: entriesFlow.width / Theme.textScale >= 480
                    }
                }
            }
        }
    }
    ReadersPanel {
        id: readers
        visible: page.wide
        anchors.right: parent.right
        anchors.top: banner.bottom
        anchors.bottom: foot.top
        width: visible ? Math.round(Math.min(384, page.width * 0.32) * Math.min(Theme.textScale, 1.3)) : 0
        audience: page.form.audience
        line: page.readersLine
        source: page.form.audienceSource
    }
    FormFoot {
        id: foot
        width: parent.width
        anchors.bottom: parent.bottom
        form: page.form
        margin: page.margin
        toPutRight: page.asked ? page.toPutRight : 0
        onSaveChosen: page.save()
        onLeaveChosen: page.back()
        onGiveUpChosen: giveUp.open()
    }
    GiveUpSheet {
        id: giveUp
        objectName: "giveUp"
        what: page.form.title
        onAgreed: page.form.giveUp()
    }
    Connections {
        target: page.form
        function onOpened() {
            if (page.form.open && page.visible)
                page.start();
        }
        function onJudged() {
            if (page.asked && page.toPutRight > 0 && !page.form.busy)
                page.showFirstFault();
        }
        function onBusyChanged() {
            if (!page.form.busy && page.form.errorTitle.length > 0)
                scroll.flick.contentY = 0;
        }
        function onDone() {
            if (page.visible)
                page.back();
        }
    }
}
