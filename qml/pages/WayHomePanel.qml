pragma ComponentBehavior: Bound
import QtQuick
import Frontsheet.Theme
import Frontsheet.Controls
import Frontsheet.ViewModels

// What must be ready before somebody can go home. Each item says who has it, and is put to somebody by name.
Panel {
    id: panel

    required property PlacementModel model
    readonly property var standing: panel.model.page
    readonly property bool empty: panel.model.checklist.length === 0
    signal askFor(string item, string what)

    title: qsTr("The way home", "section of a placement: what must be ready")
    count: panel.empty ? "" : (panel.standing.readyText ?? "")

    EmptyState {
        visible: panel.model.loaded && panel.empty
        width: parent.width
        text: panel.model.mine ? qsTr("Nothing is on the list yet: heating, food, keys, equipment, the journey, medicines, the carer.", "the way home") : qsTr("Nothing is on the list.", "the way home")
        action: panel.model.mine ? qsTr("Make the list", "button: what must be ready at home") : ""
        onActionChosen: panel.model.beginWayHome()
    }
    Repeater {
        model: panel.model.checklist
        PanelRow {
            id: row
            required property var modelData
            required property int index
            first: row.index === 0
            waiting: row.modelData.waits
            spoken: Spoken.join([row.modelData.title, row.modelData.standing, row.modelData.detail])

            LineIcon {
                id: mark
                y: Math.round((Theme.row.line - height) / 2)
                name: row.modelData.over ? "check-circle" : row.modelData.waits ? "warning" : "clock"
                color: row.modelData.over ? Theme.accent : row.modelData.waits ? Theme.attention : Theme.ink2
                size: Theme.iconSize
            }
            // What is done takes no more room than it must.
            readonly property bool beside: row.modelData.mayReopen && row.inner / Theme.textScale >= 480
            LinkButton {
                id: reopen
                visible: row.beside
                anchors.right: parent.right
                inRow: true
                iconName: "undo"
                text: qsTr("Open it again", "button: one thing of the way home")
                spoken: qsTr("%1: %2", "screen reader: %1 thing to get ready, %2 button").arg(row.modelData.title).arg(text)
                textColor: Theme.ink2
                enabled: !panel.model.busy
                onClicked: panel.model.itemIs(row.modelData.id, "open")
            }
            Column {
                x: mark.width + Theme.s3
                width: parent.width - x - (row.beside ? reopen.width + Theme.s2 : 0)
                spacing: 2
                Label {
                    width: parent.width
                    text: row.modelData.title
                    type: Theme.row
                    Accessible.ignored: true
                }
                Label {
                    width: parent.width
                    text: row.modelData.standing
                    color: row.modelData.waits ? Theme.attention : Theme.ink
                    strong: row.modelData.waits
                    Accessible.ignored: true
                }
                Label {
                    visible: text.length > 0
                    width: parent.width
                    text: row.modelData.detail
                    Accessible.ignored: true
                }
                AgencyBadge {
                    visible: row.modelData.badge.shortName !== undefined
                    width: parent.width
                    initials: visible ? row.modelData.badge.initials : ""
                    shortName: visible ? row.modelData.badge.shortName : ""
                    hue: visible ? row.modelData.badge.hue : 0
                    trailing: visible ? row.modelData.badge.trailing : ""
                    Accessible.ignored: true
                }
                Flow {
                    visible: !row.beside
                    width: parent.width
                    spacing: Theme.s3
                    LinkButton {
                        visible: row.modelData.mayAsk
                        leftPadding: 0
                        inRow: true
                        iconName: "send"
                        text: qsTr("Ask somebody", "button: to get one thing ready")
                        spoken: qsTr("%1: %2", "screen reader: %1 thing to get ready, %2 button").arg(row.modelData.title).arg(text)
                        onClicked: panel.askFor(row.modelData.id, row.modelData.title)
                    }
                    LinkButton {
                        visible: row.modelData.mayReady
                        leftPadding: 0
                        inRow: true
                        iconName: "check"
                        text: qsTr("It is ready", "button: one thing of the way home")
                        spoken: qsTr("%1: %2", "screen reader: %1 thing to get ready, %2 button").arg(row.modelData.title).arg(text)
                        enabled: !panel.model.busy
                        onClicked: panel.model.itemIs(row.modelData.id, "ready")
                    }
                    LinkButton {
                        visible: row.modelData.mayNotNeeded
                        leftPadding: 0
                        inRow: true
                        text: qsTr("Not needed", "button: one thing of the way home")
                        spoken: qsTr("%1: %2", "screen reader: %1 thing to get ready, %2 button").arg(row.modelData.title).arg(text)
                        textColor: Theme.ink2
                        enabled: !panel.model.busy
                        onClicked: panel.model.itemIs(row.modelData.id, "not-needed")
                    }
                    LinkButton {
                        visible: row.modelData.mayReopen && !row.beside
                        leftPadding: 0
                        inRow: true
                        iconName: "undo"
                        text: qsTr("Open it again", "button: one thing of the way home")
                        spoken: qsTr("%1: %2", "screen reader: %1 thing to get ready, %2 button").arg(row.modelData.title).arg(text)
                        textColor: Theme.ink2
                        enabled: !panel.model.busy
                        onClicked: panel.model.itemIs(row.modelData.id, "open")
                    }
                }
            }
        }
    }
    Item {
        visible: panel.model.mine && !panel.empty
        width: parent.width
        height: visible ? more.height + 24 : 0
        Rectangle {
            width: parent.width
            height: 1
            color: Theme.line
        }
        Item {
            id: more
            x: Theme.rowPad
            y: 12
            width: parent.width - 2 * x
            height: Math.max(other.height, add.height)
            Field {
                id: other
                width: parent.width - add.width - Theme.s2
                placeholder: qsTr("Something else that must be ready", "the way home")
                onAccepted: add.clicked()
            }
            SecondaryButton {
                id: add
                anchors.right: parent.right
                text: qsTr("Add", "button: to the list of what must be ready")
                enabled: other.text.trim().length > 0 && !panel.model.busy
                onClicked: {
                    if (other.text.trim().length > 0) {
                        panel.model.addToWayHome(other.text);
                        other.text = "";
                    }
                }
            }
        }
    }
}
