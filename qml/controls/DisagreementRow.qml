pragma ComponentBehavior: Bound
import QtQuick
import Frontsheet.Theme

// Two or more agencies hold different values: each with agency and date, in equal weight. One may tell, not overwrite: who says which
// is right stands with it. Each version: value, initials, shortName, hue, date, right ({text, waiting}), mine (the worker says so).
Panel {
    id: panel

    required property string subject
    required property var versions
    property var aside: []
    property var before: []
    property bool maySay: false
    property bool showsBefore: false
    signal saidRight(int index)
    signal tookBack(int index)

    onSubjectChanged: panel.showsBefore = false // the row may go to another person
    iconName: "not-equal"
    title: qsTr("%1: %n version(s)", "%1 is what the agencies disagree on, such as Address", panel.versions.length).arg(panel.subject)

    Repeater {
        // By number: a version keeps its row, and the focus on its button, while what is said of it changes.
        model: panel.versions.length

        PanelRow {
            id: version
            required property int index
            readonly property var held: panel.versions[version.index] ?? panel.versions[0]
            readonly property var sayings: version.held.right ?? []
            readonly property bool mine: (version.held.mine ?? "").length > 0
            first: version.index === 0
            last: version.index === panel.versions.length - 1 && foot.count === 0
            spoken: [qsTr("%1, says %2, %3", "Screen reader: %1 value, %2 agency, %3 date").arg(version.held.value).arg(version.held.shortName).arg(version.held.date)].concat(version.sayings.map(r => r.text)).join(". ")

            Column {
                id: says
                width: parent.width
                spacing: 2
                Label {
                    width: parent.width
                    text: version.held.value
                    type: Theme.row
                    font.pixelSize: Theme.body.size
                    lineHeight: Theme.body.line
                    Accessible.ignored: true
                }
                AgencyBadge {
                    width: parent.width
                    initials: version.held.initials
                    shortName: version.held.shortName
                    hue: version.held.hue
                    trailing: version.held.date
                    Accessible.ignored: true
                }
                Repeater {
                    model: version.sayings.length
                    Item {
                        id: statement
                        required property int index
                        readonly property var said: version.sayings[statement.index] ?? version.sayings[0]
                        width: says.width
                        height: words.height + Theme.s1
                        LineIcon {
                            id: tick
                            name: "check"
                            color: Theme.accent
                            size: Theme.iconSmall
                            y: Theme.s1 + Math.round((Theme.small.line - height) / 2)
                        }
                        Label {
                            id: words
                            x: tick.width + Theme.s2
                            y: Theme.s1
                            width: says.width - x
                            text: statement.said.waiting ? qsTr("%1. Not sent yet.", "%1: somebody said that a version is right").arg(statement.said.text) : statement.said.text
                            type: Theme.small
                            Accessible.ignored: true
                        }
                    }
                }
                LinkButton {
                    visible: panel.maySay
                    x: -Theme.s1
                    inRow: true
                    text: version.mine ? qsTr("Take back", "button: no longer say that this version is right") : qsTr("This is right", "button: of two agencies' versions")
                    spoken: version.mine ? qsTr("Take back that %1 is right: %2", "screen reader: %1 what agencies disagree on, %2 value").arg(panel.subject).arg(version.held.value) : qsTr("This is right. %1: %2", "screen reader: %1 what agencies disagree on, %2 value").arg(panel.subject).arg(version.held.value)
                    onClicked: version.mine ? panel.tookBack(version.index) : panel.saidRight(version.index)
                }
            }
        }
    }
    PanelRow {
        id: foot
        readonly property int count: panel.aside.length + panel.before.length
        visible: foot.count > 0
        height: visible ? implicitHeight : 0
        last: true
        spoken: panel.aside.join(". ")
        Column {
            width: parent.width
            spacing: Theme.s1
            Repeater {
                model: panel.aside
                Label {
                    required property string modelData
                    width: parent.width
                    text: modelData
                    type: Theme.small
                    color: Theme.ink2
                    Accessible.ignored: true
                }
            }
            LinkButton {
                visible: panel.before.length > 0
                x: -Theme.s1
                inRow: true
                text: panel.showsBefore ? qsTr("Hide what was said before", "disagreement: button") : qsTr("What was said before (%n)", "disagreement: button", panel.before.length)
                spoken: qsTr("%1: %2", "screen reader: %1 what agencies disagree on, %2 what the button does").arg(panel.subject).arg(text)
                iconAfter: panel.showsBefore ? "chevron-up" : "chevron-down"
                onClicked: panel.showsBefore = !panel.showsBefore
            }
            Repeater {
                model: panel.showsBefore ? panel.before : []
                Label {
                    required property string modelData
                    width: parent.width
                    text: modelData
                    type: Theme.small
                    color: Theme.ink2
                    Accessible.role: Accessible.StaticText
                    Accessible.name: text
                }
            }
        }
    }
}
