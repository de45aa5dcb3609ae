pragma ComponentBehavior: Bound
import QtQuick
import Frontsheet.Theme
import Frontsheet.Controls
import Frontsheet.ViewModels

// One thing that a form asks for, by its widget: its name above, what is wrong with it below.
FocusScope {
    id: entry

    required property FormModel form
    required property var modelData // of FormModel.fields
    required property bool roomy
    readonly property string key: String(entry.modelData.key)
    readonly property string widget: entry.modelData.widget
    readonly property string fault: entry.form.faults[entry.key] ?? ""
    readonly property bool asked: entry.form.shown[entry.key] ?? true
    readonly property bool brief: entry.widget === "date" || entry.widget === "number" || entry.widget === "pounds"
    readonly property string hint: entry.modelData.hint
    readonly property string understood: entry.form.understood[entry.key] ?? ""

    // More than so many are a list that folds.
    readonly property int mostChips: 8

    visible: entry.asked
    width: parent ? (entry.brief && entry.roomy ? (parent.width - Theme.s4) / 2 : parent.width) : 320
    implicitHeight: holder.height

    property Item inner: null

    function start() {
        if (entry.inner)
            entry.inner.forceActiveFocus(Qt.TabFocusReason);
    }
    function only(made: bool): int {
        return made ? 1 : 0;
    }

    // One of them is made: a Loader cannot make bound components.
    Column {
        id: holder
        width: entry.width
        Repeater {
            model: entry.only(entry.brief || entry.widget === "line")
            delegate: line
        }
        Repeater {
            model: entry.only(entry.widget === "lines")
            delegate: lines
        }
        Repeater {
            model: entry.only(entry.widget === "choice")
            delegate: choice
        }
        Repeater {
            model: entry.only(entry.widget === "yesno")
            delegate: yesNo
        }
        Repeater {
            model: entry.only(entry.widget === "worker")
            delegate: worker
        }
        Repeater {
            model: entry.only(entry.widget === "person")
            delegate: person
        }
    }

    component Above: Column {
        width: entry.width
        spacing: 2
        Label {
            width: parent.width
            text: entry.modelData.label
            weight: 500
            Accessible.ignored: true
        }
        Label {
            visible: text.length > 0
            width: parent.width
            text: entry.hint
            type: Theme.small
            color: Theme.ink2
            Accessible.ignored: true
        }
    }
    component Below: FaultLine {
        about: entry
        width: entry.width
        text: entry.fault
    }

    Component {
        id: line
        FocusScope {
            id: lineScope
            Component.onCompleted: entry.inner = lineScope
            focus: true
            width: entry.width
            implicitHeight: lineColumn.implicitHeight
            Column {
                id: lineColumn
                width: parent.width
                spacing: Theme.s1
                Field {
                    id: lineField
                    focus: true
                    width: parent.width
                    label: entry.modelData.label
                    help: entry.hint
                    text: entry.modelData.text
                    number: entry.widget === "number"
                    fault: entry.fault
                    under: entry.understood.length > 0 ? qsTr("Understood as %1", "form: under a date as it was typed, %1 the day in full").arg(entry.understood) : ""
                    onEdited: text => entry.form.type(entry.modelData.key, text)
                }
                Flow {
                    id: picks
                    visible: entry.modelData.picks.length > 0 && lineField.text.length === 0
                    width: parent.width
                    spacing: Theme.s2
                    Repeater {
                        model: entry.modelData.picks
                        LinkButton {
                            id: pick
                            required property string modelData
                            inRow: true
                            text: pick.modelData
                            spoken: qsTr("%1: %2", "screen reader, %1 what is asked, %2 an answer").arg(entry.modelData.label).arg(pick.modelData)
                            onClicked: {
                                lineField.text = pick.modelData;
                                entry.form.type(entry.modelData.key, pick.modelData);
                                lineField.forceActiveFocus(Qt.TabFocusReason);
                            }
                        }
                    }
                }
            }
        }
    }
    Component {
        id: lines
        FocusScope {
            id: prose
            Component.onCompleted: entry.inner = prose
            focus: true
            width: entry.width
            implicitHeight: proseColumn.implicitHeight
            Column {
                id: proseColumn
                width: parent.width
                spacing: Theme.s1
                Above {}
                WritingArea {
                    id: words
                    property string last: entry.modelData.text
                    width: parent.width
                    focus: true
                    minimumLines: 2
                    spoken: Spoken.join([entry.modelData.label, entry.hint])
                    fault: entry.fault
                    text: entry.modelData.text
                    onEdited: {
                        if (words.text === words.last)
                            return;
                        words.last = words.text;
                        entry.form.type(entry.modelData.key, words.text);
                    }
                }
                Below {}
            }
        }
    }
    Component {
        id: choice
        FocusScope {
            id: choosing
            Component.onCompleted: entry.inner = choosing
            focus: true
            readonly property bool chips: entry.modelData.choices.length <= entry.mostChips
            readonly property int current: entry.form.chosen[entry.key] ?? -1
            // What the form came with is changed, never taken away.
            readonly property bool clearable: entry.modelData.text.length === 0
            width: entry.width
            implicitHeight: choiceColumn.implicitHeight
            Accessible.ignored: true

            function choose(index: int) {
                if (index < 0)
                    entry.form.type(entry.modelData.key, "");
                else
                    entry.form.choose(entry.modelData.key, index);
            }
            Column {
                id: choiceColumn
                width: parent.width
                spacing: Theme.s1
                Above {}
                ChoiceChips {
                    visible: choosing.chips
                    width: parent.width
                    focus: choosing.chips
                    label: entry.modelData.label
                    described: entry.fault
                    options: choosing.chips ? entry.modelData.choices : []
                    current: choosing.current
                    clearable: choosing.clearable
                    onChosen: index => choosing.choose(index)
                }
                ChoiceList {
                    visible: !choosing.chips
                    width: Math.min(parent.width, Math.round(480 * Theme.textScale))
                    focus: !choosing.chips
                    label: entry.modelData.label
                    described: entry.fault
                    options: choosing.chips ? [] : entry.modelData.choices
                    current: choosing.current
                    clearable: choosing.clearable
                    onChosen: index => choosing.choose(index)
                }
                Below {}
            }
        }
    }
    Component {
        id: yesNo
        FocusScope {
            id: yesNoScope
            Component.onCompleted: entry.inner = yesNoScope
            focus: true
            width: entry.width
            implicitHeight: yesNoColumn.implicitHeight
            Column {
                id: yesNoColumn
                width: parent.width
                CheckRow {
                    width: parent.width
                    focus: true
                    text: entry.modelData.label
                    detail: entry.hint
                    ticked: (entry.form.chosen[entry.key] ?? 1) === 0
                    onClicked: entry.form.choose(entry.modelData.key, ticked ? 1 : 0)
                }
                Below {}
            }
        }
    }
    Component {
        id: person
        FocusScope {
            id: personScope
            Component.onCompleted: entry.inner = personScope
            focus: true
            width: entry.width
            implicitHeight: personColumn.implicitHeight
            Column {
                id: personColumn
                width: parent.width
                spacing: Theme.s1
                Above {}
                FormPerson {
                    width: parent.width
                    focus: true
                    form: entry.form
                    modelData: entry.modelData
                    described: entry.fault
                }
            }
        }
    }
    Component {
        id: worker
        FocusScope {
            id: workerScope
            Component.onCompleted: entry.inner = workerScope
            focus: true
            width: entry.width
            implicitHeight: workerColumn.implicitHeight
            Column {
                id: workerColumn
                width: parent.width
                spacing: Theme.s1
                Above {}
                FormWorker {
                    width: parent.width
                    focus: true
                    form: entry.form
                    key: entry.modelData.key
                    label: entry.modelData.label
                }
                Below {}
            }
        }
    }
}
