pragma ComponentBehavior: Bound
import QtQuick
import Frontsheet.Theme
import Frontsheet.Controls
import Frontsheet.ViewModels

// Nobody answers the door: ring, say what was tried, and pass it to somebody who sees to it. It stays on both lists until somebody knows that
// the person is safe. What is typed is kept.
Sheet {
    id: sheet

    required property VisitModel visit
    signal ring(string number)

    heading: qsTr("Nobody answers at %1's", "sheet heading: no reply, %1 name").arg(sheet.visit.called)
    onOpened: words.text = sheet.visit.words
    onClosed: sheet.visit.flush()

    Notice {
        width: parent.width
        title: qsTr("If you fear for their life, ring 999 first.", "no reply")
        iconName: "phone"
    }
    Label {
        width: parent.width
        text: qsTr("1. Ring", "no reply: the first step")
        type: Theme.row
        Accessible.role: Accessible.Heading
    }
    Panel {
        width: parent.width
        EmptyState {
            visible: sheet.visit.loaded && sheet.visit.phone.length === 0 && sheet.visit.toRing.length === 0
            width: parent.width
            text: qsTr("No number is recorded. Try the neighbours.", "no reply")
        }
        RingRow {
            visible: sheet.visit.phone.length > 0
            name: sheet.visit.called
            number: sheet.visit.phone
            first: true
            underHeading: false
            last: sheet.visit.toRing.length === 0
            onRing: number => sheet.ring(number)
        }
        Repeater {
            model: sheet.visit.toRing
            RingRow {
                required property var modelData
                required property int index
                name: modelData.name
                detail: modelData.detail
                number: modelData.phone
                first: index === 0 && sheet.visit.phone.length === 0
                underHeading: false
                last: index === sheet.visit.toRing.length - 1
                onRing: number => sheet.ring(number)
            }
        }
    }
    Label {
        width: parent.width
        text: qsTr("2. Say what you tried", "no reply: the second step")
        type: Theme.row
        Accessible.role: Accessible.Heading
    }
    Flow {
        width: parent.width
        spacing: Theme.s2
        Repeater {
            model: sheet.visit.phrases
            FilterChip {
                id: phrase
                required property string modelData
                required property int index
                text: phrase.modelData
                removable: false
                onClicked: {
                    sheet.visit.addPhrase(phrase.index);
                    words.text = sheet.visit.words;
                }
            }
        }
    }
    WritingArea {
        id: words
        width: parent.width
        minimumLines: 2
        hint: qsTr("What you tried, and what you saw", "no reply")
        onEdited: sheet.visit.words = words.text
    }
    Label {
        visible: text.length > 0
        width: parent.width
        text: sheet.visit.keptLine
        type: Theme.small
        color: Theme.ink2
    }
    Label {
        width: parent.width
        text: qsTr("3. Tell somebody who sees to it", "no reply: the third step")
        type: Theme.row
        Accessible.role: Accessible.Heading
    }
    Panel {
        width: parent.width
        EmptyState {
            visible: sheet.visit.loaded && sheet.visit.mayBeTold.length === 0
            width: parent.width
            text: qsTr("The directory on this device names nobody of your agency. Ring your office; the visit stays on your list.", "no reply")
        }
        Repeater {
            model: sheet.visit.mayBeTold
            PickRow {
                id: who
                required property var modelData
                required property int index
                title: who.modelData.name
                detail: Spoken.join([who.modelData.role, who.modelData.because, who.modelData.phone])
                chosen: sheet.visit.told === who.modelData.worker
                initials: who.modelData.badge.initials
                shortName: who.modelData.badge.shortName
                hue: who.modelData.badge.hue
                first: who.index === 0
                underHeading: false
                last: who.index === sheet.visit.mayBeTold.length - 1
                onClicked: sheet.visit.tell(who.modelData.worker)
            }
        }
    }
    Flow {
        width: parent.width
        spacing: Theme.s2
        PrimaryButton {
            enabled: sheet.visit.toldChosenName.length > 0 && !sheet.visit.busy
            text: sheet.visit.toldChosenName.length > 0 ? qsTr("%1 knows. Save", "button: no reply was passed on, %1 worker").arg(sheet.visit.toldChosenName) : qsTr("Choose who was told", "button: nobody is chosen yet")
            onClicked: sheet.visit.saveNoReply()
        }
        SecondaryButton {
            text: qsTr("Not now", "button: close, what is typed is kept")
            onClicked: sheet.close()
        }
    }
    Notice {
        visible: sheet.visit.errorTitle.length > 0
        width: parent.width
        kind: Notice.Kind.Danger
        arrives: true
        title: sheet.visit.errorTitle
        text: sheet.visit.errorText
    }
    Connections {
        target: sheet.visit
        function onDone() {
            sheet.close();
        }
    }
}
