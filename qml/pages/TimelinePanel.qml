pragma ComponentBehavior: Bound
import QtQuick
import Frontsheet.Theme
import Frontsheet.Controls
import Frontsheet.ViewModels

// What happened, newest first, by kind and by agency. A chip says how many it gives, and the first of each row gives all back.
Panel {
    id: panel

    required property TimelineModel timeline
    readonly property bool choosable: panel.kinds.length > 2 || panel.agencies.length > 2
    readonly property var kinds: panel.timeline.kinds
    readonly property var agencies: panel.timeline.agencies
    property bool choosing: false
    signal opened(string place, string recordId)

    visible: panel.timeline.total > 0
    title: qsTr("What happened last", "front sheet: the newest events")
    count: panel.timeline.everything ? panel.timeline.total : qsTr("%1 of %2", "timeline: %1 chosen, %2 all").arg(panel.timeline.chosen).arg(panel.timeline.total)
    action: !panel.choosable ? "" : panel.choosing ? qsTr("Done", "timeline: folds the choice away") : qsTr("Choose", "timeline: by kind or agency")
    actionSpoken: panel.choosing ? qsTr("Done choosing what happened", "screen reader") : qsTr("Choose what happened by kind or agency", "screen reader")
    actionIcon: panel.choosing ? "chevron-up" : "chevron-down"
    onActionChosen: panel.choosing = !panel.choosing

    LazyPart {
        shown: panel.choosing && panel.choosable
        x: Theme.rowPad
        width: parent.width - 2 * x
        fitted: true
        sourceComponent: Column {
            topPadding: Theme.s3
            bottomPadding: Theme.s2
            spacing: Theme.s3
            ChoiceChips {
                objectName: "timelineKinds"
                width: parent.width
                label: qsTr("Kind", "timeline: choice of what is shown")
                options: panel.kinds.map(k => k.text)
                current: panel.timeline.kind
                onChosen: index => panel.timeline.chooseKind(index)
            }
            Rectangle {
                width: parent.width
                height: 1
                color: Theme.line
            }
            ChoiceChips {
                objectName: "timelineAgencies"
                width: parent.width
                label: qsTr("Agency", "timeline: choice of what is shown")
                options: panel.agencies.map(a => a.text)
                current: panel.timeline.agency
                onChosen: index => panel.timeline.chooseAgency(index)
            }
        }
    }
    // What is chosen stays in sight though the chips are folded away.
    PanelRow {
        visible: !panel.timeline.everything && !(panel.choosing && panel.timeline.chosen === 0)
        height: visible ? implicitHeight : 0
        padY: Theme.s1
        spoken: chosen.text
        Flow {
            width: parent.width
            spacing: Theme.s2
            Label {
                id: chosen
                width: Math.min(Math.ceil(implicitWidth), parent.width)
                height: Math.max(implicitHeight, all.height)
                verticalAlignment: Text.AlignVCenter
                text: Spoken.join([panel.timeline.kind > 0 ? panel.kinds[panel.timeline.kind].text : "", panel.timeline.agency > 0 ? panel.agencies[panel.timeline.agency].text : ""])
                strong: true
                Accessible.ignored: true
            }
            LinkButton {
                id: all
                objectName: "timelineAll"
                inRow: true
                text: qsTr("Show everything", "timeline: button, no choice any longer")
                onClicked: panel.timeline.showEverything()
            }
        }
    }
    EmptyState {
        visible: panel.timeline.none.length > 0
        width: parent.width
        text: panel.timeline.none
        action: qsTr("Show everything", "timeline: button, no choice any longer")
        onActionChosen: panel.timeline.showEverything()
    }
    Item {
        width: 1
        height: Theme.s3
    }
    Repeater {
        model: PlacedRows {
            rows: panel.timeline.rows
            spare: 12
        }
        TimelineRow {
            required property var modelData
            required property int index
            required property bool here
            visible: here
            happening: modelData
            last: index === panel.timeline.rows.length - 1
            onChosen: panel.opened(modelData.opens, modelData.record)
        }
    }
    PanelRow {
        visible: panel.timeline.more > 0
        height: visible ? implicitHeight : 0
        last: true
        LinkButton {
            x: -Theme.s1
            text: qsTr("Show %n earlier", "timeline: button under the newest", panel.timeline.more)
            iconName: "chevron-down"
            onClicked: panel.timeline.showMore()
        }
    }
}
