pragma ComponentBehavior: Bound
import QtQuick
import Frontsheet.Theme
import Frontsheet.Controls
import Frontsheet.ViewModels

// Recording a yes or a no with the person there: who, what, how asked. The sentence that will be recorded stands at the end, to
// be read to the person before it is saved.
Sheet {
    id: sheet

    required property PermissionsModel model
    required property string called
    property bool objection: true
    underway: sheet.model.busy
    property string corrects: ""
    property string receiver: ""
    property string category: ""
    property bool choosingWho: false
    property bool choosingWhat: false
    readonly property string who: sheet.nameIn(sheet.model.receivers, sheet.receiver)
    readonly property string what: sheet.nameIn(sheet.model.categories, sheet.category)

    heading: sheet.corrects.length > 0 ? qsTr("Put it right", "sheet heading: correct a permission") : sheet.objection ? qsTr("%1 says no", "sheet heading, %1 name").arg(sheet.called) : qsTr("%1 says yes", "sheet heading, %1 name").arg(sheet.called)

    function only(list: var, code: string): var {
        return list.filter(one => one.code === code);
    }
    function nameIn(list: var, code: string): string {
        for (let i = 0; i < list.length; ++i) {
            if (list[i].code === code)
                return list[i].name;
        }
        return "";
    }
    function ask(objection: bool, corrects: string) {
        sheet.objection = objection;
        sheet.corrects = corrects;
        sheet.receiver = "";
        sheet.category = "";
        sheet.choosingWho = true;
        sheet.choosingWhat = false;
        how.reset((objection ? "says.no/" : "says.yes/") + sheet.model.personId + "/" + corrects);
        sheet.open();
    }

    Label {
        text: sheet.objection ? qsTr("Who is not to see it?", "recording an objection") : qsTr("Who may see it?", "recording a permission")
        type: Theme.row
        Accessible.role: Accessible.Heading
    }
    Panel {
        width: parent.width
        Repeater {
            id: allWho
            // Chosen, it folds to the one; pressed, it opens again.
            model: sheet.choosingWho ? sheet.model.receivers : sheet.only(sheet.model.receivers, sheet.receiver)
            PickRow {
                required property var modelData
                required property int index
                first: index === 0
                underHeading: false
                last: index === allWho.count - 1
                title: modelData.name
                chosen: sheet.receiver === modelData.code
                onClicked: {
                    const folded = !sheet.choosingWho;
                    sheet.receiver = modelData.code;
                    sheet.choosingWhat = !folded;
                    sheet.choosingWho = folded;
                }
            }
        }
    }
    Label {
        text: sheet.objection ? qsTr("What are they not to see?", "recording an objection") : qsTr("What may they see?", "recording a permission")
        type: Theme.row
        Accessible.role: Accessible.Heading
    }
    Panel {
        width: parent.width
        Repeater {
            id: allWhat
            // Chosen, it folds to the one; pressed, it opens again.
            model: sheet.choosingWhat ? sheet.model.categories : sheet.only(sheet.model.categories, sheet.category)
            PickRow {
                required property var modelData
                required property int index
                first: index === 0
                underHeading: false
                last: index === allWhat.count - 1
                title: modelData.name
                chosen: sheet.category === modelData.code
                onClicked: {
                    sheet.category = modelData.code;
                    sheet.choosingWhat = !sheet.choosingWhat;
                }
            }
        }
    }
    HowItWasSaid {
        id: how
        width: parent.width
        model: sheet.model
        called: sheet.called
    }
    Notice {
        width: parent.width
        kind: Notice.Kind.Calm
        iconName: sheet.objection ? "stop" : "check"
        title: sheet.model.sentence(sheet.objection, sheet.receiver, sheet.category)
        text: qsTr("Read this to %1 before you save it.", "recording a permission, %1 name").arg(sheet.called)
    }
    Flow {
        width: parent.width
        spacing: Theme.s2
        PrimaryButton {
            text: qsTr("Save", "button: record what the person said")
            enabled: !sheet.model.busy && how.complete
            onClicked: {
                sheet.going = true;
                sheet.model.record(sheet.objection, sheet.receiver, sheet.category, how.way, how.giver, how.authority, how.decidedWhy, how.words, sheet.corrects);
            }
        }
        SecondaryButton {
            text: qsTr("Not now", "button: close without saving")
            onClicked: sheet.close()
        }
    }
    Connections {
        target: sheet.model
        function onDone() {
            if (!sheet.going)
                return;
            sheet.going = false;
            how.said();
            sheet.close();
        }
    }
}
