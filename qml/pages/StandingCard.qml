import QtQuick
import Frontsheet.Theme
import Frontsheet.Controls

// Where a referral stands: chip, who has it, and the clock beside it.
Rectangle {
    id: card

    required property var standing // TrackModel.page
    readonly property bool clocked: card.standing.clock.words.length > 0
    readonly property bool folded: card.width / Theme.textScale < 560

    implicitHeight: (card.folded && card.clocked ? words.height + Theme.s4 + dial.height : Math.max(words.height, card.clocked ? dial.height : 0)) + 32
    radius: Theme.radiusPanel
    color: Theme.surface
    border.width: 1
    border.color: card.standing.emphasis ? Theme.accent : Theme.edge

    Column {
        id: words
        x: 20
        y: 16
        width: card.clocked && !card.folded ? card.width * 0.5 - 30 : card.width - 40
        spacing: Theme.s1
        StateChip {
            text: card.standing.chip.text
            iconName: card.standing.chip.iconName
            kind: card.standing.emphasis ? StateChip.Kind.Solid : card.standing.chip.kind
        }
        Label {
            width: parent.width
            text: card.standing.headline
            type: Theme.section
            font.pixelSize: Theme.section.size + 2
            lineHeight: Theme.section.line + 2
        }
        Label {
            visible: text.length > 0
            width: parent.width
            text: card.standing.under
            color: Theme.ink2
        }
        Label {
            visible: text.length > 0
            width: parent.width
            topPadding: Theme.s1
            text: card.standing.waits
        }
    }
    Rectangle {
        visible: card.clocked && !card.folded
        x: card.width * 0.5
        y: 24
        width: 1
        height: card.height - 48
        color: Theme.line
    }
    ClockDial {
        id: dial
        visible: card.clocked
        x: card.folded ? 20 : card.width * 0.5 + 20
        y: card.folded ? words.y + words.height + Theme.s4 : (card.height - height) / 2
        width: card.folded ? card.width - 40 : card.width * 0.5 - 40
        used: card.standing.clock.used
        words: card.standing.clock.words
        what: card.standing.clock.what
        until: card.standing.clock.until
        late: card.standing.clock.late
    }
}
