pragma ComponentBehavior: Bound
import QtQuick
import Frontsheet.Theme
import Frontsheet.Controls

// Work that came back: what it is, what became of it, what to do next and whom to ring. What nobody else has is asked about once more
// before it leaves the list.
PanelRow {
    id: item

    // {what, personName, personId, title, words, onlyHere, when, problem, advice, along, mayKeep, askWho, askNumber}
    required property var work
    property bool whole: false
    property bool asking: false
    readonly property string called: item.work.personName.length > 0 ? qsTr("%1 about %2", "%1 kind of item, %2 person").arg(item.work.what).arg(item.work.personName) : item.work.what
    signal openPerson
    signal keep
    signal settle
    signal ring(string number)

    function spokenOf(words: string): string {
        return qsTr("%1: %2", "screen reader, %1 button, %2 what it is about").arg(words).arg(item.called);
    }

    waiting: true
    spoken: Spoken.join([item.called, item.work.problem, item.work.advice, item.work.along])

    Column {
        width: parent.width
        spacing: Theme.s1
        Label {
            width: parent.width
            text: item.called
            strong: true
            Accessible.ignored: true
        }
        Label {
            visible: text.length > 0
            width: parent.width
            text: item.whole ? item.work.words : item.work.words.length > 0 ? qsTr("“%1…”", "the beginning of somebody's own words").arg(item.work.title) : item.work.title.length > 0 ? qsTr("“%1”", "somebody's own words").arg(item.work.title) : ""
            wrapMode: Text.WrapAtWordBoundaryOrAnywhere
            Accessible.ignored: !item.whole
        }
        Label {
            width: parent.width
            text: item.work.problem
            color: Theme.attention
            Accessible.ignored: true
        }
        Label {
            width: parent.width
            text: item.work.advice
            Accessible.ignored: true
        }
        Label {
            visible: text.length > 0
            width: parent.width
            text: item.work.along
            Accessible.ignored: true
        }
        Label {
            width: parent.width
            text: qsTr("Saved %1.", "%1 date and time").arg(item.work.when)
            type: Theme.small
            color: Theme.ink2
            Accessible.ignored: true
        }
        Flow {
            visible: !item.asking
            width: parent.width
            spacing: Theme.s2
            SecondaryButton {
                visible: item.work.personName.length > 0
                text: qsTr("Open front sheet", "button")
                spoken: item.spokenOf(text)
                inRow: true
                onClicked: item.openPerson()
            }
            RingButton {
                who: item.work.askWho
                number: item.work.askNumber
                width: Math.min(implicitWidth, parent.width)
                inRow: true
                onRing: number => item.ring(number)
            }
            SecondaryButton {
                visible: item.work.mayKeep
                width: Math.min(implicitWidth, parent.width)
                text: qsTr("Keep a copy at your agency", "button: words that another agency holds, closed or would not take")
                spoken: item.spokenOf(text)
                inRow: true
                onClicked: item.keep()
            }
            LinkButton {
                visible: item.work.words.length > 0
                text: item.whole ? qsTr("Less of it", "button: only the beginning of one's own words") : qsTr("Read all of it", "button: all of one's own words")
                spoken: item.spokenOf(text)
                iconName: item.whole ? "chevron-up" : "chevron-down"
                inRow: true
                onClicked: item.whole = !item.whole
            }
            LinkButton {
                text: qsTr("I have dealt with this", "button: settle a refused item")
                spoken: item.spokenOf(text)
                inRow: true
                onClicked: {
                    if (item.work.onlyHere)
                        item.asking = true;
                    else
                        item.settle();
                }
            }
        }
        Label {
            visible: item.asking
            width: parent.width
            text: qsTr("These words then leave this list, and no agency has them. Are they written where they belong?", "before a refused item is settled")
            strong: true
        }
        Flow {
            visible: item.asking
            width: parent.width
            spacing: Theme.s2
            SecondaryButton {
                text: qsTr("Yes, take it off the list", "button: settle a refused item")
                width: Math.min(implicitWidth, parent.width)
                spoken: item.spokenOf(text)
                inRow: true
                onClicked: item.settle()
            }
            LinkButton {
                text: qsTr("Not yet", "button: a refused item stays")
                spoken: item.spokenOf(text)
                inRow: true
                onClicked: item.asking = false
            }
        }
    }
}
