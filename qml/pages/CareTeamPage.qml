pragma ComponentBehavior: Bound
import QtQuick
import Frontsheet.Theme
import Frontsheet.Controls
import Frontsheet.ViewModels

// Who is involved with one person, as each agency says it: since when and how they came to be, putting somebody on the team, taking
// somebody off it, and who was there before.
Item {
    id: page

    required property AppModel app
    required property string backTo
    readonly property CareTeamModel team: page.app.careTeam
    readonly property real margin: Theme.tablet ? (Theme.roomy(page.width + Theme.rail) ? 20 : 24) : 16
    readonly property var parting: page.team.parting
    property bool past: false // who was involved before is open
    signal back
    signal ring(string number)

    onVisibleChanged: {
        if (page.visible)
            page.past = false;
    }
    function involve() {
        putOn.ask();
    }
    function closeSheets() {
        putOn.close();
        leaving.close();
    }
    Connections {
        target: page.team
        function onDone() {
            scroll.flick.contentY = 0;
        }
        function onPartingChanged() {
            if (page.parting.worker !== undefined)
                leaving.open();
        }
    }

    PersonHead {
        id: banner
        width: parent.width
        sheet: page.app.frontSheet
        margin: page.margin
    }
    ScrollPage {
        id: scroll
        reading: !page.team.loaded && page.team.errorTitle.length === 0
        objectName: "careTeamScroll"
        about: page.team.personId
        anchors.top: banner.bottom
        anchors.bottom: parent.bottom
        width: parent.width
        margin: page.margin
        topMargin: Theme.s2

        Column {
            id: column
            width: Math.min(scroll.innerWidth, Math.round(860 * Math.min(Theme.textScale, 1.6)))
            spacing: Theme.s4

            BackLink {
                text: page.backTo
                onClicked: page.back()
            }
            PageHead {
                width: parent.width
                whole: page.app.frontSheet.calledName.length > 0
                title: qsTr("Who is involved with %1", "page name: the care team, %1 name as people say it").arg(page.app.frontSheet.calledName)
                under: qsTr("Whoever is on an agency’s team reads what that agency shares with them, and is named here to ring.", "the care team")
            }
            Notice {
                visible: page.team.errorTitle.length > 0
                width: parent.width
                kind: Notice.Kind.Danger
                arrives: true
                title: page.team.errorTitle
                text: page.team.errorText
                action: qsTr("Look again", "button: reads the care team once more")
                onActionChosen: page.team.open(page.team.personId)
            }
            Notice {
                objectName: "careTeamSaved"
                visible: page.team.savedTitle.length > 0
                width: parent.width
                kind: Notice.Kind.Calm
                iconName: "check"
                title: page.team.savedTitle
                text: page.team.savedText
                action: page.team.mayUndo ? qsTr("Undo", "button: takes back what was done to the care team just now") : ""
                onActionChosen: page.team.undo()
            }
            PrimaryButton {
                visible: page.team.loaded && page.team.mayChange
                text: qsTr("Put somebody on the care team", "button")
                iconName: "plus"
                enabled: !page.team.busy
                onClicked: page.involve()
            }
            Label {
                visible: page.team.loaded && text.length > 0
                width: parent.width
                text: page.team.mayNotText
            }
            Panel {
                visible: page.team.loaded && page.team.groups.length === 0
                width: parent.width
                EmptyState {
                    width: parent.width
                    text: qsTr("Nobody is named yet.", "the care team is empty")
                }
            }
            Repeater {
                model: RowList {
                    rows: page.team.groups
                }
                Panel {
                    id: group
                    required property var modelData
                    width: column.width
                    title: group.modelData.name
                    count: group.modelData.rows.length
                    Repeater {
                        model: RowList {
                            rows: group.modelData.rows
                        }
                        CareTeamRow {
                            required property var modelData
                            required property int index
                            person: modelData
                            busy: page.team.busy
                            first: index === 0
                            last: index === group.modelData.rows.length - 1
                            onRing: number => page.ring(number)
                            onLeave: page.team.askToTakeOff(modelData.agency, modelData.worker)
                        }
                    }
                }
            }
            Label {
                visible: page.team.loaded && page.team.mayChange && page.team.groups.length > 0
                width: parent.width
                text: qsTr("An agency takes off only whom its own record names. To take off somebody whom another agency names, ring that agency.", "the care team")
                type: Theme.small
                color: Theme.ink2
            }
            Panel {
                visible: page.team.before.length > 0
                width: parent.width
                title: qsTr("Who was involved before", "the care team: past members")
                count: page.team.before.length
                action: page.past ? qsTr("Hide", "button: folds a list") : qsTr("Show", "button: opens a folded list")
                actionSpoken: page.past ? qsTr("Hide who was involved before", "screen reader") : qsTr("Show who was involved before", "screen reader")
                actionIcon: page.past ? "chevron-up" : "chevron-down"
                onActionChosen: page.past = !page.past
                Repeater {
                    model: page.past ? page.team.before : []
                    PanelRow {
                        id: former
                        required property var modelData
                        required property int index
                        first: former.index === 0
                        last: former.index === page.team.before.length - 1
                        spoken: Spoken.join([former.modelData.name, former.modelData.role, former.modelData.badge.shortName].concat(former.modelData.lines))
                        Column {
                            id: says
                            width: parent.width
                            spacing: 2
                            Label {
                                width: parent.width
                                text: former.modelData.name
                                type: Theme.row
                                Accessible.ignored: true
                            }
                            AgencyBadge {
                                width: parent.width
                                initials: former.modelData.badge.initials
                                shortName: former.modelData.badge.shortName
                                hue: former.modelData.badge.hue
                                trailing: former.modelData.role
                                Accessible.ignored: true
                            }
                            Repeater {
                                model: former.modelData.lines
                                Label {
                                    required property string modelData
                                    width: says.width
                                    text: modelData
                                    type: Theme.small
                                    color: Theme.ink2
                                    Accessible.ignored: true
                                }
                            }
                        }
                    }
                }
            }
        }
    }
    InvolveSheet {
        id: putOn
        objectName: "involveSheet"
        team: page.team
        called: page.app.frontSheet.calledName
    }
    LeaveTeamSheet {
        id: leaving
        objectName: "leaveTeamSheet"
        team: page.team
    }
}
