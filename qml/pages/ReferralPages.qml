pragma ComponentBehavior: Bound
import QtQuick
import Frontsheet.ViewModels

// The pages of referrals, and where each leads: the list, one referral's journey, a new one.
Item {
    id: pages

    required property ShellWays ways
    readonly property AppModel app: pages.ways.app

    // To the first field of a new referral.
    function start() {
        (composePage.make() as ComposePage).start();
    }

    LazyPage {
        anchors.fill: parent
        shown: pages.ways.page === "referrals"

        sourceComponent: ReferralsPage {
            app: pages.app
            onOpenReferral: id => pages.ways.openReferral(id)
        }
    }
    LazyPage {
        anchors.fill: parent
        shown: pages.ways.page === "track"

        sourceComponent: TrackPage {
            app: pages.app
            backTo: pages.ways.backTo(qsTr("Referrals", "back link"))
            onBack: pages.ways.back()
            onOpenPerson: id => pages.ways.openPerson(id)
            onOpenHistory: (person, record) => pages.ways.openHistory(person, record)
            onRing: number => pages.ways.ring(number)
            onFollow: id => {
                pages.app.compose.openAfter(id);
                pages.ways.visit("compose");
            }
        }
    }
    LazyPage {
        id: composePage
        anchors.fill: parent
        shown: pages.ways.page === "compose"

        sourceComponent: ComposePage {
            app: pages.app
            onBack: pages.ways.back()
            onOpenReferral: id => pages.ways.openReferral(id)
            onSent: id => {
                pages.ways.back();
                pages.ways.openReferral(id);
            }
        }
    }
}
