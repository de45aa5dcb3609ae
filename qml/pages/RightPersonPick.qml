pragma ComponentBehavior: Bound
import QtQuick
import Frontsheet.Theme
import Frontsheet.Controls
import Frontsheet.ViewModels

// Whom a note was really about: found by name, NHS number or postcode; may be left open.
Column {
    id: pick

    required property FrontSheetModel sheet
    property string chosen: ""

    spacing: Theme.s2

    function clear() {
        pick.chosen = "";
        search.text = "";
        pick.sheet.findRightPerson("");
    }
    Field {
        id: search
        width: parent.width
        label: qsTr("Whom was it really about?", "entered in error")
        help: qsTr("Name, NHS number or postcode; leave it empty if you do not know.", "entered in error")
        onEdited: text => {
            pick.chosen = "";
            pick.sheet.findRightPerson(text);
        }
    }
    Panel {
        visible: pick.sheet.candidates.length > 0
        width: parent.width
        Repeater {
            model: pick.sheet.candidates
            PickRow {
                required property var modelData
                required property int index
                first: index === 0
                underHeading: false
                last: index === pick.sheet.candidates.length - 1
                title: modelData.name
                detail: modelData.detail
                chosen: pick.chosen === modelData.personId
                onClicked: pick.chosen = modelData.personId
            }
        }
    }
}
