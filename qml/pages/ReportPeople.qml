pragma ComponentBehavior: Bound
import QtQuick
import Frontsheet.Theme
import Frontsheet.Controls
import Frontsheet.ViewModels

// The people behind one figure of a report, each leading to their page or their referral.
Panel {
    id: list

    required property ReportsModel report
    signal openPerson(string personId)
    signal openReferral(string referralId)

    emphasised: true
    title: list.report.behindTitle
    count: list.report.people.length
    action: qsTr("Close", "button: the list behind a figure")
    actionIcon: "close"
    onActionChosen: list.report.showBehind("", "")

    Repeater {
        model: list.report.people
        PanelRow {
            id: person
            required property var modelData
            required property int index
            leads: true
            first: person.index === 0
            last: person.index === list.report.people.length - 1 && list.report.peopleMore.length === 0
            spoken: Spoken.join([person.modelData.name, person.modelData.age, person.modelData.own, person.modelData.line])
            onClicked: {
                if (person.modelData.referralId.length > 0)
                    list.openReferral(person.modelData.referralId);
                else
                    list.openPerson(person.modelData.personId);
            }
            Column {
                width: parent.width - chevron.width - Theme.s2
                spacing: 2
                Label {
                    width: parent.width
                    text: person.modelData.age.length > 0 ? qsTr("%1, %2", "person on a list: name, age").arg(person.modelData.name).arg(person.modelData.age) : person.modelData.name
                    type: Theme.row
                    Accessible.ignored: true
                }
                Label {
                    visible: text.length > 0
                    width: parent.width
                    text: person.modelData.own
                    Accessible.ignored: true
                }
                Label {
                    width: parent.width
                    text: person.modelData.line
                    color: Theme.ink2
                    Accessible.ignored: true
                }
            }
            LineIcon {
                id: chevron
                name: "chevron-right"
                color: Theme.ink2
                size: Theme.iconSmall
                anchors.right: parent.right
                anchors.verticalCenter: parent.verticalCenter
            }
        }
    }
    PanelRow {
        visible: list.report.peopleMore.length > 0
        height: visible ? implicitHeight : 0
        last: true
        spoken: list.report.peopleMore
        Label {
            width: parent.width
            text: list.report.peopleMore
            color: Theme.ink2
            Accessible.ignored: true
        }
    }
}
