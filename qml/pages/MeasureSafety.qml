pragma ComponentBehavior: Bound
import QtQuick
import Frontsheet.Theme
import Frontsheet.Controls
import Frontsheet.ViewModels

// An answer about death or self-harm: what is done about it is decided and written down. Leaving it undecided is possible, since somebody may
// have to be held in the meantime, and is said: it stands first on Today until it is decided.
Column {
    id: part

    required property MeasureModel measure
    signal ring(string number)
    signal later

    spacing: Theme.s4

    Notice {
        width: parent.width
        kind: Notice.Kind.Danger
        title: qsTr("This answer is not left alone", "measure: thoughts of death or self-harm")
        text: part.measure.unsafeText
    }
    Panel {
        visible: part.measure.crisis.length > 0
        width: parent.width
        title: qsTr("Who takes a crisis", "measure: whom to ring")
        iconName: "phone"
        Repeater {
            model: part.measure.crisis
            RingRow {
                required property var modelData
                required property int index
                name: modelData.name
                detail: modelData.detail
                number: modelData.phone
                first: index === 0
                last: index === part.measure.crisis.length - 1
                onRing: number => part.ring(number)
            }
        }
    }
    Panel {
        width: parent.width
        title: qsTr("What you do", "measure: decision")
        Repeater {
            model: part.measure.decisions
            PickRow {
                id: one
                required property var modelData
                required property int index
                title: one.modelData.title
                detail: one.modelData.detail
                chosen: part.measure.decision === one.index
                first: one.index === 0
                last: one.index === part.measure.decisions.length - 1
                onClicked: part.measure.decide(one.index)
            }
        }
    }
    Column {
        visible: part.measure.decision === 1
        width: parent.width
        spacing: Theme.s3
        Field {
            width: parent.width
            label: qsTr("What is to be done, by %1", "safety action, %1 date").arg(part.measure.actionDue)
            text: part.measure.actionWhat
            onEdited: text => part.measure.typeAction(text)
        }
        Panel {
            width: parent.width
            title: qsTr("Who does it", "safety action")
            Repeater {
                model: part.measure.owners.length // a row stays itself when it is chosen: it has the keyboard
                PickRow {
                    id: who
                    required property int index
                    readonly property var one: part.measure.owners[who.index] ?? {}
                    title: who.one.name ?? ""
                    detail: who.one.role ?? ""
                    chosen: who.one.chosen ?? false
                    initials: who.one.badge?.initials ?? ""
                    shortName: who.one.badge?.shortName ?? ""
                    hue: who.one.badge?.hue ?? 0
                    first: who.index === 0
                    last: who.index === part.measure.owners.length - 1
                    onClicked: part.measure.chooseOwner(who.index)
                }
            }
        }
    }
    Connections {
        target: part.measure
        function onSafetyChanged() {
            if (words.text !== part.measure.decisionWords)
                words.text = part.measure.decisionWords;
        }
    }
    WritingArea {
        id: words
        visible: part.measure.decision >= 0
        width: parent.width
        minimumLines: 3
        hint: part.measure.decision === 2 ? qsTr("Who took it, when, and what they said", "safety decision") : part.measure.decision === 1 ? qsTr("What they said; may be left empty", "safety decision") : qsTr("What they said when you asked, and who is with them", "safety decision")
        onEdited: part.measure.typeDecision(words.text)
    }
    Flow {
        width: parent.width
        spacing: Theme.s2
        PrimaryButton {
            least: Theme.mainCall
            enabled: part.measure.mayDecide
            text: qsTr("Save what is done", "button: safety decision")
            onClicked: part.measure.saveDecision()
        }
        LinkButton {
            textColor: Theme.ink2
            text: qsTr("Later: it stays first on Today", "button: leaves the decision open, which is not forgotten")
            onClicked: part.later()
        }
    }
}
