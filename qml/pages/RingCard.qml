pragma ComponentBehavior: Bound
import QtQuick
import Frontsheet.Theme
import Frontsheet.Controls

// The one to ring first: who, what they do, the number on the button, who else answers, and why this one.
Rectangle {
    id: card

    required property var answer // RingModel.first
    readonly property bool ready: card.answer.who !== undefined
    signal ringNumber(string number)
    signal refer(string serviceId)
    signal favouriteToggled(string serviceId, string workerId)

    implicitHeight: column.height + 2
    radius: Theme.radiusPanel
    color: Theme.surface
    border.width: 2
    border.color: Theme.accent

    Column {
        id: column
        width: parent.width
        y: 1

        Column {
            x: Theme.s5
            width: parent.width - 2 * x
            topPadding: Theme.s4
            bottomPadding: Theme.s4
            spacing: Theme.s2

            Item {
                width: parent.width
                height: Math.max(lead.height, chip.height)
                Label {
                    id: lead
                    anchors.verticalCenter: parent.verticalCenter
                    text: qsTr("Ring first", "who to ring: the best answer")
                    color: Theme.ink2
                }
                StateChip {
                    id: chip
                    visible: text.length > 0
                    anchors.right: parent.right
                    text: card.ready ? card.answer.openLine : ""
                    iconName: "clock"
                    kind: card.ready && card.answer.open ? StateChip.Kind.Tint : StateChip.Kind.Outline
                }
            }
            Column {
                width: parent.width
                spacing: 2
                Label {
                    width: parent.width
                    text: card.ready ? card.answer.who : ""
                    type: Theme.page
                    Accessible.role: Accessible.Heading
                }
                Flow {
                    width: parent.width
                    spacing: Theme.s2
                    Label {
                        visible: card.ready && card.answer.service !== card.answer.who
                        text: card.ready ? card.answer.service : ""
                        type: Theme.row
                        weight: 400
                        width: Math.min(Math.ceil(implicitWidth), column.width - 40)
                    }
                    AgencyBadge {
                        initials: card.ready ? card.answer.badge.initials : ""
                        shortName: card.ready ? card.answer.badge.shortName : ""
                        hue: card.ready ? card.answer.badge.hue : 0
                        type: Theme.row
                        nameColor: Theme.ink
                    }
                }
            }
            Label {
                objectName: "awayLine"
                visible: text.length > 0
                width: parent.width
                text: card.ready ? card.answer.away : ""
                color: Theme.attention
            }
            Label {
                visible: text.length > 0
                width: parent.width
                text: card.ready ? [card.answer.role, card.answer.detail, card.answer.within].filter(part => part !== undefined && part.length > 0).map(part => part.endsWith(".") ? part : part + ".").join(" ") : ""
            }
            Label {
                objectName: "expectLine"
                visible: card.ready && card.answer.expect.length > 0
                width: parent.width
                text: card.ready ? qsTr("What to expect: %1", "who to ring, %1 in the service’s words").arg(card.answer.expect) : ""
            }
            Flow {
                id: calls
                width: parent.width
                spacing: Theme.s2
                readonly property bool sideBySide: refer.implicitWidth + call.implicitWidth + Theme.s2 <= width
                RingButton {
                    id: call
                    width: calls.sideBySide ? calls.width - refer.width - Theme.s2 : calls.width
                    least: Theme.tablet ? 56 : Theme.mainCall
                    main: true
                    who: card.ready ? card.answer.whoShort : ""
                    number: card.ready ? card.answer.number : ""
                    onRing: number => card.ringNumber(number)
                }
                SecondaryButton {
                    id: refer
                    visible: card.ready && card.answer.serviceId.length > 0
                    width: calls.sideBySide ? Math.max(implicitWidth, 180) : calls.width
                    least: Theme.tablet ? 56 : Theme.mainCall
                    text: qsTr("Refer", "button: make a referral to this service")
                    iconName: "referrals"
                    onClicked: card.refer(card.answer.serviceId)
                }
            }
            LinkButton {
                objectName: "keepAtHand"
                leftPadding: 0
                iconName: "star"
                text: card.ready && card.answer.favourite ? qsTr("Kept at hand. Take it off", "button: a favourite is none any more") : qsTr("Keep at hand", "button: a favourite")
                onClicked: card.favouriteToggled(card.answer.serviceId, card.answer.workerId)
            }
        }
        Rectangle {
            visible: others.count > 0
            x: 2
            width: parent.width - 4
            height: 1
            color: Theme.line
        }
        Grid {
            id: grid
            x: 2
            width: parent.width - 4
            columns: others.count === 0 ? 1 : width / Theme.textScale > 560 ? others.count : 1
            Repeater {
                id: others
                model: card.ready ? card.answer.others : []
                Item {
                    id: other
                    required property var modelData
                    required property int index
                    width: grid.width / grid.columns
                    height: words.height + 20
                    Rectangle {
                        visible: other.index > 0
                        width: grid.columns > 1 ? 1 : parent.width
                        height: grid.columns > 1 ? parent.height : 1
                        color: Theme.line
                    }
                    Column {
                        id: words
                        x: Theme.s5
                        y: 12
                        width: parent.width - x - Theme.s2
                        Label {
                            width: parent.width
                            text: other.modelData.when
                            type: Theme.small
                            color: Theme.ink2
                        }
                        Label {
                            width: parent.width
                            text: other.modelData.name
                            strong: true
                        }
                        LinkButton {
                            leftPadding: 0
                            iconName: "phone"
                            text: other.modelData.number
                            spoken: qsTr("Ring %1, %2", "screen reader, %1 name, %2 number").arg(other.modelData.name).arg(other.modelData.number)
                            onClicked: card.ringNumber(other.modelData.number)
                        }
                    }
                }
            }
        }
        RowFill {
            visible: card.ready && card.answer.why.length > 0
            x: 2
            width: parent.width - 4
            height: why.height + 20 - 1
            color: Theme.tint
            roundBottom: Theme.radiusPanel - 2
            Flow {
                id: why
                x: Theme.s5 - 2
                y: 10
                width: parent.width - 2 * x
                spacing: Theme.s5
                Label {
                    text: qsTr("Why", "who to ring: the reasons")
                    strong: true
                }
                Repeater {
                    model: card.ready ? card.answer.why : []
                    Row {
                        id: reason
                        required property string modelData
                        spacing: Theme.s2
                        LineIcon {
                            name: "check"
                            color: Theme.accent
                            size: Theme.iconSmall
                            anchors.verticalCenter: parent.verticalCenter
                        }
                        Label {
                            text: reason.modelData
                        }
                    }
                }
            }
        }
    }
}
