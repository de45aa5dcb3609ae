pragma ComponentBehavior: Bound
import QtQuick
import Frontsheet.Theme
import Frontsheet.Controls
import Frontsheet.ViewModels

// Who will see the conference and what it decides, in a sentence; role by role when it is opened.
Column {
    id: fold

    required property ConferenceModel model
    property bool open: false

    visible: fold.model.audienceLine.length > 0
    spacing: Theme.s1

    LinkButton {
        leftPadding: 0
        inRow: true
        iconName: "eye"
        iconAfter: fold.open ? "chevron-up" : "chevron-down"
        text: qsTr("Who will see this", "beside a conference")
        onClicked: fold.open = !fold.open
    }
    Label {
        width: parent.width
        text: fold.model.audienceLine
        color: Theme.ink2
    }
    Label {
        width: parent.width
        text: qsTr("Whoever is asked to come reads what it is about, when and where, even where the rest is not shared with them.", "beside a conference")
        color: Theme.ink2
    }
    Label {
        visible: fold.open && text.length > 0
        width: parent.width
        text: fold.model.audienceSource
        type: Theme.small
        color: Theme.ink2
    }
    ReadersList {
        visible: fold.open
        height: visible ? implicitHeight : 0
        width: parent.width
        audience: fold.model.audience
    }
}
