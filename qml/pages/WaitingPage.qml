pragma ComponentBehavior: Bound
import QtQuick
import Frontsheet.Theme
import Frontsheet.Controls
import Frontsheet.ViewModels

// Behind the sync line: what needs you, what waits to be sent, and how each agency answers.
ScrollPage {
    id: page

    required property AppModel app
    readonly property WaitingModel waiting: page.app.waiting
    reading: !page.waiting.loaded && page.waiting.errorTitle.length === 0
    readonly property bool wide: page.innerWidth / Theme.textScale >= 900
    readonly property real side: page.wide ? Math.round(page.innerWidth * 0.36) : page.innerWidth
    readonly property real main: page.wide ? page.innerWidth - page.side - Theme.gap : page.innerWidth
    signal openPerson(string personId)
    signal ring(string number)
    signal openVersions(string personId, string recordId, string op)

    PageHead {
        id: head
        width: parent.width
        title: qsTr("Saved and sent", "page name: what waits to be sent")
        under: page.waiting.savedText
        aside: [
            SecondaryButton {
                text: qsTr("Try now", "button: ask the servers now")
                iconName: "sync"
                onClicked: page.waiting.tryNow()
            }
        ]
    }
    Column {
        id: left
        y: head.height + Theme.s4
        width: page.main
        spacing: Theme.s5

        VersionsSection {
            width: parent.width
            rows: page.app.versions.waiting
            onOpened: (person, record, op) => page.openVersions(person, record, op)
        }
        Column {
            visible: page.waiting.attention.length > 0
            width: parent.width
            spacing: Theme.s2
            SectionHead {
                width: parent.width
                title: qsTr("Needs you", "refused or conflicting items")
                count: page.waiting.attention.length
            }
            Panel {
                width: parent.width
                Repeater {
                    model: page.waiting.attention
                    AttentionRow {
                        required property var modelData
                        required property int index
                        work: modelData
                        first: index === 0
                        underHeading: false
                        last: index === page.waiting.attention.length - 1
                        onOpenPerson: page.openPerson(modelData.personId)
                        onKeep: page.waiting.keepAtOwnAgency(modelData.op)
                        onSettle: page.waiting.settle(modelData.op)
                        onRing: number => page.ring(number)
                    }
                }
            }
        }
        Column {
            width: parent.width
            spacing: Theme.s2
            SectionHead {
                width: parent.width
                title: qsTr("Waiting to send", "saved items")
                count: page.waiting.items.length > 0 ? page.waiting.items.length : ""
            }
            Panel {
                width: parent.width
                EmptyState {
                    visible: page.waiting.loaded && page.waiting.items.length === 0
                    width: parent.width
                    text: qsTr("Everything you saved has reached its agency.", "nothing waits to be sent")
                }
                Repeater {
                    model: page.waiting.items
                    PanelRow {
                        id: row
                        required property var modelData
                        required property int index
                        first: row.index === 0
                        underHeading: false
                        last: row.index === page.waiting.items.length - 1
                        spoken: Spoken.join([row.modelData.what, row.modelData.personName, row.modelData.title, row.modelData.state])
                        LineIcon {
                            id: tray
                            name: "tray"
                            color: Theme.ink2
                            size: Theme.iconSize
                            y: 2
                        }
                        Column {
                            x: tray.width + Theme.s3
                            width: parent.width - x
                            spacing: 2
                            Label {
                                width: parent.width
                                text: row.modelData.personName.length > 0 ? qsTr("%1 about %2", "%1 kind of item, %2 person").arg(row.modelData.what).arg(row.modelData.personName) : row.modelData.what
                                strong: true
                                Accessible.ignored: true
                            }
                            Label {
                                visible: text.length > 0
                                width: parent.width
                                text: row.modelData.title
                                maximumLineCount: 2
                                elide: Text.ElideRight
                                Accessible.ignored: true
                            }
                            Label {
                                width: parent.width
                                text: qsTr("Saved %1. %2", "%1 date and time, %2 where it goes").arg(row.modelData.when).arg(row.modelData.state)
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
    Column {
        x: page.wide ? page.main + Theme.gap : 0
        y: page.wide ? left.y : left.y + left.height + Theme.s5
        width: page.side
        spacing: Theme.s2
        SectionHead {
            width: parent.width
            title: qsTr("Agencies", "how each server answers")
            count: page.waiting.servers.length > 0 ? page.waiting.servers.length : ""
        }
        Panel {
            width: parent.width
            EmptyState {
                visible: page.waiting.loaded && page.waiting.servers.length === 0
                width: parent.width
                text: qsTr("This device has not met an agency’s server yet.", "no servers")
            }
            Repeater {
                model: page.waiting.servers
                PanelRow {
                    id: server
                    required property var modelData
                    required property int index
                    first: server.index === 0
                    underHeading: false
                    last: server.index === page.waiting.servers.length - 1
                    spoken: Spoken.join([server.modelData.badge.shortName, server.modelData.text, server.modelData.restored])
                    Column {
                        width: parent.width
                        spacing: 2
                        AgencyBadge {
                            initials: server.modelData.badge.initials
                            shortName: server.modelData.badge.shortName
                            hue: server.modelData.badge.hue
                            type: Theme.body
                            nameColor: Theme.ink
                            nameStrong: true
                            Accessible.ignored: true
                        }
                        Row {
                            width: parent.width
                            spacing: Theme.s2
                            LineIcon {
                                name: server.modelData.failing ? "no-signal" : "check"
                                color: server.modelData.failing ? Theme.ink2 : Theme.accent
                                size: Theme.iconSmall
                                y: 2
                            }
                            Label {
                                width: parent.width - Theme.iconSmall - Theme.s2
                                text: server.modelData.text
                                color: Theme.ink2
                                Accessible.ignored: true
                            }
                        }
                        Row {
                            visible: server.modelData.restored.length > 0
                            width: parent.width
                            spacing: Theme.s2
                            LineIcon {
                                name: "info"
                                color: Theme.attention
                                size: Theme.iconSmall
                                y: 2
                            }
                            Label {
                                width: parent.width - Theme.iconSmall - Theme.s2
                                text: server.modelData.restored
                                Accessible.ignored: true
                            }
                        }
                    }
                }
            }
        }
    }
}
