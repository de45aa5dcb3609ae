pragma ComponentBehavior: Bound
import QtQuick
import Frontsheet.Theme
import Frontsheet.Controls

// Asking a colleague to become the reviewing officer: it stays where it is until they say yes.
StepSheet {
    id: sheet

    property string worker: ""
    property string name: ""

    heading: qsTr("Pass it on", "sheet heading: a placement, to another reviewing officer")
    action: sheet.name.length > 0 ? qsTr("Ask %1", "button, %1 worker").arg(sheet.name) : qsTr("Ask", "button: somebody to get something ready")

    function ask() {
        sheet.worker = "";
        sheet.name = "";
        find.text = "";
        words.begin("placement.pass/" + sheet.model.placementId);
        sheet.model.lookColleagues("");
        sheet.begin();
        find.forceActiveFocus();
    }
    onSaved: words.said()
    onDecided: sheet.model.passOn(sheet.worker, words.text)

    Label {
        width: parent.width
        color: Theme.ink2
        text: qsTr("They are asked on their Today. Until they say yes it stays with its reviewing officer.", "passing a placement on")
    }
    SearchField {
        id: find
        width: parent.width
        hint: qsTr("A colleague: name or role", "search field: whom to ask to take something over")
        onTextChanged: sheet.model.lookColleagues(find.text)
    }
    Panel {
        visible: sheet.model.candidates.length > 0
        width: parent.width
        Repeater {
            model: sheet.model.candidates
            PickRow {
                id: row
                required property var modelData
                required property int index
                title: row.modelData.name
                initials: row.modelData.badge.initials
                shortName: row.modelData.badge.shortName
                hue: row.modelData.badge.hue
                aside: row.modelData.role
                chosen: row.modelData.worker === sheet.worker
                first: row.index === 0
                underHeading: false
                last: row.index === sheet.model.candidates.length - 1
                onClicked: {
                    sheet.worker = row.modelData.worker;
                    sheet.name = row.modelData.name;
                }
            }
        }
    }
    Label {
        visible: sheet.model.candidates.length === 0 && find.text.length > 0
        width: parent.width
        color: Theme.ink2
        text: qsTr("Nobody in the directory matches.", "whom to ask")
    }
    Label {
        visible: text.length > 0
        width: parent.width
        text: sheet.faultOf("worker")
        color: Theme.danger
    }
    WritingArea {
        id: words
        width: parent.width
        minimumLines: 2
        hint: qsTr("What they should know first", "passing a placement on")
    }
}
