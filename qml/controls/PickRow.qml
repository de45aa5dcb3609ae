import QtQuick
import Frontsheet.Theme

// One of several to choose from, with a round mark that is filled when chosen.
PanelRow {
    id: row

    required property string title
    property string detail: ""
    property bool chosen: false
    property string initials: ""
    property string shortName: ""
    property int hue: 0
    property string aside: ""

    leads: true
    // Of what a row can be by its class the nearest: something that is chosen or not, and is chosen by who shows it.
    checkable: true
    checked: row.chosen
    onToggled: row.checked = Qt.binding(() => row.chosen)
    spoken: Spoken.join([row.title, row.detail, row.shortName, row.aside])
    Accessible.role: Accessible.RadioButton
    Accessible.checkable: true
    Accessible.checked: row.chosen
    Accessible.onToggleAction: row.clicked()

    Rectangle {
        id: dot
        width: Math.round(18 * Math.min(Theme.textScale, 1.5))
        height: width
        radius: width / 2
        y: 2
        color: Theme.surface
        border.width: row.chosen ? 2 : 1
        border.color: row.chosen ? Theme.accent : Theme.edge
        Rectangle {
            visible: row.chosen
            anchors.centerIn: parent
            width: parent.width / 2
            height: width
            radius: width / 2
            color: Theme.accent
        }
    }
    Column {
        x: dot.width + Theme.s3
        width: parent.width - x
        spacing: 2
        Label {
            width: parent.width
            text: row.title
            type: Theme.row
            Accessible.ignored: true
        }
        Label {
            visible: text.length > 0
            width: parent.width
            text: row.detail
            Accessible.ignored: true
        }
        AgencyBadge {
            visible: row.shortName.length > 0
            width: parent.width
            initials: row.initials
            shortName: row.shortName
            hue: row.hue
            trailing: row.aside
            Accessible.ignored: true
        }
    }
}
