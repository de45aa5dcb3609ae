pragma ComponentBehavior: Bound
import QtQuick
import Frontsheet.Theme
import Frontsheet.Controls
import Frontsheet.ViewModels

// Waiting for you and taken by you; sent by you and ended.
ScrollPage {
    id: page

    required property AppModel app
    readonly property ReferralListModel lists: page.app.referrals
    reading: !page.lists.loaded && page.lists.errorTitle.length === 0
    readonly property bool wide: page.innerWidth / Theme.textScale >= 900
    readonly property real half: page.wide ? (page.innerWidth - Theme.gap) / 2 : page.innerWidth
    signal openReferral(string referralId)

    component Part: Column {
        id: part
        required property string title
        required property string none
        required property var rows
        property bool first: false
        signal chosen(string id)
        spacing: Theme.s2
        SectionHead {
            width: parent.width
            title: part.title
            count: part.rows.length > 0 ? part.rows.length : ""
        }
        Panel {
            width: parent.width
            emphasised: part.first && part.rows.length > 0
            EmptyState {
                visible: page.lists.loaded && part.rows.length === 0
                width: parent.width
                text: part.none
            }
            Repeater {
                model: part.rows
                ReferralRow {
                    required property var modelData
                    required property int index
                    row: modelData
                    first: index === 0
                    underHeading: false
                    last: index === part.rows.length - 1
                    onClicked: part.chosen(row.id)
                }
            }
        }
    }

    PageHead {
        id: head
        width: parent.width
        title: qsTr("Referrals", "page name")
        under: page.lists.needingMe > 0 ? qsTr("%n wait(s) for you", "referrals", page.lists.needingMe) : page.lists.loaded ? qsTr("Nothing waits for you.", "referrals") : ""
    }
    Column {
        id: left
        y: head.height + Theme.s4
        width: page.half
        spacing: Theme.s5
        LockedNotice {
            width: parent.width
            app: page.app
        }
        Part {
            width: parent.width
            first: true
            title: qsTr("Waiting for you", "referrals to answer")
            none: qsTr("No referral waits for your answer.", "referrals")
            rows: page.lists.waiting
            onChosen: id => page.openReferral(id)
        }
        Part {
            width: parent.width
            title: qsTr("You have taken", "referrals accepted by you")
            none: qsTr("Nothing open that you have accepted.", "referrals")
            rows: page.lists.taken
            onChosen: id => page.openReferral(id)
        }
    }
    Column {
        x: page.wide ? page.half + Theme.gap : 0
        y: page.wide ? left.y : left.y + left.height + Theme.s5
        width: page.half
        spacing: Theme.s5
        Part {
            visible: page.lists.toRead.length > 0
            width: parent.width
            first: true
            title: qsTr("Outcomes to read", "referrals of yours that have ended, whose outcome you have not read")
            none: ""
            rows: page.lists.toRead
            onChosen: id => page.openReferral(id)
        }
        Part {
            width: parent.width
            title: qsTr("Sent by you", "open referrals")
            none: qsTr("No open referral of yours. Make one from a person’s front sheet.", "referrals")
            rows: page.lists.sent
            onChosen: id => page.openReferral(id)
        }
        Part {
            visible: page.lists.looseEnds.length > 0
            width: parent.width
            first: true
            title: qsTr("Loose ends of your agency", "referrals that have gone quiet, for a manager")
            none: ""
            rows: page.lists.looseEnds
            onChosen: id => page.openReferral(id)
        }
        Part {
            visible: page.lists.ended.length > 0
            width: parent.width
            title: qsTr("Ended", "finished, declined or withdrawn referrals of yours")
            none: ""
            rows: page.lists.ended
            onChosen: id => page.openReferral(id)
        }
    }
}
