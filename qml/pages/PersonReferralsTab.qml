pragma ComponentBehavior: Bound
import QtQuick
import Frontsheet.Theme
import Frontsheet.Controls
import Frontsheet.ViewModels

// All referrals about one person, open ones first.
ScrollPage {
    id: page

    required property FrontSheetModel sheet
    reading: !page.sheet.loaded && page.sheet.errorTitle.length === 0
    readonly property var referrals: page.visible ? page.sheet.referrals : []
    signal openReferral(string referralId)
    signal refer

    topMargin: Theme.gap
    about: page.sheet.personId

    Panel {
        width: parent.width
        title: qsTr("Referrals", "tab of a person")
        count: page.referrals.length > 0 ? page.referrals.length : ""
        EmptyState {
            visible: page.sheet.loaded && page.referrals.length === 0
            width: parent.width
            text: qsTr("No referrals yet.", "referrals of a person")
            action: qsTr("Refer", "button: make a referral")
            onActionChosen: page.refer()
        }
        Repeater {
            model: page.referrals
            ReferralRow {
                required property var modelData
                required property int index
                row: modelData
                withPerson: false
                first: index === 0
                last: index === page.referrals.length - 1
                onClicked: page.openReferral(row.id)
            }
        }
    }
}
