pragma ComponentBehavior: Bound
import QtQuick
import Frontsheet.Theme
import Frontsheet.Controls
import Frontsheet.ViewModels

// Somebody from the directory whose part in the log is to be looked at: found by name, role, number or agency.
Column {
    id: pick

    required property WorkerDisclosureModel model
    signal chosen(string agency, string worker)
    spacing: Theme.s3

    function start() {
        field.forceActiveFocus();
    }

    SearchField {
        id: field
        objectName: "workerSearch"
        width: Math.min(parent.width, Math.round(480 * Theme.textScale))
        hint: qsTr("Name, role or agency", "choosing a worker: a search field")
        onTextChanged: pick.model.search = field.text
        Connections {
            target: pick.model
            function onChanged() {
                if (pick.model.search !== field.text)
                    field.text = pick.model.search;
            }
        }
    }
    Panel {
        visible: pick.model.found.length > 0
        width: parent.width
        Repeater {
            model: pick.model.found
            PanelRow {
                id: row
                required property var modelData
                required property int index
                first: row.index === 0
                underHeading: false
                last: row.index === pick.model.found.length - 1
                leads: true
                spoken: Spoken.join([row.modelData.name, row.modelData.role, row.modelData.badge.shortName])
                onClicked: pick.chosen(row.modelData.agency, row.modelData.worker)
                Column {
                    width: parent.width
                    spacing: 2
                    Label {
                        width: parent.width
                        text: row.modelData.name
                        type: Theme.row
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
        objectName: "workerFoundText"
        visible: text.length > 0
        width: parent.width
        text: pick.model.foundText
        color: Theme.ink2
    }
}
