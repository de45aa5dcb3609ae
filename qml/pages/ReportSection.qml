pragma ComponentBehavior: Bound
import QtQuick
import Frontsheet.Theme
import Frontsheet.Controls

// One part of a report: its figures, then what is to be known about them.
Panel {
    id: part

    required property var section // as ReportWording words it
    required property string chosen // the key of the figure whose people are shown
    signal figureChosen(string key, string title)

    title: part.section.title

    Repeater {
        model: part.section.figures
        FigureRow {
            required property var modelData
            required property int index
            figure: modelData
            chosen: part.chosen.length > 0 && modelData.key === part.chosen
            first: index === 0
            last: index === part.section.figures.length - 1 && part.section.notes.length === 0
            onClicked: part.figureChosen(modelData.key, modelData.text)
        }
    }
    Repeater {
        model: part.section.notes
        PanelRow {
            id: note
            required property string modelData
            required property int index
            first: note.index === 0 && part.section.figures.length === 0
            last: note.index === part.section.notes.length - 1
            spoken: note.modelData
            Label {
                width: parent.width
                text: note.modelData
                color: part.section.figures.length === 0 ? Theme.ink : Theme.ink2
                Accessible.ignored: true
            }
        }
    }
}
