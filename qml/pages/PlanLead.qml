pragma ComponentBehavior: Bound
import QtQuick
import Frontsheet.Theme
import Frontsheet.Controls

// Who leads the plan: its one case owner, what was agreed with whom, and whether somebody else is asked to take it over.
PlanRow {
    id: item

    required property var lead // PlanReader::lead
    property bool busy: false
    signal ring(string number)
    signal passOn
    signal takeBack
    signal accept
    signal decline
    signal close

    row: item.lead
    name: qsTr("The plan of %1", "screen reader: %1 agency that leads it").arg(item.lead.badge.shortName)
    waiting: item.lead.mayAnswer
    open: item.lead.mayAnswer
    spoken: Spoken.join([who.says, item.lead.badge.shortName, item.lead.since, item.lead.review, item.lead.offer])

    QtObject {
        id: who
        readonly property string says: item.lead.ownerMine ? qsTr("You are case owner", "plan") : qsTr("%1 is case owner", "plan: %1 worker").arg(item.lead.owner)
    }
    body: Column {
        width: parent.width
        spacing: 2
        Label {
            width: parent.width
            text: who.says
            type: Theme.row
            Accessible.ignored: true
        }
        Label {
            visible: text.length > 0
            width: parent.width
            text: item.lead.role.length > 0 && item.lead.since.length > 0 ? qsTr("%1, %2", "case owner: %1 role, %2 since when").arg(item.lead.role).arg(item.lead.since) : item.lead.role + item.lead.since
            color: Theme.ink2
            Accessible.ignored: true
        }
        Label {
            visible: text.length > 0
            width: parent.width
            text: item.lead.summary
            topPadding: Theme.s1
        }
        Label {
            visible: text.length > 0
            width: parent.width
            text: item.lead.agreed
            color: Theme.ink2
        }
        Label {
            visible: text.length > 0
            width: parent.width
            text: item.lead.review
            strong: item.lead.reviewLate
            color: item.lead.reviewLate ? Theme.attention : Theme.ink2
            Accessible.ignored: true
        }
        Label {
            visible: text.length > 0
            width: parent.width
            text: item.lead.closed
        }
        Label {
            visible: text.length > 0
            width: parent.width
            text: item.lead.continues
            color: Theme.ink2
        }
        Label {
            visible: text.length > 0
            width: parent.width
            text: item.lead.offer
            strong: true
            topPadding: Theme.s1
            Accessible.ignored: true
        }
        Label {
            visible: item.lead.offerWords.length > 0
            width: parent.width
            text: qsTr("“%1”", "somebody's own words").arg(item.lead.offerWords)
        }
        RingButton {
            width: Math.min(implicitWidth, parent.width)
            who: item.lead.owner
            number: item.lead.phone
            inRow: true
            onRing: number => item.ring(number)
        }
    }
    rest: Flow {
        width: parent ? parent.width : 0
        spacing: Theme.s2
        topPadding: Theme.s1
        PrimaryButton {
            visible: item.lead.mayAnswer
            enabled: !item.busy
            inRow: true
            iconName: "person-check"
            text: qsTr("Take it over", "button: become case owner")
            onClicked: item.accept()
        }
        SecondaryButton {
            visible: item.lead.mayAnswer
            enabled: !item.busy
            inRow: true
            iconName: "arrow-back"
            text: qsTr("I cannot take it", "button: say no to becoming case owner")
            onClicked: item.decline()
        }
        SecondaryButton {
            visible: item.lead.mayOffer
            enabled: !item.busy
            inRow: true
            iconName: "people"
            text: qsTr("Pass it on", "button: ask somebody to become case owner")
            onClicked: item.passOn()
        }
        SecondaryButton {
            visible: item.lead.mayTakeBack
            enabled: !item.busy
            inRow: true
            iconName: "undo"
            text: qsTr("Take the question back", "button: nobody is asked to become case owner any more")
            onClicked: item.takeBack()
        }
        SecondaryButton {
            visible: item.lead.mayClose
            enabled: !item.busy
            inRow: true
            text: qsTr("Close the plan", "button")
            onClicked: item.close()
        }
    }
}
