import QtQuick
import Frontsheet.Theme
import Frontsheet.Controls

// A row of one sentence that leads to another page.
PanelRow {
    id: row

    property string iconName: ""

    underHeading: false
    leads: true
    spoken: row.text

    LineIcon {
        id: icon
        visible: row.iconName.length > 0
        name: row.iconName
        color: Theme.accent
        size: Theme.iconSize
        anchors.verticalCenter: parent.verticalCenter
    }
    Label {
        x: icon.visible ? icon.width + Theme.s3 : 0
        width: parent.width - x - Theme.iconSmall - Theme.s2
        text: row.text
        Accessible.ignored: true
    }
    LineIcon {
        name: "chevron-right"
        color: Theme.ink2
        size: Theme.iconSmall
        anchors.right: parent.right
        anchors.verticalCenter: parent.verticalCenter
    }
}
