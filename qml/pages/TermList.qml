pragma ComponentBehavior: Bound
import QtQuick
import Frontsheet.Theme
import Frontsheet.Controls

// Labels and values as ruled rows; the value goes below its label where there is no room beside it.
Column {
    id: list

    required property var terms // {label, value}

    Repeater {
        model: list.terms
        PanelRow {
            id: row
            required property var modelData
            required property int index
            readonly property bool stacked: row.width / Theme.textScale < 460
            first: row.index === 0
            last: row.index === list.terms.length - 1
            padY: Theme.tablet ? 9 : 6
            spoken: Spoken.join([row.modelData.label, row.modelData.value])
            Grid {
                id: pair
                width: parent.width
                columns: row.stacked ? 1 : 2
                columnSpacing: Theme.s3
                Label {
                    id: label
                    width: row.stacked ? pair.width : Math.round(150 * Theme.textScale)
                    text: row.modelData.label
                    color: Theme.ink2
                    Accessible.ignored: true
                }
                Label {
                    width: row.stacked ? pair.width : pair.width - label.width - pair.columnSpacing
                    text: row.modelData.value
                    Accessible.ignored: true
                }
            }
        }
    }
}
