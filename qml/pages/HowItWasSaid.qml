import QtQuick
import Frontsheet.Theme
import Frontsheet.Controls
import Frontsheet.ViewModels

// How a person's word came about: how they were asked, in which words, who says so, and whether they can decide. That they can is
// presumed until somebody says otherwise.
Column {
    id: part

    required property PermissionsModel model
    required property string called
    readonly property int way: ways.current
    readonly property int giver: givers.current
    readonly property string words: ownWords.text
    readonly property string authority: number.text
    readonly property string decidedWhy: capacity.current > 0 ? why.text : ""
    readonly property bool complete: (givers.current === 0 || number.text.trim().length > 0) && (capacity.current === 0 || why.text.trim().length > 0)

    spacing: Theme.s4

    // Words are kept there until `said`; empty: nowhere.
    function reset(where: string) {
        ways.current = 0;
        givers.current = 0;
        capacity.current = 0;
        number.text = "";
        why.begin(where.length > 0 ? where + "/why" : "");
        ownWords.begin(where);
    }
    function said() {
        why.said();
        ownWords.said();
    }

    Label {
        text: qsTr("How did you ask?", "recording a permission")
        type: Theme.row
        Accessible.role: Accessible.Heading
    }
    SegmentedChoice {
        id: ways
        width: parent.width
        label: qsTr("How did you ask?", "recording a permission")
        options: part.model.ways
        onChosen: index => ways.current = index
    }
    Label {
        text: qsTr("In their own words, if you like", "recording a permission")
        type: Theme.row
    }
    WritingArea {
        id: ownWords
        width: parent.width
        minimumLines: 2
        hint: qsTr("What %1 said", "recording a permission, %1 name").arg(part.called)
        spoken: qsTr("What %1 said, in their own words", "screen reader, %1 name").arg(part.called)
    }
    Label {
        text: qsTr("Who says so?", "recording a permission: the person, an attorney, a deputy")
        type: Theme.row
        Accessible.role: Accessible.Heading
    }
    SegmentedChoice {
        id: givers
        width: parent.width
        label: qsTr("Who says so?", "recording a permission: the person, an attorney, a deputy")
        options: part.model.givers
        onChosen: index => givers.current = index
    }
    Label {
        visible: givers.current > 0
        width: parent.width
        color: Theme.ink2
        text: qsTr("Next of kin cannot say it for somebody. An attorney needs a power for health and welfare, a deputy an order of the court.", "recording a permission")
    }
    Field {
        id: number
        visible: givers.current > 0
        width: parent.width
        label: qsTr("Number of the power or order", "recording a permission")
        help: qsTr("As it stands on the paper you were shown.", "recording a permission")
    }
    Label {
        text: qsTr("Can %1 decide this?", "recording a permission, %1 name").arg(part.called)
        type: Theme.row
        Accessible.role: Accessible.Heading
    }
    SegmentedChoice {
        id: capacity
        width: parent.width
        label: qsTr("Can %1 decide this?", "recording a permission, %1 name").arg(part.called)
        options: [qsTr("Yes, as is presumed", "capacity to decide"), qsTr("Not now: decided in their best interests", "capacity to decide")]
        onChosen: index => capacity.current = index
    }
    Field {
        id: why
        visible: capacity.current > 0
        width: parent.width
        label: qsTr("Why it is in their best interests, and who was asked", "recording a permission")
        help: qsTr("Your name stands beside it.", "recording a permission")
    }
}
