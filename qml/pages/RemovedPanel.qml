pragma ComponentBehavior: Bound
import QtQuick
import Frontsheet.Theme
import Frontsheet.Controls
import Frontsheet.ViewModels

// "Removed from 3 of 4 devices", as the agency's server knows it: asked for, since it needs the server and is written down.
Panel {
    id: panel

    required property DisclosureModel model
    required property string personId
    readonly property bool current: panel.model.personId === panel.personId

    title: qsTr("Taken back from devices", "panel: who has removed what they held")

    PanelRow {
        underHeading: true
        last: !panel.current || panel.model.devices.length === 0
        spoken: summary.text
        Column {
            width: parent.width
            spacing: Theme.s2
            Label {
                id: summary
                objectName: "removedText"
                width: parent.width
                text: panel.current && panel.model.devicesFetched ? panel.model.removedText : qsTr("When something may no longer be shared, it leaves the devices it had reached. Your agency's server knows which of them have answered.", "panel: taken back from devices")
                Accessible.ignored: true
            }
            Label {
                visible: text.length > 0
                width: parent.width
                text: panel.current && panel.model.errorTitle.length > 0 ? qsTr("%1 %2", "%1 what happened, %2 what to do").arg(panel.model.errorTitle).arg(panel.model.errorText) : ""
                color: Theme.danger
            }
            SecondaryButton {
                objectName: "askDevices"
                text: panel.model.busy ? qsTr("Asking the server", "button, while waiting") : panel.current && panel.model.devicesFetched ? qsTr("Ask again", "button") : qsTr("Ask which devices", "button: fetch which devices have removed it")
                iconName: "sync"
                inRow: true
                enabled: !panel.model.busy
                onClicked: {
                    panel.model.open(panel.personId);
                    panel.model.fetchDevices();
                }
            }
        }
    }
    Repeater {
        model: panel.current ? panel.model.devices : []
        PanelRow {
            id: device
            required property var modelData
            required property int index
            last: device.index === panel.model.devices.length - 1
            spoken: Spoken.join([device.modelData.badge.shortName, device.modelData.text])
            Column {
                width: parent.width
                spacing: 2
                AgencyBadge {
                    width: parent.width
                    initials: device.modelData.badge.initials
                    shortName: device.modelData.badge.shortName
                    hue: device.modelData.badge.hue
                    Accessible.ignored: true
                }
                Label {
                    width: parent.width
                    text: device.modelData.text
                    color: device.modelData.waits ? Theme.attention : Theme.ink
                    Accessible.ignored: true
                }
            }
        }
    }
}
