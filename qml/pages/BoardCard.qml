import QtQuick
import QtQuick.Templates as T
import Frontsheet.Theme
import Frontsheet.Controls

// One placement on the board: who, where, since when, their own wish, and what is due. Amber when its review is overdue.
T.AbstractButton {
    id: card

    required property int index
    required property string placementId
    required property string name
    required property string age
    required property string where
    required property string whereIcon
    required property string since
    required property string wish
    required property bool wishMissing
    required property string due
    required property string dueOn
    required property bool overdue
    required property string trial
    required property string slipped
    required property int ready
    required property int readyOf
    required property string readyText
    required property string outcome
    required property string wishMet
    required property string notice
    required property string officer
    required property var steps
    property bool officerShown: false
    signal moveAsked

    readonly property real pad: Theme.tablet ? 16 : 12
    readonly property bool wide: card.width / Theme.textScale >= 560
    readonly property real inner: card.width - 2 * card.pad
    readonly property real half: card.wide ? Math.round((card.inner - Theme.s5) / 2) : card.inner

    implicitHeight: (card.wide ? Math.max(who.height, what.height) : who.height + 4 + what.height) + 2 * card.pad - 4
    focusPolicy: Qt.StrongFocus
    hoverEnabled: true
    Accessible.role: Accessible.Button
    Accessible.name: Spoken.join([card.name, card.age, card.where, card.since, card.wish, card.notice, card.outcome, card.wishMet, card.trial, card.due, card.dueOn, card.slipped, card.readyOf > 0 ? card.readyText : "", card.officerShown ? card.officer : ""])
    Accessible.onPressAction: card.clicked()
    Keys.onReturnPressed: card.clicked()
    Keys.onEnterPressed: card.clicked()
    // M, or the key for menus: what may be done with it.
    Keys.onPressed: event => {
        if (event.key === Qt.Key_M || event.key === Qt.Key_Menu) {
            card.moveAsked();
            event.accepted = true;
        }
    }
    onPressAndHold: card.moveAsked()

    background: Rectangle {
        radius: Theme.radiusControl
        color: card.down ? Theme.tint : card.hovered ? Theme.bg : Theme.surface
        border.width: 1
        border.color: card.overdue ? Theme.attentionMark : Theme.line
        Rectangle {
            visible: card.overdue
            width: 3
            height: parent.height
            radius: 1.5
            color: Theme.attentionMark
        }
        FocusRing {
            shown: card.visualFocus
            inset: -2
        }
    }
    Item {
        anchors.fill: parent

        Column {
            id: who
            x: card.pad
            y: card.pad - 2
            width: card.half
            spacing: 2
            Item {
                width: parent.width
                height: title.height
                Label {
                    id: title
                    width: Math.min(implicitWidth, parent.width - old.width - Theme.s2)
                    text: card.name
                    type: Theme.row
                    Accessible.ignored: true
                }
                Label {
                    id: old
                    x: card.wide ? title.width + Theme.s2 : parent.width - width
                    text: card.age
                    type: Theme.small
                    lineHeight: Theme.row.line
                    color: Theme.ink2
                    wrapMode: Text.NoWrap
                    Accessible.ignored: true
                }
            }
            Item {
                width: parent.width
                height: place.height
                LineIcon {
                    id: placeIcon
                    y: Math.round((Theme.body.line - height) / 2)
                    name: card.whereIcon
                    color: Theme.ink2
                    size: Theme.iconSmall
                }
                Label {
                    id: place
                    x: placeIcon.width + 6
                    width: parent.width - x
                    text: card.where
                    Accessible.ignored: true
                }
            }
            Label {
                width: parent.width
                text: card.since
                type: Theme.small
                color: Theme.ink2
                Accessible.ignored: true
            }
            Label {
                visible: card.officerShown && text.length > 0
                width: parent.width
                text: card.officer
                type: Theme.small
                color: Theme.ink2
                Accessible.ignored: true
            }
        }
        Column {
            id: what
            x: card.wide ? card.pad + card.half + Theme.s5 : card.pad
            y: card.wide ? card.pad - 2 : who.y + who.height + 4
            width: card.half
            spacing: 4
            Label {
                visible: card.outcome.length > 0
                width: parent.width
                text: card.outcome
                strong: true
                Accessible.ignored: true
            }
            Label {
                visible: card.wishMet.length > 0
                width: parent.width
                text: card.wishMet
                strong: true
                Accessible.ignored: true
            }
            Item {
                width: parent.width
                height: own.height
                LineIcon {
                    id: ask
                    visible: card.wishMissing
                    y: Math.round((Theme.body.line - height) / 2)
                    name: "question"
                    color: Theme.attention
                    size: Theme.iconSmall
                }
                Label {
                    id: own
                    x: ask.visible ? ask.width + 6 : 0
                    width: parent.width - x
                    text: card.wish
                    strong: card.wishMissing
                    color: card.wishMissing ? Theme.attention : Theme.ink
                    // A card is for telling people apart; all of it stands on the placement's page.
                    maximumLineCount: 3
                    elide: Text.ElideRight
                    Accessible.ignored: true
                }
            }
            Label {
                visible: card.notice.length > 0
                width: parent.width
                text: card.notice
                strong: true
                color: Theme.attention
                Accessible.ignored: true
            }
            Item {
                visible: card.trial.length > 0
                width: parent.width
                height: trialText.height
                LineIcon {
                    id: trialIcon
                    y: Math.round((Theme.body.line - height) / 2)
                    name: "home"
                    color: Theme.accent
                    size: Theme.iconSmall
                }
                Label {
                    id: trialText
                    x: trialIcon.width + 6
                    width: parent.width - x
                    text: card.trial
                    strong: true
                    color: Theme.accent
                    Accessible.ignored: true
                }
            }
            Rectangle {
                visible: card.due.length > 0
                width: parent.width
                height: dueLines.height + (card.overdue ? 10 : 0)
                radius: Theme.radiusBadge
                color: card.overdue ? Theme.attentionTint : "transparent"
                LineIcon {
                    id: late
                    visible: card.overdue
                    x: 6
                    y: 5 + Math.round((Theme.body.line - height) / 2)
                    name: "warning"
                    color: Theme.attention
                    size: Theme.iconSmall
                }
                Column {
                    id: dueLines
                    x: card.overdue ? late.x + late.width + 6 : 0
                    y: card.overdue ? 5 : 0
                    width: parent.width - x - (card.overdue ? 6 : 0)
                    Label {
                        width: parent.width
                        text: card.due
                        strong: card.overdue
                        color: card.overdue ? Theme.attention : Theme.ink
                        Accessible.ignored: true
                    }
                    Label {
                        visible: text.length > 0
                        width: parent.width
                        text: card.dueOn
                        type: Theme.small
                        color: card.overdue ? Theme.attention : Theme.ink2
                        Accessible.ignored: true
                    }
                }
            }
            Label {
                visible: text.length > 0
                width: parent.width
                text: card.slipped
                type: Theme.small
                color: Theme.ink2
                Accessible.ignored: true
            }
            StepMarks {
                visible: card.readyOf > 0
                width: card.wide ? Math.min(parent.width, Math.round(260 * Theme.textScale)) : parent.width
                done: card.ready
                of: card.readyOf
                text: card.readyText
                Accessible.ignored: true
            }
        }
    }
}
