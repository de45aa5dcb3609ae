import QtQuick
import Frontsheet.Theme
import Frontsheet.Controls

// One attached file: what can be seen in it, what it is, and where it is on its way.
PanelRow {
    id: item

    // {address, name, detail, description, state, here, image}
    required property var file
    property bool editable: false
    readonly property string called: item.file.description.length > 0 ? item.file.description : item.file.name
    signal show
    signal remove

    spoken: Spoken.join([item.called, item.file.detail, item.file.state])
    pad: Theme.rowPad

    Column {
        width: parent.width
        spacing: Theme.s1
        Label {
            width: parent.width
            text: item.called
            strong: true
            Accessible.ignored: true
        }
        Label {
            width: parent.width
            text: item.file.detail
            type: Theme.small
            color: Theme.ink2
            Accessible.ignored: true
        }
        Row {
            visible: item.file.state.length > 0
            spacing: Theme.s2
            LineIcon {
                name: item.file.iconName
                color: Theme.ink2
                size: Theme.iconSmall
                anchors.verticalCenter: parent.verticalCenter
            }
            Label {
                text: item.file.state
                type: Theme.small
                width: Math.min(implicitWidth, item.width - 3 * Theme.s5)
                Accessible.ignored: true
            }
        }
        Flow {
            width: parent.width
            spacing: Theme.s3
            LinkButton {
                visible: item.file.image
                enabled: item.file.here
                text: item.file.here ? qsTr("Look at it", "button on an attached picture") : qsTr("Not here yet", "button on an attached picture")
                spoken: qsTr("%1: %2", "screen reader, %1 button, %2 an attached file").arg(text).arg(item.called)
                iconName: "eye"
                inRow: true
                onClicked: item.show()
            }
            LinkButton {
                visible: item.editable
                text: qsTr("Take off", "button: remove an attached file")
                spoken: qsTr("%1: %2", "screen reader, %1 button, %2 an attached file").arg(text).arg(item.called)
                textColor: Theme.ink2
                inRow: true
                onClicked: item.remove()
            }
        }
    }
}
