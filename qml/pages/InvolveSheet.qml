pragma ComponentBehavior: Bound
import QtQuick
import Frontsheet.Theme
import Frontsheet.Controls
import Frontsheet.ViewModels

// Putting somebody on the care team: who, and what that lets them see, before anything is saved.
Sheet {
    id: sheet

    required property CareTeamModel team
    required property string called // the person
    readonly property var chosen: sheet.team.chosen
    readonly property bool isChosen: sheet.chosen.worker !== undefined

    heading: qsTr("Who is to be on the care team?", "sheet heading")

    function ask() {
        field.text = "";
        sheet.team.dismissError();
        sheet.team.unchoose();
        sheet.team.findWorkers("");
        sheet.open();
        field.forceActiveFocus();
    }
    onClosed: sheet.team.unchoose()

    Label {
        width: parent.width
        text: qsTr("Anybody of any agency in the partnership. They are involved from now on, until somebody takes them off.", "putting somebody on the care team")
        color: Theme.ink2
    }
    SearchField {
        id: field
        objectName: "involveSearch"
        visible: !sheet.isChosen
        width: parent.width
        focus: true
        hint: qsTr("Name, role or agency", "choosing a worker: a search field")
        onTextChanged: sheet.team.findWorkers(field.text)
        Keys.onDownPressed: {
            const first = rows.itemAt(0) as Item;
            if (first)
                first.forceActiveFocus(Qt.TabFocusReason);
        }
    }
    Panel {
        visible: !sheet.isChosen && rows.count > 0
        width: parent.width
        Accessible.name: qsTr("Workers found", "putting somebody on the care team")
        Repeater {
            id: rows
            model: sheet.team.found
            PanelRow {
                id: row
                required property var modelData
                required property int index
                readonly property string there: row.modelData.onTeam ? qsTr("On the care team already", "a worker in a list") : ""
                first: row.index === 0
                underHeading: false
                last: row.index === rows.count - 1
                leads: !row.modelData.onTeam
                spoken: Spoken.join([row.modelData.name, row.modelData.role, row.modelData.badge.shortName, row.there])
                onClicked: {
                    if (row.modelData.onTeam)
                        return;
                    sheet.team.choose(row.modelData.agency, row.modelData.worker);
                    other.forceActiveFocus(Qt.TabFocusReason);
                }
                Keys.onDownPressed: {
                    const next = rows.itemAt(row.index + 1) as Item;
                    if (next)
                        next.forceActiveFocus(Qt.TabFocusReason);
                }
                Keys.onUpPressed: {
                    const before = rows.itemAt(row.index - 1) as Item;
                    if (before)
                        before.forceActiveFocus(Qt.TabFocusReason);
                    else
                        field.forceActiveFocus(Qt.TabFocusReason);
                }
                Column {
                    width: parent.width
                    spacing: 2
                    Label {
                        width: parent.width
                        text: row.modelData.name
                        type: Theme.row
                        color: row.modelData.onTeam ? Theme.ink2 : Theme.ink
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
                    Label {
                        visible: text.length > 0
                        width: parent.width
                        text: row.there
                        type: Theme.small
                        color: Theme.ink2
                        Accessible.ignored: true
                    }
                }
            }
        }
    }
    Label {
        visible: !sheet.isChosen && text.length > 0
        width: parent.width
        text: sheet.team.foundText
        color: Theme.ink2
    }
    Panel {
        visible: sheet.isChosen
        width: parent.width
        PanelRow {
            first: true
            last: true
            underHeading: false
            spoken: sheet.isChosen ? Spoken.join([sheet.chosen.name, sheet.chosen.role, sheet.chosen.badge.shortName]) : ""
            Flow {
                id: whom
                width: parent.width
                spacing: Theme.s2
                Column {
                    width: Math.max(whom.width - other.width - Theme.s2, Math.min(whom.width, Math.round(240 * Theme.textScale)))
                    spacing: 2
                    Label {
                        width: parent.width
                        text: sheet.isChosen ? sheet.chosen.name : ""
                        type: Theme.row
                        strong: true
                        Accessible.ignored: true
                    }
                    AgencyBadge {
                        visible: sheet.isChosen
                        width: parent.width
                        initials: sheet.isChosen ? sheet.chosen.badge.initials : ""
                        shortName: sheet.isChosen ? sheet.chosen.badge.shortName : ""
                        hue: sheet.isChosen ? sheet.chosen.badge.hue : 0
                        trailing: sheet.isChosen ? sheet.chosen.role : ""
                        Accessible.ignored: true
                    }
                }
                SecondaryButton {
                    id: other
                    inRow: true
                    text: qsTr("Somebody else", "button: chooses another worker")
                    onClicked: {
                        sheet.team.unchoose();
                        field.forceActiveFocus(Qt.TabFocusReason);
                    }
                }
            }
        }
    }
    Column {
        visible: sheet.isChosen && sheet.team.opensLead.length > 0
        width: parent.width
        spacing: Theme.s3
        Label {
            width: parent.width
            text: sheet.team.opensLead
        }
        Repeater {
            model: sheet.team.opens
            Column {
                id: part
                required property var modelData
                width: parent ? parent.width : 0
                spacing: 2
                Label {
                    width: parent.width
                    text: part.modelData.heading
                    strong: true
                    Accessible.role: Accessible.Heading
                }
                Repeater {
                    model: part.modelData.lines
                    Column {
                        id: line
                        required property var modelData
                        width: part.width
                        bottomPadding: line.modelData.why.length > 0 ? Theme.s1 : 0
                        Label {
                            width: parent.width
                            text: line.modelData.text
                        }
                        Label {
                            visible: text.length > 0
                            width: parent.width
                            text: line.modelData.why
                            type: Theme.small
                            color: Theme.ink2
                        }
                    }
                }
            }
        }
        Label {
            visible: text.length > 0
            width: parent.width
            text: sheet.team.opensSource
            type: Theme.small
            color: Theme.ink2
        }
    }
    foot: [
        Notice {
            visible: sheet.team.errorTitle.length > 0
            width: parent.width
            kind: Notice.Kind.Danger
            arrives: true
            title: sheet.team.errorTitle
            text: sheet.team.errorText
        },
        Flow {
            width: parent.width
            spacing: Theme.s2
            PrimaryButton {
                objectName: "putOn"
                text: sheet.isChosen ? qsTr("Put %1 on the care team", "button: %1 worker").arg(sheet.chosen.name) : qsTr("Put them on the care team", "button: a worker is to be chosen first")
                // What they will see is read before anybody says yes.
                enabled: !sheet.team.busy && sheet.isChosen && sheet.team.opensLead.length > 0
                onClicked: sheet.team.putOn()
            }
            SecondaryButton {
                text: qsTr("Not now", "button: close without answering")
                onClicked: sheet.close()
            }
        }
    ]
    Connections {
        target: sheet.team
        enabled: sheet.visible
        function onDone() {
            sheet.close();
        }
    }
}
