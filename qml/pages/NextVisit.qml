pragma ComponentBehavior: Bound
import QtQuick
import Frontsheet.Theme
import Frontsheet.Controls

// What one is to do next, as large as it matters: when, who, where, what must be known before the door, and the things one does there.
Rectangle {
    id: card

    required property var row // as RoundModel words it
    property bool busy: false
    readonly property real inner: card.width - 2 * Theme.s4
    readonly property int boxes: !card.row ? 0 : card.row.facts.length
    readonly property int abreast: Math.max(1, Math.min(card.boxes, Math.floor(card.inner / (210 * Theme.textScale))))
    readonly property string stage: card.row ? card.row.stage : ""
    signal opened
    signal personOpened
    signal setOut
    signal arrived
    signal finished
    signal writeNote
    signal refer
    signal ring(string number)
    signal secretShown(string recordId)

    implicitHeight: column.height + 2 * Theme.s4
    radius: Theme.radiusPanel
    color: Theme.surface
    border.width: 2
    border.color: Theme.accent
    Accessible.role: Accessible.Grouping
    Accessible.name: card.row ? Spoken.join([card.row.nextText, card.row.time, card.row.name]) : ""

    Column {
        id: column
        x: Theme.s4
        y: Theme.s4
        width: card.inner
        spacing: Theme.s3

        Flow {
            width: parent.width
            spacing: Theme.s3
            Label {
                text: card.row ? card.row.time : ""
                type: Theme.page
                wrapMode: Text.NoWrap
            }
            Label {
                width: Math.min(implicitWidth, card.inner)
                text: card.row ? card.row.name : ""
                type: Theme.page
                Accessible.role: Accessible.Heading
            }
            Label {
                width: Math.min(implicitWidth, card.inner)
                lineHeight: Theme.page.line
                text: card.row ? qsTr("Born %1", "%1 date of birth and age").arg(card.row.born) : ""
                color: Theme.ink2
            }
            StateChip {
                text: card.row ? card.row.nextText : ""
                iconName: card.row ? card.row.stageIcon : ""
                kind: StateChip.Kind.Tint
            }
        }
        Flow {
            width: parent.width
            spacing: Theme.s3
            Label {
                width: Math.min(implicitWidth, card.inner)
                text: card.row ? card.row.address : ""
                strong: true
            }
            Label {
                visible: text.length > 0
                width: Math.min(implicitWidth, card.inner)
                text: card.row ? card.row.why : ""
                color: Theme.ink2
            }
        }
        Rectangle {
            visible: card.boxes > 0
            width: parent.width
            height: grid.height + 2
            radius: Theme.radiusControl
            color: "transparent"
            border.width: 1
            border.color: Theme.line
            Grid {
                id: grid
                x: 1
                y: 1
                width: parent.width - 2
                columns: card.abreast
                Repeater {
                    model: card.row ? card.row.facts : []
                    Item {
                        id: fact
                        required property var modelData
                        required property int index
                        width: Math.floor(grid.width / card.abreast)
                        implicitHeight: factWords.height + 2 * Theme.s3
                        Rectangle {
                            visible: fact.index % card.abreast > 0
                            width: 1
                            height: parent.height
                            color: Theme.line
                        }
                        Rectangle {
                            visible: fact.index >= card.abreast
                            width: parent.width
                            height: 1
                            color: Theme.line
                        }
                        LineIcon {
                            id: factSign
                            x: Theme.s3
                            y: Theme.s3 + 1
                            name: fact.modelData.iconName
                            color: fact.modelData.grave ? Theme.danger : Theme.attention
                            size: Theme.iconSize
                        }
                        Column {
                            id: factWords
                            x: factSign.x + factSign.width + Theme.s3
                            y: Theme.s3
                            width: parent.width - x - Theme.s3
                            spacing: 2
                            Label {
                                width: parent.width
                                text: fact.modelData.title
                                strong: true
                            }
                            Label {
                                visible: text.length > 0
                                width: parent.width
                                text: fact.modelData.detail
                                type: Theme.small
                            }
                            MaskedValue {
                                visible: fact.modelData.secret.length > 0
                                width: parent.width
                                value: fact.modelData.secret
                                means: fact.modelData.title
                                onShown: card.secretShown(fact.modelData.record)
                            }
                        }
                    }
                }
            }
        }
        Label {
            visible: card.row && card.row.moreFacts > 0
            width: parent.width
            type: Theme.small
            color: Theme.ink2
            text: card.row ? qsTr("%n more to know: open the visit.", "alerts that the card has no room for", card.row.moreFacts) : ""
        }
        Repeater {
            model: card.row ? card.row.due : []
            Row {
                id: due
                required property var modelData
                width: column.width
                spacing: Theme.s2
                LineIcon {
                    id: dueSign
                    name: due.modelData.grave ? "warning" : "clock"
                    color: due.modelData.grave ? Theme.danger : Theme.accent
                    size: Theme.iconSize
                }
                Label {
                    width: due.width - dueSign.width - Theme.s2
                    text: due.modelData.text
                    strong: due.modelData.grave
                    color: due.modelData.grave ? Theme.danger : Theme.ink
                }
            }
        }
        Flow {
            width: parent.width
            spacing: Theme.s2
            PrimaryButton {
                text: qsTr("Open visit", "button: what to know at the door, and what one does there")
                onClicked: card.opened()
            }
            SecondaryButton {
                visible: card.stage === "planned"
                enabled: !card.busy
                iconName: "arrow-right"
                text: qsTr("On my way", "button: sets out for the visit")
                onClicked: card.setOut()
            }
            SecondaryButton {
                visible: card.stage === "way"
                enabled: !card.busy
                iconName: "pin"
                text: qsTr("I am there", "button: at the door")
                onClicked: card.arrived()
            }
            SecondaryButton {
                enabled: !card.busy
                iconName: "check"
                text: qsTr("Done", "button: the visit is over")
                onClicked: card.finished()
            }
            SecondaryButton {
                iconName: "pencil"
                text: qsTr("Write note", "button")
                onClicked: card.writeNote()
            }
            SecondaryButton {
                iconName: "referrals"
                text: qsTr("Refer", "button: make a referral")
                onClicked: card.refer()
            }
            SecondaryButton {
                iconName: "person"
                text: qsTr("Front sheet", "button: opens the person's page")
                onClicked: card.personOpened()
            }
            RingButton {
                width: Math.min(implicitWidth, card.inner)
                who: card.row ? card.row.called : ""
                number: card.row ? card.row.phone : ""
                onRing: number => card.ring(number)
            }
        }
    }
}
