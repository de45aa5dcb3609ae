pragma ComponentBehavior: Bound
import QtQuick
import Frontsheet.Theme
import Frontsheet.Controls
import Frontsheet.ViewModels

// Before somebody is off the care team: what happens to what they hold, what stays theirs, or what they hand over first.
Sheet {
    id: sheet

    required property CareTeamModel team
    readonly property var parting: sheet.team.parting
    readonly property bool may: sheet.parting.may ?? false

    heading: sheet.parting.title ?? ""

    onOpened: (sheet.may ? act : keep).forceActiveFocus(Qt.TabFocusReason)
    onClosed: sheet.team.dismissParting()

    Repeater {
        model: sheet.parting.text ?? []
        Label {
            required property string modelData
            width: parent ? parent.width : 0
            text: modelData
        }
    }
    Repeater {
        model: sheet.parting.handOver ?? []
        Notice {
            required property var modelData
            width: parent ? parent.width : 0
            title: modelData.what
            text: modelData.how
        }
    }
    Column {
        visible: (sheet.parting.stays ?? []).length > 0
        width: parent.width
        spacing: Theme.s1
        Label {
            width: parent.width
            text: sheet.parting.staysTitle ?? ""
            strong: true
        }
        Repeater {
            model: sheet.parting.stays ?? []
            Label {
                required property string modelData
                width: parent ? parent.width : 0
                text: modelData
                color: Theme.ink2
            }
        }
    }
    foot: Flow {
        width: parent.width
        spacing: Theme.s2
        PrimaryButton {
            id: act
            objectName: "takeOff"
            visible: sheet.may
            text: sheet.parting.me ? qsTr("Leave the care team", "button: the worker themselves is no longer involved") : qsTr("Take off the care team", "button: a worker is no longer involved")
            enabled: !sheet.team.busy
            onClicked: sheet.team.takeOff()
        }
        SecondaryButton {
            id: keep
            text: sheet.may ? qsTr("Stay as it is", "button: nobody leaves the care team") : qsTr("Close", "button: closes a sheet")
            onClicked: sheet.close()
        }
    }
    Connections {
        target: sheet.team
        enabled: sheet.visible
        function onDone() {
            sheet.close();
        }
        function onErrorChanged() {
            if (sheet.team.errorTitle.length > 0)
                sheet.close();
        }
    }
}
