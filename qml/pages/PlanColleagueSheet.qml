pragma ComponentBehavior: Bound
import QtQuick
import Frontsheet.Theme
import Frontsheet.Controls
import Frontsheet.ViewModels

// Whom to ask: for an action anybody of the directory, for the plan somebody of the agency that leads it. It stays where it is until they say
// yes.
Sheet {
    id: sheet

    required property PlanModel plan
    property string recordId: ""
    property string about: ""
    property string agency: "" // of the plan; empty: any
    property bool ofPlan: false
    underway: sheet.plan.busy
    property var chosen: null // of `found`

    heading: sheet.ofPlan ? qsTr("Who should take the plan over?", "sheet heading") : qsTr("Who else could do it?", "sheet heading")

    function ask(recordId: string, about: string, ofPlan: bool, agency: string) {
        sheet.recordId = recordId;
        sheet.about = about;
        sheet.ofPlan = ofPlan;
        sheet.agency = agency;
        sheet.chosen = null;
        field.text = "";
        said.begin("plan.pass/" + recordId);
        sheet.plan.dismissError();
        sheet.plan.findWorkers("", agency);
        sheet.plan.lookWhoSees(recordId);
        sheet.open();
        field.forceActiveFocus();
    }

    Label {
        visible: text.length > 0
        width: parent.width
        text: sheet.about
        strong: true
    }
    Label {
        width: parent.width
        text: sheet.ofPlan ? qsTr("They are asked. Until they say yes it stays with its case owner.", "passing a plan on") : qsTr("They are asked, and say yes or no.", "offering an action")
        color: Theme.ink2
    }
    SearchField {
        id: field
        objectName: "colleagueSearch"
        width: parent.width
        focus: true
        hint: qsTr("Name, role or agency", "choosing a worker: a search field")
        onTextChanged: sheet.plan.findWorkers(field.text, sheet.agency)
    }
    Panel {
        visible: sheet.plan.found.length > 0
        width: parent.width
        Repeater {
            model: sheet.plan.found
            PanelRow {
                id: row
                required property var modelData
                required property int index
                readonly property bool isChosen: sheet.chosen !== null && sheet.chosen.worker === row.modelData.worker && sheet.chosen.agency === row.modelData.agency
                first: row.index === 0
                underHeading: false
                last: row.index === sheet.plan.found.length - 1
                leads: true
                spoken: Spoken.join([row.modelData.name, row.modelData.role, row.modelData.badge.shortName, row.isChosen ? qsTr("chosen", "screen reader: a worker in a list") : ""])
                onClicked: sheet.chosen = row.modelData
                LineIcon {
                    id: tick
                    anchors.right: parent.right
                    anchors.verticalCenter: parent.verticalCenter
                    visible: row.isChosen
                    name: "check"
                    color: Theme.accent
                    size: Theme.iconSize
                }
                Column {
                    width: parent.width - tick.width - Theme.s2
                    spacing: 2
                    Label {
                        width: parent.width
                        text: row.modelData.name
                        strong: true
                        Accessible.ignored: true
                    }
                    AgencyBadge {
                        width: parent.width
                        initials: row.modelData.badge.initials
                        shortName: row.modelData.badge.shortName
                        hue: row.modelData.badge.hue
                        trailing: row.modelData.role
                        Accessible.ignored: true
                    }
                }
            }
        }
    }
    Label {
        visible: text.length > 0
        width: parent.width
        text: sheet.plan.foundText
        color: Theme.ink2
    }
    WritingArea {
        id: said
        visible: sheet.ofPlan
        height: visible ? implicitHeight : 0
        width: parent.width
        minimumLines: 2
        hint: qsTr("What they should know first", "passing a plan on")
    }
    WhoSeesFold {
        width: parent.width
        plan: sheet.plan
    }
    Notice {
        visible: sheet.plan.errorTitle.length > 0
        width: parent.width
        arrives: true
        title: sheet.plan.errorTitle
        text: sheet.plan.errorText
    }
    Flow {
        width: parent.width
        spacing: Theme.s2
        PrimaryButton {
            text: sheet.chosen !== null ? qsTr("Ask %1", "button: %1 worker who is asked to take something on").arg(sheet.chosen.name) : qsTr("Ask them", "button: a worker is to be chosen first")
            enabled: !sheet.plan.busy && sheet.chosen !== null
            onClicked: {
                sheet.going = true;
                if (sheet.ofPlan)
                    sheet.plan.offerPlan(sheet.recordId, sheet.chosen.worker, said.text);
                else
                    sheet.plan.offerAction(sheet.recordId, sheet.chosen.agency, sheet.chosen.worker);
            }
        }
        SecondaryButton {
            text: qsTr("Not now", "button: close without answering")
            onClicked: sheet.close()
        }
    }
    Connections {
        target: sheet.plan
        function onDone() {
            if (!sheet.going)
                return;
            sheet.going = false;
            said.said();
            sheet.close();
        }
    }
}
