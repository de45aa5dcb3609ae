import QtQuick
import Frontsheet.Theme
import Frontsheet.Controls
import Frontsheet.ViewModels

// What was said, written as one listens: kept with every few words, and in the minutes once it was held.
Column {
    id: said

    required property ConferenceModel model
    readonly property var steps: said.model.steps
    readonly property bool toHold: said.steps.includes("hold")
    signal hold

    spacing: Theme.s2
    Label {
        width: parent.width
        text: qsTr("What was said", "at a conference")
        type: Theme.section
        Accessible.role: Accessible.Heading
    }
    WritingArea {
        id: words
        objectName: "conferenceSaid"
        width: parent.width
        minimumLines: 5
        text: said.model.summary
        hint: qsTr("The main points, and %1 in their own words", "minutes of a conference, %1 the person").arg(said.model.called)
        spoken: qsTr("What was said", "at a conference")
        onEdited: said.model.typeMinutes(words.text)
    }
    Connections {
        target: said.model
        function onChanged() {
            if (words.text !== said.model.summary)
                words.text = said.model.summary;
        }
    }
    Label {
        visible: text.length > 0
        width: parent.width
        text: said.model.keptLine
        type: Theme.small
        color: Theme.ink2
    }
    PrimaryButton {
        visible: said.toHold
        height: visible ? implicitHeight : 0
        iconName: "check-circle"
        text: qsTr("It was held", "button: ends a conference and makes its minutes")
        onClicked: said.hold()
    }
    SecondaryButton {
        visible: !said.toHold
        height: visible ? implicitHeight : 0
        text: qsTr("Save the minutes", "button: what was added to them")
        enabled: !said.model.busy
        onClicked: said.model.saveMinutes()
    }
}
