pragma ComponentBehavior: Bound
import QtQuick
import Frontsheet.Theme
import Frontsheet.Controls
import Frontsheet.ViewModels

// From when until when somebody is away and who stands in; what of theirs falls due meanwhile is said before it is saved.
Sheet {
    id: sheet

    required property TeamWorkerModel worker
    property string deputy: "" // one of the colleagues, whose list is read anew while the sheet is open; empty: nobody

    readonly property var colleagues: sheet.worker.colleagues
    readonly property var standIns: {
        const names = sheet.colleagues.map(one => one.away.length > 0 ? one.name + ". " + one.away : one.name);
        names.unshift(qsTr("Nobody: whoever is on duty", "who stands in for a worker who is away"));
        return names;
    }
    readonly property var due: sheet.worker.due
    readonly property int most: 5 // of what falls due: the rest stands on the page behind

    heading: sheet.worker.own ? qsTr("When are you away?", "sheet heading") : qsTr("When is %1 away?", "sheet heading, %1 worker").arg(sheet.worker.name)

    function ask() {
        first.text = "";
        last.text = "";
        said.begin("away/" + sheet.worker.name);
        sheet.deputy = "";
        sheet.worker.dismissError();
        sheet.look();
        sheet.open();
        first.forceActiveFocus();
    }
    function look() {
        sheet.worker.lookAhead(first.text, last.text, sheet.deputy);
    }

    Field {
        id: first
        objectName: "firstDay"
        width: parent.width
        focus: true
        label: qsTr("First day", "an absence")
        placeholder: qsTr("Such as 24 November, tomorrow, in 2 weeks", "hint in a date field")
        under: sheet.worker.fromUnderstood
        onEdited: sheet.look()
    }
    Field {
        id: last
        objectName: "lastDay"
        width: parent.width
        label: qsTr("Last day", "an absence")
        placeholder: qsTr("Left empty: nobody knows yet", "hint in a date field")
        under: first.text.length > 0 ? sheet.worker.untilUnderstood : ""
        fault: sheet.worker.dayFault
        onEdited: sheet.look()
    }
    OneOf {
        width: parent.width
        label: qsTr("Who stands in", "an absence")
        options: sheet.standIns
        current: sheet.colleagues.findIndex(one => one.worker === sheet.deputy) + 1
        onChosen: index => {
            sheet.deputy = index > 0 ? sheet.colleagues[index - 1].worker : "";
            sheet.look();
        }
    }
    WritingArea {
        id: said
        objectName: "callersTold"
        width: parent.width
        minimumLines: 1
        spoken: qsTr("What callers are told", "an absence")
        hint: qsTr("What callers are told. Such as: back on Monday the 30th", "hint, an absence")
    }
    Label {
        width: parent.width
        type: Theme.small
        color: Theme.ink2
        text: qsTr("Everybody in the directory reads it. Why somebody is away is nobody’s business.", "an absence")
    }
    Repeater {
        model: sheet.worker.cautions
        Notice {
            required property string modelData
            width: parent.width
            title: modelData
        }
    }
    Column {
        visible: sheet.worker.dueHeading.length > 0
        width: parent.width
        spacing: Theme.s1
        Label {
            width: parent.width
            text: sheet.worker.dueHeading
            strong: true
        }
        Repeater {
            model: sheet.due.slice(0, sheet.most)
            Label {
                required property string modelData
                width: parent.width
                text: modelData
            }
        }
        Label {
            visible: sheet.worker.due.length > sheet.most
            width: parent.width
            color: Theme.ink2
            text: qsTr("And %n more, on the page behind.", "pieces of work", sheet.worker.due.length - sheet.most)
        }
    }
    foot: [
        Notice {
            visible: sheet.worker.errorTitle.length > 0
            width: parent.width
            arrives: true
            title: sheet.worker.errorTitle
            text: sheet.worker.errorText
        },
        Flow {
            width: parent.width
            spacing: Theme.s2
            PrimaryButton {
                objectName: "saveAway"
                text: sheet.worker.own ? qsTr("Say that I am away", "button: an absence of one's own") : qsTr("Mark as away", "button: a worker")
                enabled: !sheet.worker.busy && first.text.trim().length > 0
                onClicked: {
                    sheet.going = true;
                    sheet.worker.markAway(first.text, last.text, sheet.deputy, said.text);
                }
            }
            SecondaryButton {
                text: qsTr("Not now", "button: close without saving")
                onClicked: sheet.close()
            }
        }
    ]
    Connections {
        target: sheet.worker
        enabled: sheet.visible
        function onDone() {
            if (sheet.going)
                said.said();
            sheet.going = false;
            sheet.close();
        }
    }
}
