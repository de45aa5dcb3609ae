pragma ComponentBehavior: Bound
import QtQuick
import Frontsheet.Theme
import Frontsheet.Controls
import Frontsheet.ViewModels

// What became of one's people after discharge, and how one's referrals went round, in the days that one types. Each figure leads to the people
// behind it; the text to pass on names nobody.
ScrollPage {
    id: page
    objectName: "reportsPage"

    required property AppModel app
    property string backTo: ""
    readonly property ReportsModel report: page.app.reports
    readonly property bool wide: page.innerWidth / Theme.textScale >= 860
    readonly property real main: page.wide ? Math.round(page.innerWidth * 0.56) : page.innerWidth
    readonly property real side: page.wide ? page.innerWidth - page.main - Theme.gap : page.innerWidth
    readonly property bool some: page.report.sections.length > 0
    signal back
    signal openPerson(string personId)
    signal openReferral(string referralId)

    function look() {
        page.report.chooseDays(from.text, until.text);
    }
    function pick(key: string, title: string) {
        page.report.showBehind(page.report.behind === key ? "" : key, title);
    }

    function arrive() {
        copied.visible = false;
        if (page.visible && page.report && !page.report.loaded)
            page.report.open();
    }
    onVisibleChanged: page.arrive()
    Component.onCompleted: page.arrive()
    Connections {
        target: page.report
        function onChanged() {
            copied.visible = false;
        }
    }

    Column {
        id: top
        width: page.innerWidth
        spacing: Theme.s4

        BackLink {
            text: page.backTo
            onClicked: page.back()
        }
        PageHead {
            width: parent.width
            title: qsTr("Reports", "page name")
            under: qsTr("Counted from what is written on this device", "under the page name")
            aside: [
                SegmentedChoice {
                    label: qsTr("Which report", "screen reader")
                    width: Math.min(implicitWidth, page.innerWidth)
                    options: [qsTr("After discharge", "report"), qsTr("Referrals", "report")]
                    current: page.report.kind
                    onChosen: index => page.report.chooseKind(index)
                }
            ]
        }
        Flow {
            width: parent.width
            spacing: Theme.s3
            Field {
                id: from
                objectName: "reportFrom"
                width: Math.min(parent.width, Math.round(230 * Theme.textScale))
                label: qsTr("From", "first day of a report")
                text: page.report.from
                fault: page.report.fromFault
                onEdited: page.report.typeDays(from.text, until.text)
                onAccepted: page.look()
            }
            Field {
                id: until
                objectName: "reportUntil"
                width: Math.min(parent.width, Math.round(230 * Theme.textScale))
                label: qsTr("To", "last day of a report")
                text: page.report.until
                fault: page.report.untilFault
                onEdited: page.report.typeDays(from.text, until.text)
                onAccepted: page.look()
            }
            Item {
                width: show.width
                height: from.input.y + from.input.height
                SecondaryButton {
                    id: show
                    anchors.bottom: parent.bottom
                    height: from.input.height
                    text: qsTr("Count", "button: make the report for these days")
                    onClicked: page.look()
                }
            }
        }
        SegmentedChoice {
            visible: page.report.whoseChoices.length > 0
            label: qsTr("Whose", "screen reader: which records a report counts")
            width: Math.min(implicitWidth, parent.width)
            options: page.report.whoseChoices
            current: page.report.whose
            onChosen: index => page.report.chooseWhose(index)
        }
        Notice {
            visible: page.report.errorTitle.length > 0
            width: parent.width
            kind: Notice.Kind.Danger
            arrives: true
            title: page.report.errorTitle
            text: page.report.errorText
            action: qsTr("Try again", "button: count a report once more")
            onActionChosen: page.look()
        }
        Label {
            visible: page.report.busy
            width: parent.width
            text: qsTr("Counting what is on this device.", "report, while waiting")
            color: Theme.ink2
            Accessible.role: Accessible.StatusBar
        }
        Label {
            visible: page.report.heading.length > 0
            width: parent.width
            text: page.report.heading
            type: Theme.section
            Accessible.role: Accessible.Heading
        }
        Panel {
            visible: page.report.empty.length > 0
            width: parent.width
            EmptyState {
                width: parent.width
                text: page.report.empty
            }
        }
    }
    Column {
        id: figures
        y: top.height + Theme.s4
        width: page.main
        spacing: Theme.s4

        Repeater {
            model: page.report.sections
            ReportSection {
                required property var modelData
                width: figures.width
                section: modelData
                chosen: page.report.behind
                onFigureChosen: (key, title) => page.pick(key, title)
            }
        }
    }
    Column {
        x: page.wide ? page.main + Theme.gap : 0
        y: page.wide ? figures.y : figures.y + figures.height + Theme.s4
        width: page.side
        spacing: Theme.s4
        visible: page.some

        ReportPeople {
            visible: page.report.behind.length > 0
            width: parent.width
            report: page.report
            onOpenPerson: id => page.openPerson(id)
            onOpenReferral: id => page.openReferral(id)
        }
        Label {
            visible: page.report.behind.length === 0
            width: parent.width
            text: qsTr("Choose a figure to see who is behind it.", "report")
            color: Theme.ink2
        }
        Panel {
            visible: page.report.services.length > 0
            width: parent.width
            title: qsTr("By service", "report on referrals")
            action: page.report.service >= 0 ? qsTr("All together", "button: referrals to all services") : ""
            actionIcon: "undo"
            onActionChosen: page.report.chooseService(-1)
            Repeater {
                model: page.report.services
                PanelRow {
                    id: service
                    required property var modelData
                    required property int index
                    readonly property bool isChosen: page.report.service === service.modelData.place
                    leads: true
                    first: service.index === 0
                    last: service.index === page.report.services.length - 1
                    spoken: Spoken.join([service.modelData.name, service.modelData.badge.shortName, service.modelData.line])
                    checkable: true
                    checked: service.isChosen
                    onToggled: service.checked = Qt.binding(() => service.isChosen)
                    Accessible.checkable: true
                    Accessible.checked: service.isChosen
                    Accessible.onToggleAction: service.clicked()
                    onClicked: page.report.chooseService(service.isChosen ? -1 : service.modelData.place)
                    Column {
                        width: parent.width - mark.width - Theme.s2
                        spacing: 2
                        Label {
                            width: parent.width
                            text: service.modelData.name
                            strong: service.isChosen
                            Accessible.ignored: true
                        }
                        AgencyBadge {
                            width: parent.width
                            initials: service.modelData.badge.initials
                            shortName: service.modelData.badge.shortName
                            hue: service.modelData.badge.hue
                            trailing: service.modelData.line
                            Accessible.ignored: true
                        }
                    }
                    LineIcon {
                        id: mark
                        name: service.isChosen ? "check" : "chevron-right"
                        color: service.isChosen ? Theme.accent : Theme.ink2
                        size: Theme.iconSmall
                        anchors.right: parent.right
                        anchors.verticalCenter: parent.verticalCenter
                    }
                }
            }
        }
        Panel {
            visible: page.report.toPassOn.length > 0
            width: parent.width
            title: qsTr("To pass on", "report: the text without names")
            Column {
                width: parent.width
                padding: Theme.rowPad
                spacing: Theme.s3
                Label {
                    width: parent.width - 2 * Theme.rowPad
                    text: qsTr("The figures as text, without names. Numbers under 5 are left out, so that nobody is told apart.", "report")
                    color: Theme.ink2
                }
                SecondaryButton {
                    objectName: "reportCopy"
                    text: qsTr("Copy the figures", "button: report as text")
                    onClicked: {
                        passOn.selectAll();
                        passOn.copy();
                        passOn.deselect();
                        copied.visible = true;
                    }
                }
                Label {
                    id: copied
                    visible: false
                    width: parent.width - 2 * Theme.rowPad
                    text: qsTr("Copied. Paste it where you need it.", "report")
                    Accessible.role: Accessible.AlertMessage
                }
            }
        }
    }
    TextEdit {
        id: passOn
        visible: false
        width: 0
        height: 0
        text: page.report.toPassOn
        textFormat: TextEdit.PlainText
        Accessible.ignored: true
    }
}
