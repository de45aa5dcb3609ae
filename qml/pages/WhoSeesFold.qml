pragma ComponentBehavior: Bound
import QtQuick
import Frontsheet.Theme
import Frontsheet.Controls
import Frontsheet.ViewModels

// Who will see what is being written, in a sentence; role by role when it is opened.
Column {
    id: fold

    required property PlanModel plan
    property bool open: false

    visible: fold.plan.audienceLine.length > 0
    spacing: Theme.s1

    LinkButton {
        leftPadding: 0
        inRow: true
        iconName: "eye"
        iconAfter: fold.open ? "chevron-up" : "chevron-down"
        text: qsTr("Who will see this", "beside a note")
        onClicked: fold.open = !fold.open
    }
    Label {
        width: parent.width
        text: fold.plan.audienceLine
        color: Theme.ink2
    }
    Label {
        visible: fold.open && text.length > 0
        width: parent.width
        text: fold.plan.audienceSource
        type: Theme.small
        color: Theme.ink2
    }
    ReadersList {
        visible: fold.open
        height: visible ? implicitHeight : 0
        width: parent.width
        audience: fold.plan.audience
    }
}
