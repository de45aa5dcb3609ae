pragma ComponentBehavior: Bound
import QtQuick
import Frontsheet.Theme
import Frontsheet.Controls
import Frontsheet.ViewModels

// One person, several records: which stand together and who says so, another to put beside them, and taking one apart again. No banner:
// several people are on this page.
ScrollPage {
    id: page

    required property AppModel app
    required property string backTo
    readonly property SamePersonModel model: page.app.samePerson
    reading: !page.model.loaded && page.model.errorTitle.length === 0
    readonly property real column: Math.min(page.innerWidth, Math.round(860 * Math.min(Theme.textScale, 1.6)))
    readonly property var pair: page.model.pair
    readonly property var parting: page.model.parting
    signal back

    about: page.model.personId

    onPartingChanged: {
        if (page.parting.title !== undefined)
            apart.open();
    }

    Connections {
        target: page.model
        function onDone() {
            page.flick.contentY = 0;
        }
    }

    Column {
        width: page.column
        spacing: Theme.s4

        BackLink {
            text: page.backTo
            onClicked: page.back()
        }
        PageHead {
            width: parent.width
            whole: page.model.name.length > 0
            title: qsTr("Records of %1", "page name, %1 name").arg(page.model.name)
            under: qsTr("Records that are said to be of one person stand on one front sheet. Nothing is merged, and each can be taken apart again.", "records of one person")
        }
        Notice {
            visible: page.model.errorTitle.length > 0
            width: parent.width
            kind: Notice.Kind.Danger
            arrives: true
            title: page.model.errorTitle
            text: page.model.errorText
        }
        Panel {
            visible: page.model.loaded
            width: parent.width
            title: qsTr("On this front sheet", "records of one person")
            count: page.model.joined.length
            Repeater {
                model: RowList {
                    rows: page.model.joined
                }
                PanelRow {
                    id: record
                    required property var modelData
                    required property int index
                    first: record.index === 0
                    last: record.index === page.model.joined.length - 1
                    spoken: [Spoken.join([record.modelData.name, record.modelData.born, record.modelData.badge.shortName])].concat(record.modelData.said).join(". ")
                    Column {
                        id: says
                        width: parent.width
                        spacing: 2
                        Label {
                            width: parent.width
                            text: record.modelData.name
                            type: Theme.row
                            Accessible.ignored: true
                        }
                        AgencyBadge {
                            width: parent.width
                            initials: record.modelData.badge.initials
                            shortName: record.modelData.badge.shortName
                            hue: record.modelData.badge.hue
                            trailing: record.modelData.born
                            Accessible.ignored: true
                        }
                        Repeater {
                            model: record.modelData.said
                            Label {
                                required property string modelData
                                width: says.width
                                text: modelData
                                type: Theme.small
                                color: Theme.ink2
                                Accessible.ignored: true
                            }
                        }
                        LinkButton {
                            visible: record.modelData.mayPart
                            x: -Theme.s1
                            inRow: true
                            text: qsTr("Not the same person", "button: takes a record apart")
                            spoken: qsTr("Not the same person: %1, %2", "screen reader, %1 name, %2 agency").arg(record.modelData.name).arg(record.modelData.badge.shortName)
                            enabled: !page.model.busy
                            onClicked: page.model.askToPart(record.modelData.id)
                        }
                    }
                }
            }
        }
        Column {
            visible: page.model.loaded
            width: parent.width
            spacing: Theme.s3
            SectionHead {
                width: parent.width
                title: qsTr("Another record of the same person?", "records of one person: search")
            }
            Field {
                id: search
                objectName: "samePersonSearch"
                width: parent.width
                label: qsTr("Find the other record", "records of one person")
                help: qsTr("Name, NHS number or postcode.", "records of one person")
                text: page.model.typed
                onEdited: text => page.model.typed = text
            }
            Panel {
                visible: page.model.found.length > 0 && page.pair.name === undefined
                width: parent.width
                Repeater {
                    model: page.model.found
                    PanelRow {
                        id: other
                        required property var modelData
                        required property int index
                        first: other.index === 0
                        underHeading: false
                        last: other.index === page.model.found.length - 1
                        leads: true
                        spoken: Spoken.join([other.modelData.name, other.modelData.detail].concat(other.modelData.agencies.map(a => a.shortName)))
                        onClicked: page.model.choose(other.modelData.personId)
                        Column {
                            width: parent.width
                            spacing: 2
                            Label {
                                width: parent.width
                                text: other.modelData.name
                                type: Theme.row
                                Accessible.ignored: true
                            }
                            Label {
                                width: parent.width
                                text: other.modelData.detail
                                Accessible.ignored: true
                            }
                            Flow {
                                width: parent.width
                                spacing: Theme.s3
                                Repeater {
                                    model: other.modelData.agencies
                                    AgencyBadge {
                                        required property var modelData
                                        initials: modelData.initials
                                        shortName: modelData.shortName
                                        hue: modelData.hue
                                        Accessible.ignored: true
                                    }
                                }
                            }
                        }
                    }
                }
            }
            Panel {
                visible: page.model.searched && page.model.found.length === 0
                width: parent.width
                EmptyState {
                    width: parent.width
                    text: qsTr("Nobody else on this device is found by that.", "records of one person")
                    action: qsTr("Search for something else", "button")
                    onActionChosen: {
                        page.model.typed = "";
                        search.forceActiveFocus();
                    }
                }
            }
            PairPanel {
                visible: page.pair.name !== undefined
                width: parent.width
                pair: page.pair.name !== undefined ? page.pair : page.nobody
                mayJoin: !page.model.busy
                refusalTitle: page.model.refusalTitle
                refusalText: page.model.refusalText
                onDecided: same => same ? page.model.join() : page.model.unchoose()
            }
        }
    }
    readonly property var nobody: ({
            name: "",
            left: {
                initials: "",
                shortName: "",
                hue: 0
            },
            right: {
                initials: "",
                shortName: "",
                hue: 0
            },
            rows: [],
            oneSided: false,
            compared: []
        })
    Sheet {
        id: apart
        objectName: "partSheet"
        heading: page.parting.title ?? ""

        Label {
            width: parent.width
            text: page.parting.text ?? ""
        }
        Column {
            visible: (page.parting.notes ?? []).length > 0
            width: parent.width
            spacing: Theme.s1
            Label {
                width: parent.width
                text: qsTr("Your agency wrote this while they stood together. Look whether each is about the right person:", "taking two records apart")
                strong: true
            }
            Repeater {
                model: page.parting.notes ?? []
                Label {
                    required property string modelData
                    width: parent.width
                    text: modelData
                    type: Theme.small
                    color: Theme.ink2
                }
            }
        }
        Flow {
            width: parent.width
            spacing: Theme.s2
            PrimaryButton {
                text: qsTr("Take them apart", "button")
                focus: true
                onClicked: {
                    page.model.part();
                    apart.close();
                }
            }
            SecondaryButton {
                text: qsTr("Leave them together", "button: cancel")
                onClicked: apart.close()
            }
        }
    }
}
