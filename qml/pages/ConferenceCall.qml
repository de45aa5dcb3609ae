pragma ComponentBehavior: Bound
import QtQuick
import Frontsheet.Theme
import Frontsheet.Controls
import Frontsheet.ViewModels

// Calling a conference: what it is about, when and where, and who is asked, the person it is about first.
Column {
    id: call

    required property ConferenceModel model
    readonly property var typed: call.model.typed
    readonly property bool wide: call.width / Theme.textScale >= 820
    readonly property real main: call.wide ? Math.round((call.width - Theme.s6) * 0.5) : call.width
    signal invite

    spacing: Theme.s4

    function faultOf(field: string): string {
        return call.model.faults[field] ?? "";
    }
    // What was typed before comes back once it is read.
    function fill() {
        const typed = call.typed;
        about.text = typed.about ?? "";
        when.text = typed.when ?? "";
        where.text = typed.place ?? "";
        why.text = typed.why ?? "";
        notInvited.text = typed.notInvited ?? "";
    }
    Connections {
        target: call.model
        function onLoadedChanged() {
            if (call.model.loaded && call.model.calling)
                call.fill();
        }
        function onTypedChanged() {
            call.fill();
        }
    }

    Notice {
        visible: call.model.died
        width: parent.width
        kind: Notice.Kind.Danger
        title: qsTr("%1 has died", "calling a conference, %1 the person").arg(call.model.called)
        text: qsTr("No conference is called about them.", "calling a conference about somebody who has died")
    }
    Item {
        width: parent.width
        height: call.wide ? Math.max(words.height, people.height) : words.height + Theme.s4 + people.height
        Column {
            id: words
            width: call.main
            spacing: Theme.s4
            Field {
                id: about
                objectName: "conferenceAbout"
                width: parent.width
                label: qsTr("What it is about", "a conference")
                placeholder: qsTr("Such as: where she lives from December", "hint: what a conference is about")
                fault: call.faultOf("about")
                onEdited: text => call.model.type("about", text)
            }
            Field {
                id: when
                objectName: "conferenceWhen"
                width: parent.width
                label: qsTr("Day and time", "a conference")
                placeholder: qsTr("Such as tomorrow 10:30, or 24/11/2026 14:00", "hint in a field for a day and a time")
                under: call.model.whenUnderstood
                fault: call.faultOf("when")
                onEdited: text => call.model.type("when", text)
            }
            Field {
                id: where
                width: parent.width
                label: qsTr("Where", "a conference")
                placeholder: qsTr("A room that %1 can get to", "hint: where a conference is held, %1 the person").arg(call.model.called)
                onEdited: text => call.model.type("place", text)
            }
            WritingArea {
                id: why
                width: parent.width
                minimumLines: 3
                hint: qsTr("Why it is held, as everybody who is asked may read it", "a conference")
                onEdited: call.model.type("why", why.text)
            }
            Label {
                visible: text.length > 0
                width: parent.width
                text: call.model.keptLine
                type: Theme.small
                color: Theme.ink2
            }
        }
        Column {
            id: people
            x: call.wide ? call.main + Theme.s6 : 0
            y: call.wide ? 0 : words.height + Theme.s4
            width: call.wide ? call.width - x : call.width
            spacing: Theme.s3
            Panel {
                id: asked
                width: parent.width
                title: qsTr("Who is asked to come", "a conference")
                count: call.model.invitedCount
                Repeater {
                    model: call.model.invitees.length // a row stays itself when it is chosen: it has the keyboard
                    Item {
                        id: who
                        required property int index
                        readonly property var one: call.model.invitees[who.index] ?? {}
                        width: asked.width
                        height: box.height + Theme.s2
                        Rectangle {
                            visible: who.index > 0
                            width: parent.width
                            height: 1
                            color: Theme.line
                        }
                        CheckRow {
                            id: box
                            x: Theme.rowPad
                            y: Theme.s1
                            width: parent.width - 2 * x
                            text: who.one.name ?? ""
                            detail: Spoken.join([who.one.detail, who.one.badge?.shortName])
                            ticked: who.one.chosen ?? false
                            onClicked: call.model.choose(who.index, !who.one.chosen)
                        }
                    }
                }
            }
            FaultLine {
                text: call.faultOf("invited")
            }
            SecondaryButton {
                iconName: "plus"
                text: qsTr("Ask somebody else", "button: calling a conference")
                onClicked: call.invite()
            }
            Column {
                visible: call.model.loaded && !call.model.personInvited
                width: parent.width
                spacing: Theme.s1
                Label {
                    width: parent.width
                    text: qsTr("%1 is not asked, because", "a conference, %1 the person").arg(call.model.called)
                    Accessible.ignored: true
                    weight: 500
                }
                WritingArea {
                    id: notInvited
                    width: parent.width
                    minimumLines: 2
                    hint: qsTr("It stands in the minutes", "why a person is not asked to a conference about them")
                    spoken: qsTr("%1 is not asked, because", "a conference, %1 the person").arg(call.model.called)
                    fault: call.faultOf("notInvited")
                    onEdited: call.model.type("notInvited", notInvited.text)
                }
                FaultLine {
                    text: notInvited.fault
                }
            }
            ConferenceWhoSees {
                width: parent.width
                model: call.model
            }
        }
    }
    Flow {
        width: parent.width
        spacing: Theme.s2
        PrimaryButton {
            objectName: "callIt"
            iconName: "send"
            text: qsTr("Call the conference", "button: everybody is asked to come")
            enabled: !call.model.busy && call.model.loaded && !call.model.died
            onClicked: call.model.callIt()
        }
        SecondaryButton {
            text: qsTr("Give it up", "button: calling a conference, what was typed is forgotten")
            onClicked: call.givenUp()
        }
    }
    signal givenUp
}
