pragma ComponentBehavior: Bound
import QtQuick
import Frontsheet.Theme
import Frontsheet.Controls
import Frontsheet.ViewModels

// What a record said earlier and who changed it, newest first, and as it stood at the end of one day. Asked of the agency that
// holds the record, so it needs signal, and says so.
Item {
    id: page

    required property AppModel app
    readonly property HistoryModel model: page.app.history
    readonly property real margin: Theme.tablet ? (Theme.roomy(page.width + Theme.rail) ? 20 : 24) : 16
    readonly property var then: page.model.then
    readonly property bool asked: page.then.heading.length > 0
    signal back

    property bool seen: false // a page that is being made is not seen yet, and has nothing to leave
    onVisibleChanged: {
        day.text = "";
        if (!page.visible && page.seen && page.model)
            page.model.close();
        page.seen = page.visible;
    }

    PersonHead {
        id: banner
        width: parent.width
        sheet: page.app.frontSheet
        margin: page.margin
    }
    ScrollPage {
        id: scroll
        about: page.model.recordId
        readonly property real column: Math.min(scroll.innerWidth, Math.round(860 * Math.min(Theme.textScale, 1.6)))
        anchors.top: banner.bottom
        anchors.bottom: parent.bottom
        width: parent.width
        margin: page.margin
        topMargin: Theme.s2

        Column {
            width: scroll.column
            spacing: Theme.s4

            BackLink {
                text: qsTr("Back", "back link")
                onClicked: page.back()
            }
            PageHead {
                width: parent.width
                title: page.model.title
                under: page.model.under
            }
            Notice {
                objectName: "historyFault"
                visible: page.model.errorTitle.length > 0
                width: parent.width
                kind: Notice.Kind.Danger
                arrives: true
                title: page.model.errorTitle
                text: page.model.errorText
                action: qsTr("Ask again", "button: fetch earlier versions once more")
                onActionChosen: page.model.fetch()
            }
            Label {
                visible: page.model.busy
                width: parent.width
                text: qsTr("Asking the agency's server.", "earlier versions, while waiting")
                color: Theme.ink2
                Accessible.role: Accessible.StatusBar
            }
            Item {
                visible: page.model.fetched
                width: parent.width
                height: day.height
                Field {
                    id: day
                    objectName: "historyDay"
                    width: Math.min(parent.width - show.width - Theme.s2, Math.round(320 * Theme.textScale))
                    label: qsTr("What did it say on this day?", "earlier versions")
                    placeholder: page.model.dayHint
                    fault: page.model.dayFault
                    onAccepted: page.model.askDay(day.text)
                }
                SecondaryButton {
                    id: show
                    x: day.width + Theme.s2
                    y: day.input.y + (day.input.height - height) / 2
                    text: qsTr("Show", "button: a record as it stood on a day")
                    onClicked: page.model.askDay(day.text)
                }
            }
            Panel {
                objectName: "historyThen"
                visible: page.asked
                width: parent.width
                title: page.then.heading
                PanelRow {
                    first: true
                    last: page.then.values.length === 0
                    spoken: page.then.under
                    Label {
                        width: parent.width
                        text: page.then.under
                        color: Theme.ink2
                        Accessible.ignored: true
                    }
                }
                Repeater {
                    model: page.then.values
                    PanelRow {
                        id: value
                        required property var modelData
                        required property int index
                        last: value.index === page.then.values.length - 1
                        spoken: value.modelData.covered ? "" : Spoken.join([value.modelData.name, value.modelData.value])
                        Column {
                            width: parent.width
                            spacing: 2
                            Label {
                                width: parent.width
                                text: value.modelData.name
                                type: Theme.small
                                color: Theme.ink2
                                Accessible.ignored: true
                            }
                            MaskedValue {
                                visible: value.modelData.covered
                                width: parent.width
                                value: value.modelData.value
                                means: value.modelData.name
                                onShown: page.model.secretShown()
                            }
                            Label {
                                visible: !value.modelData.covered
                                width: Math.min(parent.width, 75 * Theme.note.size * 0.52)
                                text: value.modelData.value
                                Accessible.ignored: true
                            }
                        }
                    }
                }
            }
            Panel {
                visible: page.model.fetched
                width: parent.width
                title: qsTr("Newest first", "earlier versions: the list")
                count: page.model.steps.length
                Repeater {
                    model: page.model.steps
                    HistoryStepRow {
                        required property var modelData
                        required property int index
                        step: modelData
                        first: index === 0
                        last: index === page.model.steps.length - 1
                        onSecretShown: page.model.secretShown()
                    }
                }
            }
            Label {
                visible: text.length > 0
                width: parent.width
                text: page.model.moreText
                color: Theme.ink2
            }
        }
    }
}
