pragma ComponentBehavior: Bound
import QtQuick
import Frontsheet.Theme
import Frontsheet.Controls
import Frontsheet.ViewModels

// Judging what somebody did without the usual leave: an emergency access, a concern sent despite an objection. What is known
// stands above; the finding is never chosen beforehand, and words go with it either way.
Sheet {
    id: sheet

    required property GovernanceModel work
    property var row: ({})
    property int finding: -1
    underway: sheet.work.busy
    readonly property bool emergency: sheet.row.review === "emergency"
    readonly property bool mine: sheet.row.mine === true
    signal openPerson(string personId)

    heading: sheet.emergency ? qsTr("Emergency access to %1", "sheet heading, %1 person").arg(sheet.row.title) : qsTr("A concern sent despite an objection: %1", "sheet heading, %1 person").arg(sheet.row.title)

    function ask(row: var) {
        if (row.record !== sheet.row.record)
            sheet.finding = -1;
        words.begin("judged/" + row.record);
        sheet.row = row;
        sheet.work.dismissError();
        sheet.open();
    }
    Connections {
        target: sheet.work
        function onReviewed() {
            if (sheet.going)
                words.said();
            sheet.going = false;
            sheet.close();
            sheet.row = {};
            sheet.finding = -1;
        }
    }

    Panel {
        width: parent.width
        TermList {
            width: parent.width
            terms: sheet.row.terms ?? []
        }
    }
    Label {
        visible: sheet.mine
        width: parent.width
        text: qsTr("You did this yourself, so somebody else looks at it.", "review")
    }
    SegmentedChoice {
        visible: !sheet.mine
        width: parent.width
        label: sheet.emergency ? qsTr("Was it justified?", "review of an emergency access") : qsTr("Was it right to send it?", "review of a concern")
        options: sheet.emergency ? [qsTr("Justified", "review of an emergency access"), qsTr("Not justified", "review of an emergency access")] : [qsTr("Right to send", "review of a concern"), qsTr("Not right", "review of a concern")]
        current: sheet.finding
        onChosen: index => sheet.finding = index
    }
    WritingArea {
        id: words
        visible: !sheet.mine
        width: parent.width
        minimumLines: 3
        hint: sheet.finding === 1 ? qsTr("Why not, and what happens now", "review") : qsTr("What you looked at, and what you conclude", "review")
    }
    Label {
        visible: !sheet.mine
        width: parent.width
        type: Theme.small
        color: Theme.ink2
        text: sheet.emergency ? qsTr("Kept in the record of who saw what. %1 may ask to read it.", "review, %1 person").arg(sheet.row.title) : qsTr("Kept with the concern. %1 may ask to read it.", "review, %1 person").arg(sheet.row.title)
    }
    Notice {
        visible: sheet.work.errorTitle.length > 0
        width: parent.width
        kind: Notice.Kind.Danger
        arrives: true
        title: sheet.work.errorTitle
        text: sheet.work.errorText
    }
    Flow {
        width: parent.width
        spacing: Theme.s2
        PrimaryButton {
            visible: !sheet.mine
            text: sheet.work.busy ? qsTr("Saving", "button, while it is being saved") : qsTr("Save the review", "button")
            enabled: !sheet.work.busy && sheet.finding >= 0 && words.text.trim().length > 0
            onClicked: {
                sheet.going = true;
                if (sheet.emergency)
                    sheet.work.reviewEmergency(sheet.row.record, sheet.finding === 0, words.text);
                else
                    sheet.work.reviewConcern(sheet.row.record, sheet.finding === 0, words.text);
            }
        }
        SecondaryButton {
            visible: (sheet.row.personId ?? "").length > 0
            text: qsTr("Front sheet", "button: open somebody's front sheet")
            onClicked: {
                sheet.close();
                sheet.openPerson(sheet.row.personId);
            }
        }
        SecondaryButton {
            text: sheet.mine ? qsTr("Close", "button") : qsTr("Not now", "button: close without answering")
            onClicked: sheet.close()
        }
    }
}
