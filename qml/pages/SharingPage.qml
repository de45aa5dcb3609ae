pragma ComponentBehavior: Bound
import QtQuick
import Frontsheet.Theme
import Frontsheet.Controls
import Frontsheet.ViewModels

// The sharing agreement in plain words, and above it what waits for a governance lead.
ScrollPage {
    id: page

    required property AppModel app
    readonly property AgreementModel model: page.app.agreement
    reading: !page.model.loaded && page.model.errorTitle.length === 0
    readonly property GovernanceModel work: page.app.governance
    readonly property bool wide: page.innerWidth / Theme.textScale >= 900
    signal openPerson(string personId)
    signal disclosure(string personId)
    signal workerDisclosure(string agency, string worker)

    Column {
        width: parent.width
        spacing: Theme.s4

        PageHead {
            width: parent.width
            title: qsTr("Sharing", "page name: agreements between agencies")
            under: page.work.mine ? (page.work.waiting > 0 ? qsTr("%n thing(s) wait(s) for your agency", "governance list", page.work.waiting) : qsTr("Nothing waits for your agency.", "governance list")) : qsTr("Who may see what, and why: the agreements your agency has signed.", "agreement page")
        }
        Notice {
            visible: page.model.errorTitle.length > 0
            width: parent.width
            kind: Notice.Kind.Danger
            arrives: true
            title: page.model.errorTitle
            text: page.model.errorText
        }
        Notice {
            visible: page.work.errorTitle.length > 0 && !review.visible
            width: parent.width
            kind: Notice.Kind.Danger
            arrives: true
            title: page.work.errorTitle
            text: page.work.errorText
        }
        Repeater {
            model: page.work.mine ? page.work.parts : []
            WorkPart {
                required property var modelData
                width: parent.width
                part: modelData
                onOpenPerson: id => page.openPerson(id)
                onReview: row => review.ask(row)
                onDisclosure: id => page.disclosure(id)
                onWorkerDisclosure: (agency, worker) => page.workerDisclosure(agency, worker)
            }
        }
        Column {
            visible: page.work.mine
            width: parent.width
            spacing: Theme.s2
            SectionHead {
                width: parent.width
                title: qsTr("Who saw what", "governance list: the log")
            }
            Panel {
                width: parent.width
                PanelRow {
                    objectName: "byWorker"
                    first: true
                    underHeading: false
                    last: true
                    leads: true
                    spoken: Spoken.join([byWorkerTitle.text, byWorkerDetail.text])
                    onClicked: page.workerDisclosure("", "")
                    Column {
                        width: parent.width
                        Label {
                            id: byWorkerTitle
                            width: parent.width
                            text: qsTr("What a worker was sent and read", "governance list: opens the disclosure page by worker")
                            strong: true
                            Accessible.ignored: true
                        }
                        Label {
                            id: byWorkerDetail
                            width: parent.width
                            text: qsTr("Choose somebody from the directory. For one person's records, open the person and then Who saw what.", "governance list")
                            color: Theme.ink2
                            Accessible.ignored: true
                        }
                    }
                }
            }
        }
        Panel {
            visible: page.model.loaded && page.model.partners.length === 0
            width: parent.width
            EmptyState {
                width: parent.width
                text: qsTr("Your agency has told this device of no agreement yet. Nothing is shared with other agencies but to a care team.", "agreement page: none")
            }
        }
        SectionHead {
            visible: page.model.partners.length > 0
            width: parent.width
            title: qsTr("Who may see what", "agreement page")
        }
        Flow {
            visible: page.model.partners.length > 0
            width: parent.width
            spacing: Theme.s2
            Repeater {
                model: page.model.partners
                PressButton {
                    id: partner
                    required property var modelData
                    required property int index
                    readonly property bool isChosen: partner.index === page.model.partner
                    text: partner.modelData.title
                    iconName: partner.isChosen ? "check" : ""
                    fill: partner.isChosen ? Theme.tint : Theme.surface
                    type: Theme.body
                    checkable: true
                    checked: partner.isChosen
                    onToggled: partner.checked = Qt.binding(() => partner.isChosen)
                    Accessible.checkable: true
                    Accessible.checked: partner.isChosen
                    Accessible.onToggleAction: partner.clicked()
                    onClicked: page.model.partner = partner.index
                }
            }
        }
        SegmentedChoice {
            visible: page.model.directions.length > 0
            width: parent.width
            label: qsTr("Whose records", "agreement page")
            options: page.model.directions
            current: page.model.direction
            onChosen: index => page.model.direction = index
        }
        Repeater {
            model: page.model.warnings
            Notice {
                required property var modelData
                width: parent.width
                title: modelData.title
                text: modelData.text
            }
        }
        AgreementMatrix {
            visible: page.model.rows.length > 0
            width: parent.width
            model: page.model
        }
        Panel {
            visible: page.model.facts.length > 0
            width: parent.width
            title: page.model.title
            TermList {
                width: parent.width
                terms: page.model.facts
            }
        }
        Panel {
            visible: page.model.next.length > 0
            width: parent.width
            title: page.model.next
            EmptyState {
                visible: page.model.differences.length === 0
                width: parent.width
                text: qsTr("It says the same.", "agreement page: a new version without differences")
            }
            Repeater {
                model: page.model.differences
                PanelRow {
                    id: difference
                    required property var modelData
                    required property int index
                    first: difference.index === 0
                    last: difference.index === page.model.differences.length - 1
                    waiting: difference.modelData.kind === "widens"
                    spoken: difference.modelData.text
                    Label {
                        width: parent.width
                        text: difference.modelData.text
                        Accessible.ignored: true
                    }
                }
            }
        }
    }
    ReviewSheet {
        id: review
        objectName: "reviewSheet"
        work: page.work
        onOpenPerson: id => page.openPerson(id)
    }
}
