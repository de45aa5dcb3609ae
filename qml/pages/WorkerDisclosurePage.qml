pragma ComponentBehavior: Bound
import QtQuick
import Frontsheet.Theme
import Frontsheet.Controls
import Frontsheet.ViewModels

// What one worker was sent and read of what the agency holds: the governance lead's page. First whom, then how far back, then the
// server is asked, and says that the asking is written down.
ScrollPage {
    id: page

    required property AppModel app
    readonly property var badge: page.model.badge
    readonly property WorkerDisclosureModel model: page.app.workerDisclosure
    readonly property bool chosen: page.model.workerName.length > 0
    readonly property real column: Math.min(page.innerWidth, Math.round(860 * Math.min(Theme.textScale, 1.6)))
    signal back
    signal disclosure(string personId)

    about: page.model.workerName

    function start() {
        if (!page.chosen)
            pick.start();
    }

    Column {
        width: page.column
        spacing: Theme.s4

        BackLink {
            text: qsTr("Back", "back link")
            onClicked: page.back()
        }
        PageHead {
            width: parent.width
            title: page.chosen ? qsTr("What %1 was sent and read", "page name: disclosures by worker, %1 name").arg(page.model.workerName) : qsTr("What a worker was sent and read", "page name: disclosures by worker")
            under: qsTr("Of what your agency holds. That you look is written down for those in your agency who audit, you included; the worker is not told.", "disclosure page by worker")
        }
        Notice {
            visible: page.model.loaded && !page.model.mine
            width: parent.width
            kind: Notice.Kind.Attention
            title: qsTr("This is for whoever audits at your agency.", "disclosure page by worker")
            text: qsTr("What was sent and read about somebody you work with is on their page, under Who saw what.", "disclosure page by worker")
        }
        Notice {
            objectName: "workerDisclosureFault"
            visible: page.model.errorTitle.length > 0
            width: parent.width
            kind: Notice.Kind.Danger
            arrives: true
            title: page.model.errorTitle
            text: page.model.fetched ? qsTr("%1 What is below is as it was fetched before.", "disclosure page, %1 what to do").arg(page.model.errorText) : page.model.errorText
        }
        WorkerPick {
            id: pick
            visible: page.model.mine && !page.chosen
            width: parent.width
            model: page.model
            onChosen: (agency, worker) => page.model.open(agency, worker)
        }
        Column {
            visible: page.model.mine && page.chosen
            width: parent.width
            spacing: Theme.s4

            Flow {
                width: parent.width
                spacing: Theme.s3
                AgencyBadge {
                    initials: page.badge.initials ?? ""
                    shortName: page.badge.shortName ?? ""
                    hue: page.badge.hue ?? 0
                    trailing: page.model.workerRole
                    width: Math.min(implicitWidth, parent.width)
                }
                LinkButton {
                    objectName: "anotherWorker"
                    text: qsTr("Somebody else", "disclosure page by worker: choose another")
                    inRow: true
                    onClicked: {
                        page.model.open("", "");
                        pick.start();
                    }
                }
            }
            SegmentedChoice {
                objectName: "workerSpan"
                width: parent.width
                label: qsTr("How far back", "disclosure page by worker")
                options: page.model.spans
                current: page.model.span
                onChosen: index => page.model.span = index
            }
            PrimaryButton {
                objectName: "fetchWorker"
                text: page.model.busy ? qsTr("Asking the server", "button, while waiting") : page.model.fetched ? qsTr("Ask again", "button: fetch who saw what once more") : qsTr("Ask the server", "button: fetch who saw what")
                iconName: "sync"
                enabled: !page.model.busy
                onClicked: page.model.fetch()
            }
            Label {
                visible: page.model.asOf.length > 0
                width: parent.width
                text: page.model.asOf
                color: Theme.ink2
            }
            Notice {
                visible: page.model.logBroken
                width: parent.width
                kind: Notice.Kind.Danger
                title: qsTr("The log is not whole.", "disclosure page")
                text: page.model.logText
            }
            Label {
                objectName: "workerSum"
                visible: page.model.sum.length > 0
                width: parent.width
                text: page.model.sum
                type: Theme.row
            }
            Panel {
                visible: page.model.fetched
                width: parent.width
                title: qsTr("Newest first", "disclosure page: the list")
                count: page.model.rows.length
                EmptyState {
                    objectName: "sawNothing"
                    visible: page.model.rows.length === 0
                    width: parent.width
                    text: qsTr("They were sent nothing and read nothing in that time.", "disclosure page by worker: empty")
                }
                Repeater {
                    model: page.model.fetched ? page.model.rows : []
                    DisclosureRow {
                        required property var modelData
                        required property int index
                        entry: modelData
                        first: index === 0
                        last: index === page.model.rows.length - 1
                        next: modelData.personId.length > 0 ? qsTr("Who saw what about this person", "disclosure page by worker: opens the person's log") : ""
                        onAsked: page.disclosure(modelData.personId)
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
                objectName: "workerLogStanding"
                visible: page.model.logText.length > 0 && !page.model.logBroken
                width: parent.width
                text: page.model.logText
                color: Theme.ink2
            }
        }
    }
}
