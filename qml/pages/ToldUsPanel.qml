pragma ComponentBehavior: Bound
import QtQuick
import Frontsheet.Theme
import Frontsheet.Controls

// What another agency asked of this one; a worker says what was done about it, and the other agency reads that.
Panel {
    id: panel

    required property var told
    property bool busy: false
    signal acknowledged(string words)

    edgeColor: panel.told.toAcknowledge ? Theme.attentionMark : Theme.line
    Accessible.name: panel.told.title

    PanelRow {
        first: true
        last: true
        underHeading: false
        padY: Theme.s4
        spoken: Spoken.join([panel.told.badge.shortName, panel.told.title, panel.told.text])
        Column {
            width: parent.width
            spacing: Theme.s2
            AgencyBadge {
                width: parent.width
                initials: panel.told.badge.initials
                shortName: panel.told.badge.shortName
                hue: panel.told.badge.hue
                trailing: panel.told.objection ? qsTr("asks us to stop", "notice from another agency") : qsTr("tells us of a permission", "notice from another agency")
                nameColor: Theme.ink
                Accessible.ignored: true
            }
            Label {
                width: parent.width
                text: panel.told.title
                type: Theme.section
                Accessible.ignored: true
            }
            Label {
                width: parent.width
                text: panel.told.text
                color: Theme.ink2
                Accessible.ignored: true
            }
            Field {
                id: words
                visible: panel.told.toAcknowledge
                width: parent.width
                label: qsTr("What was done about it", "acknowledging a notice")
                help: qsTr("%1 will read this.", "acknowledging a notice, %1 agency").arg(panel.told.badge.shortName)
                input.maximumLength: 120
            }
            PrimaryButton {
                visible: panel.told.toAcknowledge
                text: qsTr("Say that it is done", "button: acknowledge a notice")
                spoken: qsTr("Say to %1 that it is done", "screen reader, %1 agency").arg(panel.told.badge.shortName)
                iconName: "check"
                enabled: !panel.busy
                onClicked: panel.acknowledged(words.text)
            }
        }
    }
}
