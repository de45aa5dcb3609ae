pragma ComponentBehavior: Bound
import QtQuick
import Frontsheet.Theme
import Frontsheet.Controls
import Frontsheet.ViewModels

// Who saw what one's own agency holds about a person: each sending and each reading, newest first. Asked for at the server, and
// said so, because asking is written down too.
ScrollPage {
    id: page

    required property AppModel app
    readonly property DisclosureModel model: page.app.disclosure
    readonly property string called: page.app.frontSheet.calledName
    readonly property real column: Math.min(page.innerWidth, Math.round(860 * Math.min(Theme.textScale, 1.6)))
    signal back
    signal workerDisclosure(string agency, string worker)

    about: page.model.personId

    Column {
        width: page.column
        spacing: Theme.s4

        BackLink {
            text: qsTr("Back", "back link")
            onClicked: page.back()
        }
        PageHead {
            width: parent.width
            title: page.called.length > 0 ? qsTr("Who saw what about %1", "page name: disclosures, %1 name as people say it").arg(page.called) : qsTr("Who saw what", "page name: disclosures")
            under: qsTr("What your agency holds: sent to whose device, and read by whom. That you look is written down as well.", "disclosure page")
        }
        Notice {
            objectName: "disclosureFault"
            visible: page.model.errorTitle.length > 0
            width: parent.width
            kind: Notice.Kind.Danger
            arrives: true
            title: page.model.errorTitle
            text: page.model.fetched ? qsTr("%1 What is below is as it was fetched before.", "disclosure page, %1 what to do").arg(page.model.errorText) : page.model.errorText
        }
        Flow {
            width: parent.width
            spacing: Theme.s3
            PrimaryButton {
                objectName: "fetchDisclosures"
                text: page.model.busy ? qsTr("Asking the server", "button, while waiting") : page.model.fetched ? qsTr("Ask again", "button: fetch who saw what once more") : qsTr("Ask the server", "button: fetch who saw what")
                iconName: "sync"
                enabled: !page.model.busy
                onClicked: page.model.fetch()
            }
            SecondaryButton {
                objectName: "writeDraft"
                visible: page.model.mayDraft
                text: qsTr("Draft an answer to the person", "button: subject access request as a PDF")
                iconName: "note"
                enabled: !page.model.busy
                onClicked: page.model.writeDraft()
            }
        }
        Label {
            visible: page.model.asOf.length > 0
            width: parent.width
            text: page.model.asOf
            color: Theme.ink2
        }
        Notice {
            objectName: "draftWritten"
            visible: page.model.draftText.length > 0
            width: parent.width
            kind: Notice.Kind.Attention
            iconName: "note"
            title: qsTr("Draft, to be reviewed before release", "subject access request")
            text: page.model.draftText
        }
        Notice {
            visible: page.model.logBroken
            width: parent.width
            kind: Notice.Kind.Danger
            title: qsTr("The log is not whole.", "disclosure page")
            text: page.model.logText
        }
        Flow {
            objectName: "disclosureAgencies"
            visible: page.model.agencies.length > 2
            width: parent.width
            spacing: Theme.s2
            Repeater {
                model: page.model.agencies
                PressButton {
                    id: agency
                    required property string modelData
                    required property int index
                    readonly property bool isChosen: agency.index === page.model.agency
                    text: agency.modelData
                    iconName: agency.isChosen ? "check" : ""
                    fill: agency.isChosen ? Theme.tint : Theme.surface
                    type: Theme.body
                    checkable: true
                    checked: agency.isChosen
                    onToggled: agency.checked = Qt.binding(() => agency.isChosen)
                    Accessible.checkable: true
                    Accessible.checked: agency.isChosen
                    Accessible.onToggleAction: agency.clicked()
                    onClicked: page.model.agency = agency.index
                }
            }
        }
        Panel {
            visible: page.model.fetched
            width: parent.width
            title: qsTr("Newest first", "disclosure page: the list")
            count: page.model.rows.length
            EmptyState {
                objectName: "nobodySaw"
                visible: page.model.rows.length === 0
                width: parent.width
                text: qsTr("Nobody was sent or read anything that you may read yourself.", "disclosure page: empty")
            }
            Repeater {
                model: page.model.fetched ? page.model.rows : []
                DisclosureRow {
                    required property var modelData
                    required property int index
                    entry: modelData
                    first: index === 0
                    last: index === page.model.rows.length - 1
                    next: page.model.mayDraft && modelData.worker.length > 0 ? qsTr("What else %1 was sent and read", "disclosure page: opens the page by worker, %1 name").arg(modelData.who) : ""
                    onAsked: page.workerDisclosure(modelData.agency, modelData.worker)
                }
            }
        }
        Label {
            visible: page.model.moreText.length > 0
            width: parent.width
            text: page.model.moreText
            color: Theme.ink2
        }
        Label {
            objectName: "logStanding"
            visible: page.model.logText.length > 0 && !page.model.logBroken
            width: parent.width
            text: page.model.logText
            color: Theme.ink2
        }
        RemovedPanel {
            width: parent.width
            model: page.model
            personId: page.model.personId
        }
    }
}
