pragma ComponentBehavior: Bound
import QtQuick
import Frontsheet.Theme
import Frontsheet.Controls
import Frontsheet.ViewModels

// Which agencies hold a record of the person, and the ways to what they may share, who saw it, and which records are the same person's.
Panel {
    id: panel

    required property PlacedRows holders // FrontSheetModel.holders
    signal permissions
    signal openHistory(string record)
    signal samePerson
    signal disclosure

    title: qsTr("Who holds a record", "front sheet: agencies with a registration")
    action: qsTr("What may be shared", "front sheet: opens what the person said about sharing")
    onActionChosen: panel.permissions()
    Repeater {
        model: panel.holders
        PanelRow {
            id: holder
            required property var modelData
            required property int index
            required property bool here
            visible: holder.here
            first: holder.index === 0
            leads: true
            padY: Theme.tablet ? 9 : 6
            spoken: qsTr("%1, %2. Earlier versions.", "screen reader: %1 agency, %2 date of its registration").arg(holder.modelData.shortName).arg(holder.modelData.trailing)
            onClicked: panel.openHistory(holder.modelData.record)
            AgencyBadge {
                width: parent.width
                initials: holder.modelData.initials
                shortName: holder.modelData.shortName
                hue: holder.modelData.hue
                trailing: holder.modelData.trailing
                nameColor: Theme.ink
                Accessible.ignored: true
            }
        }
    }
    PanelRow {
        objectName: "samePerson"
        leads: true
        spoken: records.text
        onClicked: panel.samePerson()
        Label {
            id: records
            width: parent.width
            text: qsTr("The same person on another record?", "front sheet: opens the page on which records are joined and taken apart")
            color: Theme.accent
            Accessible.ignored: true
        }
    }
    PanelRow {
        objectName: "whoSawWhat"
        last: true
        leads: true
        spoken: disclosed.text
        onClicked: panel.disclosure()
        Label {
            id: disclosed
            width: parent.width
            text: qsTr("Who saw what your agency holds", "front sheet: opens the disclosure page")
            color: Theme.accent
            Accessible.ignored: true
        }
    }
}
