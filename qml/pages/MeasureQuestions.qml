pragma ComponentBehavior: Bound
import QtQuick
import Frontsheet.Theme
import Frontsheet.Controls
import Frontsheet.ViewModels

// The questions of a measure, one at a time where a thumb taps them, or all together; or the score alone where the text is its owner's. Then
// how difficult it makes things, when to take it again, and the score.
Column {
    id: part

    required property MeasureModel measure
    property bool together: false
    property int at: 0
    readonly property int count: part.measure.items.length
    readonly property bool single: !part.together && part.count > 0
    readonly property bool past: part.at >= part.count // the questions are behind one

    spacing: Theme.s4
    // Another measure, or one that was left: where its first answer is missing.
    Connections {
        target: part.measure
        function onOpened() {
            part.at = 0;
        }
    }
    function firstMissing(): int {
        for (let index = 0; index < part.count; ++index) {
            if (part.measure.items[index].answer < 0)
                return index;
        }
        return part.count;
    }
    function choose(item: int, answer: int) {
        part.measure.answer(item, answer);
        if (part.single)
            part.at = item + 1;
    }

    Flow {
        width: parent.width
        spacing: Theme.s3
        Label {
            width: Math.min(implicitWidth, part.width)
            text: part.measure.licence
            color: Theme.ink2
        }
        LinkButton {
            visible: part.count > 0
            text: part.together ? qsTr("One question at a time", "button: how a measure is shown") : qsTr("All questions together", "button: how a measure is shown")
            iconName: "table"
            onClicked: {
                part.together = !part.together;
                part.at = part.firstMissing();
            }
        }
    }
    Label {
        visible: text.length > 0
        width: parent.width
        text: part.measure.stem
        type: Theme.own
    }
    // One at a time.
    Panel {
        id: one
        readonly property var item: part.single && !part.past ? part.measure.items[part.at] ?? null : null
        visible: one.item !== null
        width: parent.width
        title: one.item ? qsTr("Question %1 of %2", "measure").arg(one.item.number).arg(part.count) : ""
        PanelRow {
            spoken: asked.text
            first: true
            Label {
                id: asked
                width: parent.width
                text: one.item ? one.item.text : ""
                type: Theme.page
                Accessible.ignored: true
            }
        }
        Repeater {
            model: one.item ? part.measure.answers : []
            PickRow {
                id: answer
                required property string modelData
                required property int index
                title: answer.modelData
                chosen: one.item !== null && one.item.answer === answer.index
                padY: Theme.tablet ? 16 : 8
                last: answer.index === part.measure.answers.length - 1
                onClicked: part.choose(part.at, answer.index)
            }
        }
    }
    Flow {
        visible: part.single
        width: parent.width
        spacing: Theme.s2
        SecondaryButton {
            visible: part.at > 0
            iconName: "chevron-left"
            text: qsTr("Question before", "button: measure")
            onClicked: part.at = Math.min(part.at, part.count) - 1
        }
        SecondaryButton {
            visible: !part.past
            iconAfter: "chevron-right"
            text: one.item && one.item.answer >= 0 ? qsTr("Next question", "button: measure") : qsTr("Leave it open for now", "button: measure, the question is answered later")
            onClicked: part.at = part.at + 1
        }
        SecondaryButton {
            visible: part.past && part.measure.given < part.count
            text: qsTr("To the first question without an answer", "button: measure")
            width: Math.min(implicitWidth, part.width)
            onClicked: part.at = part.firstMissing()
        }
    }
    // All together.
    Repeater {
        model: part.together ? part.measure.items : []
        Column {
            id: asking
            required property var modelData
            required property int index
            width: part.width
            spacing: Theme.s2
            Label {
                width: parent.width
                text: qsTr("%1. %2", "measure: %1 number, %2 question").arg(asking.modelData.number).arg(asking.modelData.text)
                type: Theme.row
            }
            SegmentedChoice {
                width: parent.width
                label: asking.modelData.text
                options: part.measure.answers
                current: asking.modelData.answer
                onChosen: answer => part.choose(asking.index, answer)
            }
        }
    }
    Field {
        id: typed
        visible: part.measure.scoreOnly
        width: Math.min(part.width, Math.round(280 * Theme.textScale))
        label: qsTr("Score, %1", "measure: %1 such as 0 to 20").arg(part.measure.range)
        number: true
        fault: part.measure.scoreFault
        text: part.measure.typedScore
        onEdited: text => part.measure.typeScore(text)
    }
    Column {
        visible: part.measure.scoreOnly || part.together || part.past
        width: parent.width
        spacing: Theme.s4
        Column {
            visible: part.measure.impairmentStem.length > 0
            width: parent.width
            spacing: Theme.s2
            Label {
                width: parent.width
                text: part.measure.impairmentStem
                Accessible.ignored: true // said by what follows
                type: Theme.row
            }
            SegmentedChoice {
                width: parent.width
                label: part.measure.impairmentStem
                options: part.measure.impairmentAnswers
                current: part.measure.impairment
                onChosen: answer => part.measure.answerImpairment(answer)
            }
        }
        Field {
            width: parent.width
            label: qsTr("Who was there or helped to answer", "measure")
            text: part.measure.with
            onEdited: text => part.measure.typeWith(text)
        }
        Column {
            width: parent.width
            spacing: Theme.s2
            Label {
                width: parent.width
                text: qsTr("Take it again", "measure: when")
                Accessible.ignored: true // said by what follows
                weight: 500
            }
            SegmentedChoice {
                width: parent.width
                label: qsTr("Take it again", "measure: when")
                options: part.measure.againChoices
                current: part.measure.again
                onChosen: choice => part.measure.chooseAgain(choice)
            }
        }
        Panel {
            width: parent.width
            emphasised: part.measure.score.length > 0
            PanelRow {
                first: true
                last: true
                underHeading: false
                spoken: total.text
                Label {
                    id: total
                    width: parent.width
                    text: part.measure.score.length > 0 ? qsTr("Score %1", "measure, %1 such as 12 of 27, moderate").arg(part.measure.score) : part.measure.scoreOnly ? qsTr("The score is still to be written.", "measure") : qsTr("%1 of %2 questions answered.", "measure").arg(part.measure.given).arg(part.count)
                    type: part.measure.score.length > 0 ? Theme.page : Theme.body
                    Accessible.ignored: true
                }
            }
        }
    }
    Flow {
        width: parent.width
        spacing: Theme.s2
        PrimaryButton {
            visible: part.measure.scoreOnly || part.together || part.past
            least: Theme.mainCall
            enabled: part.measure.mayTake
            text: qsTr("Save measure", "button")
            onClicked: part.measure.take()
        }
        LinkButton {
            visible: part.measure.given > 0 || part.measure.typedScore.length > 0
            textColor: Theme.ink2
            text: qsTr("Give it up", "button: forgets what was answered")
            onClicked: part.measure.giveUp()
        }
    }
    Label {
        visible: text.length > 0
        width: parent.width
        text: part.measure.keptLine
        type: Theme.small
        color: Theme.ink2
    }
}
