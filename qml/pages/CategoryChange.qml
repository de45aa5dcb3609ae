pragma ComponentBehavior: Bound
import QtQuick
import Frontsheet.Theme
import Frontsheet.Controls

// Another category means other readers: who gains and who loses, before it is changed.
Rectangle {
    id: ask

    required property string category
    required property var rows // {badge, people, gains}
    signal confirmed
    signal kept

    function part(gains) {
        return ask.rows.filter(row => row.gains === gains).map(row => row.badge.shortName + ", " + row.people).join("; ");
    }
    readonly property string gaining: ask.part(true)
    readonly property string losing: ask.part(false)

    color: Theme.attentionTint
    radius: Theme.radiusPanel
    implicitHeight: column.height + 2 * Theme.s3
    Accessible.role: Accessible.AlertMessage
    Accessible.name: Spoken.join([title.text, gains.visible ? gains.text : "", loses.visible ? loses.text : ""])

    Column {
        id: column
        x: Theme.s3
        y: Theme.s3
        width: parent.width - 2 * x
        spacing: Theme.s1
        Label {
            id: title
            width: parent.width
            text: qsTr("As “%1” other people will see it", "%1 category of a note").arg(ask.category)
            strong: true
            color: Theme.attention
        }
        Label {
            id: gains
            visible: ask.gaining.length > 0
            width: parent.width
            text: qsTr("Will see it, or more of it: %1", "%1 roles and names").arg(ask.gaining)
        }
        Label {
            id: loses
            visible: ask.losing.length > 0
            width: parent.width
            text: qsTr("Will see no more, or less of it: %1", "%1 roles and names").arg(ask.losing)
        }
        Flow {
            width: parent.width
            spacing: Theme.s2
            SecondaryButton {
                text: qsTr("Change to %1", "button, %1 category of a note").arg(ask.category)
                onClicked: ask.confirmed()
            }
            LinkButton {
                text: qsTr("Keep it as it is", "button: do not change the category")
                onClicked: ask.kept()
            }
        }
    }
}
