pragma ComponentBehavior: Bound
import QtQuick
import Frontsheet.Theme
import Frontsheet.Controls
import Frontsheet.Demo

// Whom to be. While the partnership is being made it says what is being done; nobody can be chosen before.
Window {
    id: window

    required property ChooserModel chooser
    readonly property bool wide: page.width / Theme.textScale >= 820
    readonly property real column: window.wide ? (page.innerWidth - Theme.s4) / 2 : page.innerWidth

    title: qsTr("Frontsheet demo", "window title")
    color: Theme.bg
    width: 920
    height: 640
    minimumWidth: 420
    minimumHeight: 480
    visible: true

    ScrollPage {
        id: page
        anchors.fill: parent
        topMargin: Theme.s6

        Column {
            width: page.innerWidth
            spacing: Theme.s5

            Row {
                spacing: Theme.s3
                LineIcon {
                    name: "frontsheet"
                    color: Theme.accent
                    size: 36
                    anchors.verticalCenter: parent.verticalCenter
                }
                Label {
                    text: qsTr("Frontsheet", "the product's name")
                    type: Theme.page
                    font.pixelSize: Theme.page.size + 4
                    anchors.verticalCenter: parent.verticalCenter
                }
            }
            Column {
                width: parent.width
                spacing: Theme.s1
                Label {
                    width: parent.width
                    text: qsTr("Whom do you want to be?", "demo")
                    type: Theme.section
                    Accessible.role: Accessible.Heading
                }
                Label {
                    width: Math.min(parent.width, Math.round(640 * Theme.textScale))
                    text: qsTr("Four agency servers run on this computer, and each of these workers has a device of their own. Open two: what one sends, the other has a moment later.", "demo")
                    color: Theme.ink2
                }
            }
            Notice {
                visible: window.chooser.failure.length > 0
                width: parent.width
                kind: Notice.Kind.Danger
                title: qsTr("The partnership could not be made", "demo")
                text: qsTr("What went wrong is in %1. Nothing else on this computer was touched.", "demo: a folder").arg(window.chooser.failure)
            }
            Panel {
                visible: !window.chooser.ready && window.chooser.failure.length === 0
                width: parent.width
                title: qsTr("Making the partnership. This takes about twenty seconds, once a day.", "demo")
                Accessible.role: Accessible.StaticText
                Accessible.name: window.chooser.doing
                Repeater {
                    model: window.chooser.parts
                    PanelRow {
                        id: part
                        required property var modelData
                        required property int index
                        readonly property bool isDone: part.modelData.done
                        padY: 6
                        first: part.index === 0
                        LineIcon {
                            id: tick
                            name: part.isDone ? "check" : "clock"
                            color: part.isDone ? Theme.accent : Theme.ink2
                            size: Theme.iconSmall
                            anchors.verticalCenter: parent.verticalCenter
                        }
                        Label {
                            anchors.left: tick.right
                            anchors.leftMargin: Theme.s2
                            width: part.inner - tick.width - Theme.s2
                            text: part.modelData.text
                            strong: !part.isDone
                        }
                    }
                }
            }
            Row {
                spacing: Theme.s4
                Repeater {
                    model: window.wide ? 2 : 1
                    Panel {
                        id: half
                        required property int index
                        readonly property var people: !window.wide ? window.chooser.people : half.index === 0 ? window.chooser.firstHalf : window.chooser.secondHalf
                        width: window.column
                        opacity: window.chooser.ready ? 1 : 0.6
                        Repeater {
                            model: half.people
                            ChooserRow {
                                required property var modelData
                                required property int index
                                person: modelData
                                ready: window.chooser.ready
                                first: index === 0
                                underHeading: false
                                last: index === half.people.length - 1
                                onClicked: window.chooser.choose(modelData.key)
                            }
                        }
                    }
                }
            }
            Label {
                width: Math.min(parent.width, Math.round(640 * Theme.textScale))
                text: qsTr("Every device opens with the passphrase “%1”. All people are invented. The demo ends when this window and the app's are closed.", "demo").arg(window.chooser.passphrase)
                type: Theme.small
                color: Theme.ink2
            }
        }
    }
}
