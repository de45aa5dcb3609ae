pragma ComponentBehavior: Bound
import QtQuick
import Frontsheet.Theme
import Frontsheet.Controls

// For whose eyes alone: some of those who would read it otherwise. Nobody is added that the agreements leave out.
Sheet {
    id: sheet

    // {key, name, detail, badge, chosen}
    required property var choices
    required property int named
    property string intro: sheet.choices.length > 0 ? qsTr("You and the people you choose will read it, nobody else. Of others, nobody is told that it is there.", "restricting a note") : qsTr("Nobody but you would read it as it is.", "restricting a note")
    // Of what is on the record already: {badge, people, gains}, who loses it. Where there is a `saving`, nothing counts before.
    property var consequence: []
    property bool saving: false
    property bool busy: false
    signal readerChosen(string key, bool chosen)
    signal openedToAll
    signal finished

    heading: qsTr("Only for named readers", "sheet heading: restrict a note")

    Label {
        width: parent.width
        color: Theme.ink2
        text: sheet.intro
    }
    Panel {
        visible: sheet.choices.length > 0
        width: parent.width
        Repeater {
            model: sheet.choices.length // a row stays itself when it is ticked: it has the keyboard, and says what became of it
            PickRow {
                id: row
                required property int index
                readonly property var one: sheet.choices[row.index] ?? {}
                first: row.index === 0
                underHeading: false
                last: row.index === sheet.choices.length - 1
                title: row.one.name ?? ""
                detail: row.one.detail ?? ""
                initials: row.one.badge?.initials ?? ""
                shortName: row.one.badge?.shortName ?? ""
                hue: row.one.badge?.hue ?? 0
                chosen: row.one.chosen ?? false
                Accessible.role: Accessible.CheckBox
                onClicked: sheet.readerChosen(row.one.key, !row.one.chosen)
            }
        }
    }
    Column {
        visible: sheet.saving && sheet.consequence.length > 0
        width: parent.width
        spacing: Theme.s2
        Label {
            width: parent.width
            text: qsTr("What that changes", "restricting what is on the record")
            type: Theme.row
            Accessible.role: Accessible.Heading
        }
        Repeater {
            model: sheet.consequence
            Column {
                id: change
                required property var modelData
                width: parent.width
                spacing: 2
                AgencyBadge {
                    width: parent.width
                    initials: change.modelData.badge.initials
                    shortName: change.modelData.badge.shortName
                    hue: change.modelData.badge.hue
                }
                Label {
                    width: parent.width
                    text: change.modelData.gains ? qsTr("%1 will read it.", "restricting, %1 people").arg(change.modelData.people) : qsTr("%1 will no longer read it. It goes from their devices at their next contact.", "restricting, %1 people").arg(change.modelData.people)
                }
            }
        }
    }
    Flow {
        width: parent.width
        spacing: Theme.s2
        PrimaryButton {
            text: sheet.saving ? qsTr("Save", "button: restrict to named readers") : qsTr("Done", "button: close the choice of readers")
            enabled: !sheet.busy
            onClicked: {
                sheet.finished();
                sheet.close();
            }
        }
        SecondaryButton {
            text: qsTr("Everybody who may", "button: take the restriction of a note away")
            enabled: sheet.named > 0 && !sheet.busy
            onClicked: {
                sheet.openedToAll();
                if (!sheet.saving)
                    sheet.close();
            }
        }
        SecondaryButton {
            visible: sheet.saving
            text: qsTr("Not now", "button: close without saving")
            onClicked: sheet.close()
        }
    }
}
