import QtQuick
import Frontsheet.Theme

// A value that is not for every glance, such as a key safe code: dots until Show, dots again after 30 seconds.
// `shown` is told to the view model, because showing is recorded. Given a width, long words wrap in it.
Flow {
    id: masked

    required property string value
    required property string means // what it is, for a screen reader
    readonly property string what: masked.means.replace(/[.]$/, "") // it goes on within a sentence
    property bool open: false
    property int hideAfter: 30000
    signal shown

    spacing: Theme.s2
    onValueChanged: masked.open = false // it may be somebody else's

    Label {
        width: masked.open && masked.width > 0 ? Math.min(Math.ceil(implicitWidth), masked.width) : implicitWidth
        height: Math.max(implicitHeight, more.height)
        verticalAlignment: Text.AlignVCenter
        text: masked.open ? masked.value : "••••"
        strong: true
        Accessible.name: masked.open ? masked.value : qsTr("%1, hidden", "%1 is what is hidden, such as Key safe code").arg(masked.what)
    }
    LinkButton {
        id: more
        inRow: true
        text: masked.open ? qsTr("Hide", "Button: cover the value again") : qsTr("Show", "Button: uncover a masked value; this is recorded")
        spoken: masked.open ? qsTr("Hide %1").arg(masked.what) : qsTr("Show %1. This is recorded.", "Screen reader").arg(masked.what)
        onClicked: {
            masked.open = !masked.open;
            if (masked.open)
                masked.shown();
        }
    }
    Timer {
        interval: masked.hideAfter
        running: masked.open
        onTriggered: masked.open = false
    }
}
