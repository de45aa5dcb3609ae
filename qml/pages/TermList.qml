pragma ComponentBehavior: Bound
import QtQuick
import Frontsheet.Theme
import Frontsheet.Controls

// Labels and values as ruled rows; the value goes below its label where there is no room beside it.
Column {
    id: list

    required property var terms // {label, value}
    readonly property bool stacked: list.width / Theme.textScale < 460

    Repeater {
        model: list.terms
        PanelRow {
            id: row
            required property var modelData
            required property int index
            first: row.index === 0
            last: row.index === list.terms.length - 1
            padY: Theme.tablet ? 9 : 6
            spoken: Spoken.join([row.modelData.label, row.modelData.value])
            Label {
                id: label
                width: list.stacked ? parent.width : Math.round(150 * Theme.textScale)
                text: row.modelData.label
                color: Theme.ink2
                Accessible.ignored: true
            }
            Label {
                x: list.stacked ? 0 : label.width + Theme.s3
                y: list.stacked ? label.height : 0
                width: parent.width - x
                text: row.modelData.value
                Accessible.ignored: true
            }
        }
    }
}
