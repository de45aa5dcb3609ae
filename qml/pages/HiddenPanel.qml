pragma ComponentBehavior: Bound
import QtQuick
import Frontsheet.Theme
import Frontsheet.Controls
import Frontsheet.ViewModels

// That somebody's address is kept hidden: who may know it, which visits are planned, and how it ends. The address itself is here
// for who visits about now, covered until asked for.
Panel {
    id: panel

    required property var hidden
    required property LocationModel location
    required property string called
    property bool planning: false
    property bool lifting: false
    signal moved
    signal knowersChosen

    Accessible.name: title.text

    PanelRow {
        first: true
        underHeading: false
        last: panel.hidden.visits.length === 0 && !panel.hidden.mayChange
        padY: Theme.s4
        spoken: Spoken.join([title.text, panel.hidden.said, panel.hidden.readers])
        LineIcon {
            id: sign
            name: "lock"
            color: Theme.attention
            size: Theme.iconSize
            y: 3
        }
        Column {
            x: sign.width + Theme.s3
            width: parent.width - x
            spacing: Theme.s2
            Label {
                id: title
                width: parent.width
                text: qsTr("Where %1 lives is kept hidden.", "permissions, %1 name").arg(panel.called)
                type: Theme.section
                Accessible.ignored: true
            }
            Label {
                visible: panel.hidden.words.length > 0
                width: parent.width
                text: qsTr("“%1”", "somebody's own words").arg(panel.hidden.words)
                type: Theme.own
                Accessible.ignored: true
            }
            Label {
                width: parent.width
                text: panel.hidden.said
                color: Theme.ink2
                Accessible.ignored: true
            }
            Label {
                width: parent.width
                text: panel.hidden.readers
                Accessible.ignored: true
            }
            StateChip {
                visible: panel.hidden.waiting
                text: qsTr("Waiting to send", "state of what was recorded")
                iconName: "clock"
            }
            Column {
                visible: panel.hidden.where.length > 0
                width: parent.width
                spacing: 2
                Label {
                    width: parent.width
                    text: panel.hidden.until
                    weight: 500
                }
                MaskedValue {
                    width: parent.width
                    value: panel.hidden.where
                    means: qsTr("Where %1 lives", "screen reader, %1 name").arg(panel.called)
                    onShown: panel.location.whereShown(panel.hidden.id)
                }
            }
        }
    }
    Repeater {
        model: panel.hidden.visits
        PanelRow {
            id: visit
            required property var modelData
            required property int index
            last: visit.index === panel.hidden.visits.length - 1 && !panel.hidden.mayChange
            spoken: Spoken.join([visit.modelData.text, visit.modelData.window])
            LineIcon {
                id: mark
                name: "clock"
                color: Theme.ink2
                size: Theme.iconSize
                y: 1
            }
            Column {
                x: mark.width + Theme.s3
                width: parent.width - x
                spacing: 2
                Label {
                    width: parent.width
                    text: visit.modelData.text
                    type: Theme.row
                    Accessible.ignored: true
                }
                Label {
                    width: parent.width
                    text: visit.modelData.window
                    color: Theme.ink2
                    Accessible.ignored: true
                }
                LinkButton {
                    visible: visit.modelData.mine
                    text: qsTr("I am not visiting", "button: take a planned visit back")
                    spoken: qsTr("Take back: %1", "screen reader, %1 a planned visit").arg(visit.modelData.text)
                    iconName: "undo"
                    enabled: !panel.location.busy
                    onClicked: panel.location.cancelVisit(panel.hidden.id, visit.modelData.due)
                }
            }
        }
    }
    PanelRow {
        visible: panel.hidden.mayChange
        height: visible ? implicitHeight : 0
        last: true
        padY: Theme.s4
        Column {
            width: parent.width
            spacing: Theme.s3
            Flow {
                visible: !panel.planning && !panel.lifting
                width: parent.width
                spacing: Theme.s2
                SecondaryButton {
                    visible: panel.hidden.mayVisit
                    text: qsTr("I am visiting", "button: plan a visit to somebody whose address is hidden")
                    iconName: "clock"
                    enabled: !panel.location.busy
                    onClicked: {
                        panel.planning = true;
                        form.start();
                    }
                }
                SecondaryButton {
                    text: qsTr("Who may know", "button: choose who may know a hidden address")
                    iconName: "people"
                    enabled: !panel.location.busy
                    onClicked: panel.knowersChosen()
                }
                SecondaryButton {
                    text: qsTr("%1 has moved", "button: hide a new address, %1 name").arg(panel.called)
                    iconName: "home"
                    enabled: !panel.location.busy
                    onClicked: panel.moved()
                }
                LinkButton {
                    text: qsTr("No longer hidden", "button: lift the hiding of an address")
                    iconName: "undo"
                    textColor: Theme.ink2
                    enabled: !panel.location.busy
                    onClicked: panel.lifting = true
                }
            }
            VisitForm {
                id: form
                visible: panel.planning
                width: parent.width
                location: panel.location
                statement: panel.hidden.id
                onClosed: panel.planning = false
            }
            Notice {
                visible: panel.lifting
                width: parent.width
                title: qsTr("Everybody who works with %1 will see the address on their records again.", "lifting the hiding of an address, %1 name").arg(panel.called)
                text: qsTr("The hidden address is erased. Be sure that nobody is looking for %1.", "lifting the hiding of an address, %1 name").arg(panel.called)
            }
            Flow {
                visible: panel.lifting
                width: parent.width
                spacing: Theme.s2
                PrimaryButton {
                    text: qsTr("Yes, no longer hidden", "button: lift the hiding of an address")
                    enabled: !panel.location.busy
                    onClicked: panel.location.lift(panel.hidden.id)
                }
                SecondaryButton {
                    text: qsTr("Leave it hidden", "button: do not lift the hiding of an address")
                    onClicked: panel.lifting = false
                }
            }
        }
    }
}
