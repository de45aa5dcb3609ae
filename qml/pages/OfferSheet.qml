pragma ComponentBehavior: Bound
import QtQuick
import Frontsheet.Theme
import Frontsheet.Controls
import Frontsheet.ViewModels

// Whom to ask, and what they should know first. Nothing changes hands until they say yes.
Sheet {
    id: sheet

    required property WorkChoosing model
    underway: sheet.model.busy
    property string current: "" // a worker: the list is read anew while the sheet is open
    readonly property var colleagues: sheet.model.colleagues
    readonly property var askable: sheet.colleagues.filter(one => sheet.model.alreadyTheirs.indexOf(one.worker) < 0)
    readonly property var others: sheet.colleagues.filter(one => sheet.model.alreadyTheirs.indexOf(one.worker) >= 0)
    readonly property var colleague: sheet.askable.find(one => one.worker === sheet.current) ?? null

    readonly property bool wordsMissing: sheet.model.wordsNeeded && said.text.trim().length === 0

    heading: qsTr("Who is to take over %n thing(s)?", "sheet heading", sheet.model.chosen.length)

    function ask() {
        sheet.current = "";
        said.begin("offer/" + Array.from(sheet.model.chosen).sort().join("+"));
        sheet.model.dismissError();
        sheet.open();
    }
    onOpened: {
        const row = rows.itemAt(0) as PickRow;
        if (row)
            row.forceActiveFocus(Qt.TabFocusReason);
    }

    Label {
        width: parent.width
        color: Theme.ink2
        text: qsTr("They are asked, and say yes or no. Until then it stays where it is, and stands under Offered on this page.", "offering work to a colleague")
    }
    Panel {
        width: parent.width
        Accessible.name: qsTr("Colleagues", "offering work")
        Repeater {
            id: rows
            model: sheet.askable
            PickRow {
                id: row
                required property var modelData
                required property int index
                title: row.modelData.name
                detail: row.modelData.away.length > 0 ? row.modelData.away : row.modelData.detail
                spoken: Spoken.join([row.modelData.name, row.modelData.detail, row.modelData.away])
                chosen: row.modelData.worker === sheet.current
                first: row.index === 0
                underHeading: false
                last: row.index === sheet.askable.length - 1
                onClicked: sheet.current = row.modelData.worker
                Keys.onDownPressed: row.nextItemInFocusChain(true).forceActiveFocus(Qt.TabFocusReason)
                Keys.onUpPressed: row.nextItemInFocusChain(false).forceActiveFocus(Qt.BacktabFocusReason)
            }
        }
    }
    Label {
        visible: sheet.others.length > 0
        width: parent.width
        color: Theme.ink2
        text: qsTr("Not listed, having one of these or being asked about it already: %1.", "offering work to a colleague, %1 workers").arg(sheet.others.map(one => one.name).join(", "))
    }
    WritingArea {
        id: said
        objectName: "offerWords"
        width: parent.width
        minimumLines: 2
        hint: sheet.model.wordsNeeded ? qsTr("Why it is passed on: whoever referred them reads it", "offering a referral to a colleague") : qsTr("What they should know first, if anything", "offering work to a colleague")
    }
    foot: [
        Notice {
            visible: sheet.model.errorTitle.length > 0
            width: parent.width
            arrives: true
            title: sheet.model.errorTitle
            text: sheet.model.errorText
        },
        Label {
            visible: sheet.colleague !== null && sheet.wordsMissing
            width: parent.width
            text: qsTr("Write first why it is passed on: there is a referral among them.", "offering work to a colleague")
        },
        Flow {
            width: parent.width
            spacing: Theme.s2
            PrimaryButton {
                objectName: "offer"
                text: sheet.colleague !== null ? qsTr("Ask %1", "button: %1 worker who is asked to take something on").arg(sheet.colleague.name) : qsTr("Ask them", "button: a worker is to be chosen first")
                enabled: !sheet.model.busy && sheet.colleague !== null && !sheet.wordsMissing
                onClicked: {
                    sheet.going = true;
                    sheet.model.offerChosen(sheet.colleague.worker, said.text);
                }
            }
            SecondaryButton {
                text: qsTr("Not now", "button: close without answering")
                onClicked: sheet.close()
            }
        }
    ]
    Connections {
        target: sheet.model
        enabled: sheet.going
        function onDone() {
            sheet.going = false;
            said.said();
            sheet.close();
        }
    }
}
