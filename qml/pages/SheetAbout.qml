pragma ComponentBehavior: Bound
import QtQuick
import Frontsheet.Theme
import Frontsheet.Controls
import Frontsheet.ViewModels

// What agencies agree on about the person, each with who says so and since when.
Panel {
    id: panel

    required property string called
    required property PlacedRows about // FrontSheetModel.about

    title: qsTr("About %1", "front sheet, %1 name as people say it").arg(panel.called)
    Repeater {
        model: panel.about
        PanelRow {
            id: fact
            required property var modelData
            required property int index
            required property bool here
            visible: fact.here
            first: fact.index === 0
            last: fact.index === panel.about.count - 1
            padY: Theme.tablet ? 9 : 6
            spoken: Spoken.join([fact.modelData.label, fact.modelData.value, fact.modelData.badge.shortName])
            Label {
                id: label
                width: Math.round((Theme.tablet ? 100 : 82) * Theme.textScale)
                text: fact.modelData.label
                type: Theme.small
                color: Theme.ink2
                lineHeight: Theme.body.line
                Accessible.ignored: true
            }
            Column {
                width: parent.width
                Label {
                    x: label.width
                    width: parent.width - x
                    text: fact.modelData.value
                    weight: 500
                    Accessible.ignored: true
                }
                AgencyBadge {
                    width: parent.width
                    initials: fact.modelData.badge.initials
                    shortName: fact.modelData.badge.shortName
                    hue: fact.modelData.badge.hue
                    trailing: fact.modelData.badge.trailing
                    Accessible.ignored: true
                }
            }
        }
    }
}
