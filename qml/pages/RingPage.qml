pragma ComponentBehavior: Bound
import QtQuick
import Frontsheet.Theme
import Frontsheet.Controls
import Frontsheet.ViewModels

// Who to ring: one person first, with the number on the button; then the rest.
ScrollPage {
    id: page

    required property AppModel app
    readonly property RingModel ring: page.app.ring
    reading: !page.ring.loaded && page.ring.errorTitle.length === 0
    readonly property bool wide: page.innerWidth / Theme.textScale >= 980
    readonly property real main: page.wide ? Math.round(page.innerWidth * 0.58) : page.innerWidth
    readonly property var first: page.ring.first
    readonly property bool answered: page.first.who !== undefined
    signal ringNumber(string number)
    signal refer(string serviceId)
    signal choosePerson

    // The keyboard goes past the title to what is typed first, so a screen reader hears from around that where it is.
    Accessible.role: Accessible.Grouping
    Accessible.name: head.title
    Accessible.ignored: Theme.tablet // begins at its title

    function start() {
        field.forceActiveFocus();
    }

    Column {
        id: top
        width: parent.width
        spacing: Theme.s3

        PageHead {
            id: head
            width: parent.width
            title: qsTr("Who to ring", "page name")
            under: page.ring.personName.length > 0 ? qsTr("For %1", "who to ring, %1 person").arg(page.ring.personName) : qsTr("The directory is on this device and answers without signal.", "who to ring")
        }
        SearchField {
            id: field
            width: parent.width
            grand: true
            hint: qsTr("What is needed, for whom, where: fallen, lives alone, Kitley", "search field")
            text: page.ring.words
            onTextChanged: page.ring.words = text
        }
        Flow {
            width: parent.width
            spacing: Theme.s2
            Label {
                visible: page.ring.taken.length > 0
                text: qsTr("Taken as", "before the conditions that a search understood")
                color: Theme.ink2
                height: Theme.control
            }
            Repeater {
                model: page.ring.taken
                FilterChip {
                    required property var modelData
                    required property int index
                    text: modelData.text
                    onClicked: page.ring.forget(index)
                }
            }
            FilterChip {
                visible: page.ring.personId.length > 0
                text: qsTr("for %1", "search condition, %1 person").arg(page.ring.personName)
                onClicked: page.ring.openFor("", "")
            }
            LinkButton {
                visible: page.ring.personId.length === 0
                text: qsTr("For whom", "button: choose a person")
                iconName: "plus"
                onClicked: page.choosePerson()
            }
        }
        Notice {
            visible: page.ring.emergency
            width: parent.width
            kind: Notice.Kind.Danger
            title: qsTr("On the floor, hurt, or in danger? Ring 999 first.", "who to ring")
        }
        Label {
            objectName: "dayNote"
            visible: text.length > 0
            width: parent.width
            text: page.ring.dayNote
            color: Theme.attention
        }
    }
    Column {
        id: left
        y: top.height + Theme.s4
        width: page.main
        spacing: Theme.s5

        Column {
            objectName: "favourites"
            visible: page.ring.favourites.length > 0
            width: parent.width
            spacing: Theme.s2
            SectionHead {
                width: parent.width
                title: qsTr("At hand", "who to ring: favourites")
                count: page.ring.favourites.length
            }
            Panel {
                width: parent.width
                emphasised: true
                Repeater {
                    model: page.ring.favourites
                    ServiceRow {
                        required property var modelData
                        required property int index
                        service: modelData
                        first: index === 0
                        underHeading: false
                        last: index === page.ring.favourites.length - 1
                        onRing: number => page.ringNumber(number)
                    }
                }
            }
        }
        RingCard {
            visible: page.answered
            width: parent.width
            answer: page.ring.first
            onRingNumber: number => page.ringNumber(number)
            onRefer: service => page.refer(service)
            onFavouriteToggled: (service, worker) => page.ring.toggleFavourite(service, worker)
        }
        Panel {
            visible: page.ring.loaded && !page.answered
            width: parent.width
            EmptyState {
                width: parent.width
                text: qsTr("No service in the directory takes this. Try another word, or leave the place out.", "who to ring")
            }
        }
        // After the answer: it explains why another service is named, and is nobody to ring.
        Repeater {
            model: page.ring.closed
            Notice {
                required property var modelData
                width: parent.width
                kind: Notice.Kind.Calm
                title: modelData.title
                text: modelData.text
            }
        }
    }
    Column {
        x: page.wide ? page.main + Theme.gap : 0
        y: page.wide ? left.y : left.y + left.height + Theme.s5
        width: page.wide ? page.innerWidth - page.main - Theme.gap : page.innerWidth
        spacing: Theme.s5

        Column {
            visible: page.ring.rest.length > 0
            width: parent.width
            spacing: Theme.s2
            SectionHead {
                width: parent.width
                title: page.ring.words.length > 0 ? qsTr("Or, for the rest of it", "who to ring: further services") : qsTr("Everyone who covers this place", "who to ring")
                count: page.ring.rest.length
            }
            Panel {
                width: parent.width
                Repeater {
                    model: page.ring.rest
                    ServiceRow {
                        required property var modelData
                        required property int index
                        service: modelData
                        first: index === 0
                        underHeading: false
                        last: index === page.ring.rest.length - 1
                        onRing: number => page.ringNumber(number)
                    }
                }
            }
        }
        Column {
            visible: page.ring.outOfHours.length > 0
            width: parent.width
            spacing: Theme.s2
            SectionHead {
                width: parent.width
                title: qsTr("Out of hours", "who to ring")
            }
            Panel {
                width: parent.width
                Repeater {
                    model: page.ring.outOfHours
                    ServiceRow {
                        required property var modelData
                        required property int index
                        service: modelData
                        first: index === 0
                        underHeading: false
                        last: index === page.ring.outOfHours.length - 1
                        onRing: number => page.ringNumber(number)
                    }
                }
            }
        }
    }
}
