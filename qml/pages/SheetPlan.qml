pragma ComponentBehavior: Bound
import QtQuick
import Frontsheet.Theme
import Frontsheet.Controls
import Frontsheet.ViewModels

// The plan in a glance: who leads it, when it is looked at, what is open. The rest has its own tab.
Panel {
    id: panel

    required property FrontSheetModel sheet
    readonly property var plan: panel.sheet.plan
    readonly property bool none: (panel.plan.leads ?? []).length === 0 && (panel.plan.work ?? "").length === 0
    signal opened

    PlacedRows {
        id: leads
        rows: panel.plan.leads ?? []
        spare: 2
    }
    title: qsTr("Plan", "front sheet")
    action: qsTr("Open the plan", "front sheet")
    onActionChosen: panel.opened()

    EmptyState {
        visible: panel.sheet.loaded && panel.none
        width: parent.width
        text: qsTr("Nobody leads a plan yet.", "front sheet")
    }
    PanelRow {
        visible: (panel.plan.twoLeads ?? "").length > 0
        height: visible ? implicitHeight : 0
        first: true
        waiting: true
        spoken: panel.plan.twoLeads ?? ""
        Label {
            width: parent.width
            text: panel.plan.twoLeads ?? ""
            strong: true
            color: Theme.attention
            Accessible.ignored: true
        }
    }
    Repeater {
        model: leads
        PanelRow {
            id: lead
            required property var modelData
            required property int index
            required property bool here
            visible: lead.here
            first: lead.index === 0 && leads.count === 1
            last: lead.index === leads.count - 1 && !rest.visible
            padY: Theme.tablet ? 9 : 6
            spoken: Spoken.join([lead.modelData.text, lead.modelData.detail, lead.modelData.badge.shortName])
            Column {
                width: parent.width
                spacing: 2
                Label {
                    width: parent.width
                    text: lead.modelData.text
                    strong: true
                    Accessible.ignored: true
                }
                Label {
                    visible: text.length > 0
                    width: parent.width
                    text: lead.modelData.detail
                    strong: lead.modelData.late
                    color: lead.modelData.late ? Theme.attention : Theme.ink
                    Accessible.ignored: true
                }
                AgencyBadge {
                    width: parent.width
                    initials: lead.modelData.badge.initials
                    shortName: lead.modelData.badge.shortName
                    hue: lead.modelData.badge.hue
                    Accessible.ignored: true
                }
            }
        }
    }
    PanelRow {
        id: rest
        visible: (panel.plan.work ?? "").length > 0
        height: visible ? implicitHeight : 0
        first: leads.count === 0
        last: !crisis.visible
        padY: Theme.tablet ? 9 : 6
        spoken: panel.plan.work ?? ""
        Label {
            width: parent.width
            text: panel.plan.work ?? ""
            color: panel.plan.late ? Theme.attention : Theme.ink
            Accessible.ignored: true
        }
    }
    PanelRow {
        id: crisis
        visible: (panel.plan.crisis ?? "").length > 0
        height: visible ? implicitHeight : 0
        first: panel.none
        last: true
        leads: true
        spoken: panel.plan.crisis ?? ""
        onClicked: panel.opened()
        LineIcon {
            id: sign
            name: "alert"
            color: Theme.attention
            size: Theme.iconSize - 1
        }
        Label {
            x: sign.width + Theme.s3
            width: parent.width - x
            text: panel.plan.crisis ?? ""
            strong: true
            color: Theme.accent
            Accessible.ignored: true
        }
    }
}
