import QtQuick
import Frontsheet.Theme

// A state as icon and word. Outline: under way. Tint: accepted or open. Amber: it waits for you, or nobody answered.
Rectangle {
    id: chip

    enum Kind {
        Outline,
        Tint,
        Amber,
        Solid
    }

    required property string text
    property string iconName: ""
    property int kind: StateChip.Kind.Outline
    readonly property color inkColor: chip.kind === StateChip.Kind.Tint ? Theme.accent : chip.kind === StateChip.Kind.Amber ? Theme.attention : chip.kind === StateChip.Kind.Solid ? Theme.accentInk : Theme.ink

    implicitWidth: content.implicitWidth + 18
    implicitHeight: Math.max(Math.round(26 * Theme.textScale), content.implicitHeight + 4)
    radius: Math.min(height / 2, 13 * Theme.textScale)
    color: chip.kind === StateChip.Kind.Tint ? Theme.tint : chip.kind === StateChip.Kind.Amber ? Theme.attentionTint : chip.kind === StateChip.Kind.Solid ? Theme.accent : Theme.surface
    border.width: chip.kind === StateChip.Kind.Solid ? 0 : 1
    border.color: chip.kind === StateChip.Kind.Tint ? Theme.accent : chip.kind === StateChip.Kind.Amber ? Theme.attentionMark : Theme.edge
    Accessible.role: Accessible.StaticText
    Accessible.name: chip.text

    Row {
        id: content
        anchors.centerIn: parent
        spacing: 5

        LineIcon {
            visible: chip.iconName.length > 0
            name: chip.iconName
            color: chip.inkColor
            size: Math.round(16 * Math.min(Theme.textScale, 1.5))
            anchors.verticalCenter: parent.verticalCenter
        }
        Label {
            text: chip.text
            type: Theme.small
            strong: true
            color: chip.inkColor
            wrapMode: Text.NoWrap
            Accessible.ignored: true
        }
    }
}
