pragma ComponentBehavior: Bound
import QtQuick
import Frontsheet.Theme
import Frontsheet.Controls
import Frontsheet.ViewModels

// Opening somebody's records in an emergency: who is before you, who may know them, and why. Made for one hand and a bad
// minute: nothing that is typed goes away, and each fault is said under its field.
Item {
    id: page

    required property AppModel app
    readonly property EmergencyModel model: page.app.emergency
    readonly property bool wide: (page.width - 2 * page.margin) / Theme.textScale >= 860
    readonly property real margin: Theme.tablet ? (Theme.roomy(page.width + Theme.rail) ? 20 : 24) : 16
    readonly property bool opened: page.model.openedTitle.length > 0
    signal back
    signal openPerson(string personId)

    // The keyboard goes past the title to what is typed first, so a screen reader hears from around that where it is.
    Accessible.role: Accessible.Grouping
    Accessible.name: head.title

    function start() {
        born.forceActiveFocus();
    }

    ScrollPage {
        id: scroll
        about: page.model.openedTitle
        anchors.top: parent.top
        anchors.bottom: foot.top
        width: parent.width
        margin: page.margin
        readonly property real side: page.wide ? Math.round(Math.min(440, innerWidth * 0.4)) : innerWidth
        readonly property real main: page.wide ? innerWidth - side - Theme.s6 : innerWidth

        Column {
            id: top
            width: scroll.innerWidth
            spacing: Theme.s3

            BackLink {
                text: qsTr("People", "back link")
                onClicked: page.back()
            }
            PageHead {
                id: head
                width: parent.width
                title: qsTr("Open in an emergency", "page name")
                under: qsTr("When somebody needs help now and nobody involved can be reached. One person, a few hours, read only. Your reason is kept, the people involved are told, and it is reviewed.", "emergency access")
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
                id: done
                visible: page.opened
                width: parent.width
                title: page.model.openedTitle
                text: page.model.openedText
            }
        }
        Column {
            id: left
            y: top.height + Theme.s4
            width: scroll.main
            spacing: Theme.s4
            enabled: !page.opened
            visible: !page.opened

            Column {
                width: parent.width
                spacing: Theme.s2
                SectionHead {
                    width: parent.width
                    title: qsTr("Who is before you", "emergency access")
                }
                Field {
                    id: born
                    width: parent.width
                    label: qsTr("Date of birth", "emergency access")
                    help: page.model.bornRead.length > 0 ? page.model.bornRead : qsTr("Day first, like 11/02/1939", "emergency access")
                    text: page.model.born
                    fault: page.model.bornFault
                    onEdited: text => page.model.born = text
                }
                Field {
                    width: parent.width
                    label: qsTr("Surname", "emergency access")
                    text: page.model.familyName
                    fault: page.model.personFault
                    onEdited: text => page.model.familyName = text
                }
                Field {
                    width: parent.width
                    label: qsTr("Forename", "emergency access")
                    text: page.model.givenName
                    onEdited: text => page.model.givenName = text
                }
                Field {
                    width: parent.width
                    label: qsTr("Or the NHS number", "emergency access")
                    text: page.model.nhsNumber
                    fault: page.model.numberFault
                    onEdited: text => page.model.nhsNumber = text
                }
            }
            Column {
                width: parent.width
                spacing: Theme.s1
                Label {
                    width: parent.width
                    text: qsTr("What has happened", "emergency access: the reason")
                    Accessible.ignored: true
                    weight: 500
                }
                WritingArea {
                    id: reason
                    width: parent.width
                    minimumLines: 3
                    spoken: qsTr("What has happened", "emergency access: the reason")
                    hint: qsTr("In a sentence. Whoever reviews it reads this", "emergency access: the reason")
                    text: page.model.reason
                    onEdited: page.model.reason = reason.text
                }
                Label {
                    visible: text.length > 0
                    width: parent.width
                    text: page.model.reasonFault
                    color: Theme.danger
                }
            }
            Column {
                width: parent.width
                spacing: Theme.s1
                Label {
                    width: parent.width
                    text: qsTr("For how long", "emergency access")
                    weight: 500
                    Accessible.ignored: true // said by what follows
                }
                SegmentedChoice {
                    width: parent.width
                    label: qsTr("For how long", "emergency access")
                    options: page.model.durations
                    current: page.model.duration
                    onChosen: index => page.model.duration = index
                }
            }
        }
        Column {
            x: page.wide ? scroll.main + Theme.s6 : 0
            y: page.wide ? left.y : left.y + left.height + Theme.s5
            width: scroll.side
            spacing: Theme.s2
            visible: !page.opened

            SectionHead {
                width: parent.width
                title: qsTr("Who may know them", "emergency access: which agency to ask")
            }
            Panel {
                width: parent.width
                Repeater {
                    model: page.model.agencies
                    PickRow {
                        required property var modelData
                        required property int index
                        title: modelData.title
                        detail: ""
                        initials: modelData.badge.initials
                        shortName: modelData.detail
                        hue: modelData.badge.hue
                        chosen: index === page.model.agency
                        first: index === 0
                        underHeading: false
                        last: index === page.model.agencies.length - 1
                        onClicked: page.model.agency = index
                    }
                }
            }
        }
    }
    Rectangle {
        id: foot
        width: parent.width
        height: Math.max(actions.height, promise.height) + 20 + (stacked ? promise.height + Theme.s2 : 0)
        readonly property bool stacked: page.width / Theme.textScale < 720
        anchors.bottom: parent.bottom
        color: Theme.surface
        Rectangle {
            width: parent.width
            height: 1
            color: Theme.line
        }
        Label {
            id: promise
            x: foot.stacked ? page.margin : actions.x + actions.width + Theme.s5
            y: foot.stacked ? 10 : (parent.height - height) / 2
            width: parent.width - x - page.margin
            text: page.model.busy ? qsTr("Asking. This needs signal.", "emergency access") : page.opened ? (page.model.personId.length > 0 ? "" : qsTr("The records are on their way here.", "emergency access")) : qsTr("Needs signal: the agency keeps your reason before it opens anything.", "emergency access")
            color: Theme.ink2
        }
        Flow {
            id: actions
            x: page.margin
            y: foot.stacked ? promise.y + promise.height + Theme.s2 : 10
            width: foot.stacked ? parent.width - 2 * x : Math.min(implicitWidth, parent.width * 0.62)
            spacing: Theme.s2
            PrimaryButton {
                visible: !page.opened
                least: Theme.tablet ? Theme.mainCall : Theme.control
                text: qsTr("Open", "button: open in an emergency")
                iconName: "lock"
                enabled: !page.model.busy
                onClicked: page.model.open()
            }
            PrimaryButton {
                visible: page.opened && page.model.personId.length > 0
                least: Theme.tablet ? Theme.mainCall : Theme.control
                text: qsTr("See the front sheet", "button")
                onClicked: page.openPerson(page.model.personId)
            }
            SecondaryButton {
                visible: page.opened
                least: Theme.tablet ? Theme.mainCall : Theme.control
                text: qsTr("End it now", "button: end emergency access")
                enabled: !page.model.busy
                onClicked: page.model.end()
            }
            LinkButton {
                least: Theme.tablet ? Theme.mainCall : Theme.control
                text: page.opened ? qsTr("Done", "button") : qsTr("Not now", "button: leave without asking")
                onClicked: page.back()
            }
        }
    }
}
