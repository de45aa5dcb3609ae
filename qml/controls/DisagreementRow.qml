pragma ComponentBehavior: Bound
import QtQuick
import Frontsheet.Theme

// Two or more agencies hold different values: each with agency and date, in equal weight. One may tell, not overwrite.
// Each version: value, initials, shortName, hue, date.
Panel {
    id: panel

    required property string subject
    required property var versions

    iconName: "not-equal"
    title: qsTr("%1: %n version(s)", "%1 is what the agencies disagree on, such as Address", panel.versions.length).arg(panel.subject)

    Repeater {
        model: panel.versions

        PanelRow {
            id: version
            required property var modelData
            required property int index
            first: version.index === 0
            last: version.index === panel.versions.length - 1
            spoken: qsTr("%1, says %2, %3", "Screen reader: %1 value, %2 agency, %3 date").arg(version.modelData.value).arg(version.modelData.shortName).arg(version.modelData.date)

            Column {
                width: parent.width
                spacing: 2
                Label {
                    width: parent.width
                    text: version.modelData.value
                    type: Theme.row
                    font.pixelSize: Theme.body.size
                    lineHeight: Theme.body.line
                    Accessible.ignored: true
                }
                AgencyBadge {
                    width: parent.width
                    initials: version.modelData.initials
                    shortName: version.modelData.shortName
                    hue: version.modelData.hue
                    trailing: version.modelData.date
                    Accessible.ignored: true
                }
            }
        }
    }
}
