pragma ComponentBehavior: Bound
import QtQuick
import Frontsheet.Theme
import Frontsheet.Controls
import Frontsheet.ViewModels

// What workers said to one another about a person, and writing to one of them. It is no note: what belongs on the record is written there.
Item {
    id: page

    required property AppModel app
    readonly property MessagesModel messages: page.app.messages
    readonly property real margin: Theme.tablet ? (Theme.roomy(page.width + Theme.rail) ? 20 : 24) : 16
    signal back

    PersonHead {
        id: banner
        width: parent.width
        sheet: page.app.frontSheet
        margin: page.margin
    }
    ScrollPage {
        id: body
        reading: !page.messages.loaded && page.messages.errorTitle.length === 0
        objectName: "messagesBody"
        about: page.messages.personId
        anchors.top: banner.bottom
        anchors.bottom: parent.bottom
        width: parent.width
        margin: page.margin

        Column {
            width: Math.min(body.innerWidth, Math.round(860 * Theme.textScale))
            spacing: Theme.s4
            Column {
                width: parent.width
                spacing: Theme.s1
                BackLink {
                    text: qsTr("Back", "back link")
                    onClicked: page.back()
                }
                PageTitle {
                    whole: page.messages.called.length > 0
                    width: parent.width
                    text: qsTr("Messages about %1", "page name: worker to worker, %1 name").arg(page.messages.called)
                }
                Label {
                    width: parent.width
                    text: qsTr("For arranging things. What belongs on the record goes into a note.", "messages")
                    color: Theme.ink2
                }
            }
            Notice {
                visible: page.messages.errorTitle.length > 0
                width: parent.width
                kind: Notice.Kind.Danger
                arrives: true
                title: page.messages.errorTitle
                text: page.messages.errorText
            }
            Panel {
                width: parent.width
                EmptyState {
                    visible: page.messages.loaded && page.messages.said.length === 0
                    width: parent.width
                    text: qsTr("Nobody has written about %1 yet. What was written on a referral stands there.", "messages, %1 name").arg(page.messages.called)
                }
                Repeater {
                    model: page.messages.said
                    Column {
                        id: one
                        required property var modelData
                        required property int index
                        width: parent ? parent.width : 0
                        MessageRow {
                            message: one.modelData
                            waiting: one.modelData.mayRead
                            first: one.index === 0
                            underHeading: false
                        }
                        Flow {
                            x: Theme.rowPad
                            width: parent.width - 2 * x
                            bottomPadding: Theme.s2
                            spacing: Theme.s3
                            Label {
                                width: Math.min(implicitWidth, one.width - 2 * Theme.rowPad)
                                height: Theme.tablet && one.modelData.mayReply ? Theme.control : implicitHeight
                                text: one.modelData.state
                                type: Theme.small
                                color: Theme.ink2
                            }
                            LinkButton {
                                visible: one.modelData.mayRead
                                iconName: "check"
                                text: qsTr("I have read it", "button: a message")
                                spoken: qsTr("I have read the message of %1", "screen reader, %1 worker").arg(one.modelData.author)
                                onClicked: page.messages.markRead(one.modelData.id)
                            }
                            LinkButton {
                                visible: one.modelData.mayReply
                                iconName: "undo"
                                text: qsTr("Reply", "button: a message")
                                spoken: qsTr("Reply to %1", "screen reader, %1 worker").arg(one.modelData.author)
                                onClicked: {
                                    page.messages.reply(one.modelData.id);
                                    words.forceActiveFocus();
                                }
                            }
                        }
                    }
                }
            }
            Panel {
                width: parent.width
                title: page.messages.replyTo.length > 0 ? page.messages.replyTo : qsTr("Write to", "messages: to whom")
                action: page.messages.replyTo.length > 0 ? qsTr("Write to somebody else", "button: messages") : ""
                onActionChosen: page.messages.replyToNobody()
                EmptyState {
                    visible: page.messages.loaded && page.messages.readers.length === 0
                    width: parent.width
                    text: qsTr("Nobody else is involved with %1, so there is nobody to write to here.", "messages, %1 name").arg(page.messages.called)
                }
                Repeater {
                    model: page.messages.replyTo.length > 0 ? 0 : page.messages.readers.length // a row stays itself when it is chosen: it has the keyboard
                    PickRow {
                        id: reader
                        required property int index
                        readonly property var one: page.messages.readers[reader.index] ?? {}
                        title: reader.one.name ?? ""
                        detail: reader.one.role ?? ""
                        chosen: reader.one.chosen ?? false
                        initials: reader.one.badge?.initials ?? ""
                        shortName: reader.one.badge?.shortName ?? ""
                        hue: reader.one.badge?.hue ?? 0
                        first: reader.index === 0
                        last: reader.index === page.messages.readers.length - 1
                        onClicked: page.messages.chooseReader(reader.index)
                    }
                }
            }
            Flow {
                visible: page.messages.about.length > 0
                width: parent.width
                spacing: Theme.s3
                Label {
                    width: Math.min(implicitWidth, parent.width)
                    height: Math.max(implicitHeight, person.height)
                    verticalAlignment: Text.AlignVCenter
                    text: page.messages.about
                    strong: true
                }
                LinkButton {
                    id: person
                    visible: page.messages.replyTo.length === 0
                    text: qsTr("About %1 instead", "button: a message about the person, not one record, %1 name").arg(page.messages.called)
                    onClicked: page.messages.writeAboutThePerson()
                }
            }
            Notice {
                visible: page.messages.comesFirst
                width: parent.width
                kind: Notice.Kind.Calm
                title: qsTr("You had not sent this message yet", "messages")
                text: qsTr("Send it first, or clear its words. Then ask to be put on their care team.", "messages")
            }
            WritingArea {
                id: words
                width: parent.width
                minimumLines: 3
                hint: qsTr("What you want to say or ask", "message")
                onEdited: page.messages.text = words.text
            }
            Label {
                visible: text.length > 0
                width: parent.width
                text: page.messages.keptLine
                type: Theme.small
                color: Theme.ink2
            }
            PrimaryButton {
                least: Theme.mainCall
                enabled: page.messages.maySend
                text: qsTr("Send message", "button")
                onClicked: page.messages.send()
            }
        }
    }
    Connections {
        target: page.messages
        function onWritten() {
            if (words.text !== page.messages.text)
                words.text = page.messages.text;
        }
        function onBegun() {
            words.forceActiveFocus();
        }
    }
}
