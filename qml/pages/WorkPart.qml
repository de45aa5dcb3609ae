pragma ComponentBehavior: Bound
import QtQuick
import Frontsheet.Theme
import Frontsheet.Controls

// One kind of work of a governance lead: what waits, since when; or one sentence that nothing does. From a row one may go on to
// what the log has of the person and of who did it.
Column {
    id: list

    required property var part // {heading, none, rows: see GovernanceModel}
    signal openPerson(string personId)
    signal review(var row)
    signal disclosure(string personId)
    signal workerDisclosure(string agency, string worker)
    spacing: Theme.s2

    SectionHead {
        width: parent.width
        title: list.part.heading
        count: list.part.rows.length > 0 ? list.part.rows.length : ""
    }
    Panel {
        width: parent.width
        EmptyState {
            visible: list.part.rows.length === 0
            width: parent.width
            text: list.part.none
        }
        Repeater {
            model: list.part.rows
            PanelRow {
                id: row
                required property var modelData
                required property int index
                first: row.index === 0
                underHeading: false
                last: row.index === list.part.rows.length - 1
                readonly property bool reviewable: row.modelData.review.length > 0
                readonly property string call: !row.reviewable ? "" : row.modelData.mine ? qsTr("Yours: somebody else must look at it", "governance list") : qsTr("Review it", "governance list")
                leads: row.reviewable || row.modelData.personId.length > 0
                waiting: row.modelData.late
                spoken: Spoken.join([row.modelData.title, row.modelData.detail, row.modelData.when, row.call])
                onClicked: {
                    if (row.reviewable)
                        list.review(row.modelData);
                    else
                        list.openPerson(row.modelData.personId);
                }
                Column {
                    width: parent.width
                    Label {
                        width: parent.width
                        text: row.modelData.title
                        strong: true
                        Accessible.ignored: true
                    }
                    Label {
                        width: parent.width
                        text: row.modelData.detail
                        Accessible.ignored: true
                    }
                    Label {
                        visible: text.length > 0
                        width: parent.width
                        text: row.modelData.when
                        type: Theme.small
                        color: Theme.ink2
                        Accessible.ignored: true
                    }
                    Label {
                        visible: row.call.length > 0
                        width: parent.width
                        text: row.call
                        strong: true
                        type: Theme.small
                        color: row.modelData.mine ? Theme.ink2 : Theme.accent
                        Accessible.ignored: true
                    }
                    Flow {
                        visible: row.modelData.about.length > 0 || row.modelData.byWorker.length > 0
                        width: parent.width
                        spacing: Theme.s2
                        LinkButton {
                            objectName: "whoSaw"
                            visible: row.modelData.about.length > 0
                            text: qsTr("Who saw what", "governance list: opens the disclosure page of the person")
                            spoken: qsTr("Who saw what about %1", "governance list: opens the disclosure page, %1 name").arg(row.modelData.title)
                            inRow: true
                            onClicked: list.disclosure(row.modelData.about)
                        }
                        LinkButton {
                            objectName: "whatWorkerSaw"
                            visible: row.modelData.byWorker.length > 0
                            text: qsTr("What %1 was sent and read", "governance list: opens the disclosure page of the worker, %1 name").arg(row.modelData.by)
                            inRow: true
                            onClicked: list.workerDisclosure(row.modelData.byAgency, row.modelData.byWorker)
                        }
                    }
                }
            }
        }
    }
}
