pragma ComponentBehavior: Bound
import QtQuick
import Frontsheet.Theme
import Frontsheet.Controls
import Frontsheet.ViewModels

// What one person said about sharing, for reading together with them: large, in whole sentences, one thing after the other.
ScrollPage {
    id: page

    required property AppModel app
    readonly property PermissionsModel model: page.app.permissions
    reading: !page.model.loaded && page.model.errorTitle.length === 0
    readonly property LocationModel location: page.app.location
    readonly property string called: page.app.frontSheet.calledName
    // Lines of prose stop where the eye gets lost.
    readonly property real column: Math.min(page.innerWidth, Math.round(760 * Math.min(Theme.textScale, 1.6)))
    signal back

    about: page.model.personId

    function say(objection: bool) {
        sheet.ask(objection, "");
    }
    function closeSheet() {
        sheet.close();
        hiding.close();
    }
    function hide() {
        hiding.ask("");
    }

    Column {
        width: page.column
        spacing: Theme.s5

        BackLink {
            text: qsTr("Front sheet", "back link")
            onClicked: page.back()
        }
        PageHead {
            width: parent.width
            whole: page.called.length > 0
            title: qsTr("What %1 wants to be shared", "page name: permissions, %1 name as people say it").arg(page.called)
            under: qsTr("Read this together. %1 may say yes or no at any time, and take it back at any time.", "permissions, %1 name").arg(page.called)
        }
        Notice {
            visible: page.model.errorTitle.length > 0
            width: parent.width
            kind: Notice.Kind.Danger
            arrives: true
            title: page.model.errorTitle
            text: page.model.errorText
        }
        Notice {
            visible: page.location.errorTitle.length > 0
            width: parent.width
            kind: Notice.Kind.Danger
            arrives: true
            title: page.location.errorTitle
            text: page.location.errorText
        }
        Flow {
            width: parent.width
            spacing: Theme.s3
            PrimaryButton {
                text: qsTr("Record a no", "button: the person does not want something shared")
                iconName: "stop"
                enabled: !page.model.busy
                onClicked: page.say(true)
            }
            SecondaryButton {
                text: qsTr("Record a yes", "button: the person agrees to something being shared")
                iconName: "check"
                enabled: !page.model.busy
                onClicked: page.say(false)
            }
            SecondaryButton {
                visible: page.location.loaded && !page.location.hidden
                text: qsTr("Keep where %1 lives hidden", "button: somebody may be looking for the person, %1 name").arg(page.called)
                iconName: "lock"
                enabled: !page.location.busy
                onClicked: hiding.ask("")
            }
        }
        Repeater {
            model: page.location.standing
            HiddenPanel {
                required property var modelData
                width: page.column
                called: page.called
                hidden: modelData
                location: page.location
                onMoved: hiding.ask(modelData.id)
                onKnowersChosen: knowers.ask(modelData.id)
            }
        }
        Column {
            width: parent.width
            spacing: Theme.s3
            visible: page.model.toldUs.length > 0
            SectionHead {
                width: parent.width
                title: qsTr("Other agencies told us", "permissions")
            }
            Repeater {
                model: page.model.toldUs
                ToldUsPanel {
                    required property var modelData
                    width: page.column
                    told: modelData
                    busy: page.model.busy
                    onAcknowledged: words => page.model.acknowledge(modelData.id, words)
                }
            }
        }
        Column {
            width: parent.width
            spacing: Theme.s3
            SectionHead {
                width: parent.width
                title: qsTr("What %1 has said", "permissions, %1 name").arg(page.called)
            }
            Panel {
                visible: page.model.loaded && page.model.said.length === 0
                width: parent.width
                EmptyState {
                    width: parent.width
                    text: qsTr("Nothing is written down yet. What is shared follows the agreement between the agencies.", "permissions")
                }
            }
            Repeater {
                model: page.model.said
                StatementPanel {
                    required property var modelData
                    width: page.column
                    said: modelData
                    busy: page.model.busy
                    onWithdrawn: page.model.withdraw(modelData.id)
                    onCorrected: sheet.ask(modelData.objection, modelData.id)
                }
            }
        }
        RemovedPanel {
            visible: page.model.said.length > 0
            width: parent.width
            model: page.app.disclosure
            personId: page.model.personId
        }
        Panel {
            visible: page.model.mayRead.length > 0
            width: parent.width
            title: qsTr("Who may see what", "permissions")
            Repeater {
                model: page.model.mayRead
                PanelRow {
                    id: reader
                    required property var modelData
                    required property int index
                    first: reader.index === 0
                    last: reader.index === page.model.mayRead.length - 1
                    spoken: Spoken.join([reader.modelData.badge.shortName, reader.modelData.text].concat(reader.modelData.objections))
                    Column {
                        width: parent.width
                        spacing: Theme.s1
                        AgencyBadge {
                            width: parent.width
                            initials: reader.modelData.badge.initials
                            shortName: reader.modelData.badge.shortName
                            hue: reader.modelData.badge.hue
                            nameColor: Theme.ink
                            Accessible.ignored: true
                        }
                        Label {
                            width: parent.width
                            text: reader.modelData.text
                            type: Theme.row
                            weight: 400
                            Accessible.ignored: true
                        }
                        Repeater {
                            model: reader.modelData.objections
                            Row {
                                id: objection
                                required property string modelData
                                spacing: Theme.s2
                                LineIcon {
                                    id: stop
                                    name: "stop"
                                    color: Theme.attention
                                    size: Theme.iconSize
                                    y: 2
                                }
                                Label {
                                    width: page.column - 2 * Theme.rowPad - stop.width - Theme.s2
                                    text: objection.modelData
                                    type: Theme.row
                                    Accessible.ignored: true
                                }
                            }
                        }
                    }
                }
            }
        }
        Panel {
            visible: page.model.kept.length > 0
            width: parent.width
            title: qsTr("What stays where it is", "permissions: what a receiver lawfully keeps")
            Repeater {
                model: page.model.kept
                PanelRow {
                    id: kept
                    required property var modelData
                    required property int index
                    first: kept.index === 0
                    last: kept.index === page.model.kept.length - 1
                    spoken: Spoken.join([kept.modelData.badge.shortName, kept.modelData.text])
                    Column {
                        width: parent.width
                        spacing: Theme.s1
                        AgencyBadge {
                            width: parent.width
                            initials: kept.modelData.badge.initials
                            shortName: kept.modelData.badge.shortName
                            hue: kept.modelData.badge.hue
                            nameColor: Theme.ink
                            Accessible.ignored: true
                        }
                        Label {
                            width: parent.width
                            text: kept.modelData.text
                            type: Theme.row
                            weight: 400
                            Accessible.ignored: true
                        }
                    }
                }
            }
        }
        Label {
            width: parent.width
            color: Theme.ink2
            text: qsTr("A no reaches every agency that it names, and each must say that it is done. If somebody may be in danger, a worker can still tell the council's safeguarding team, and somebody else checks afterwards that it was right.", "permissions: read to the person")
        }
    }
    PermissionSheet {
        id: sheet
        model: page.model
        called: page.called
    }
    HideSheet {
        id: hiding
        model: page.model
        location: page.location
        called: page.called
    }
    KnowersSheet {
        id: knowers
        location: page.location
    }
}
