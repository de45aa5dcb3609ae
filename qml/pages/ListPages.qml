pragma ComponentBehavior: Bound
import QtQuick

// The pages that are lists: whom to ring, what waits to be sent, the reports, who may be the same person.
Item {
    id: pages

    required property ShellWays ways

    // One typed line answers whom to ring.
    function start() {
        (ringPage.make() as RingPage).start();
    }

    LazyPage {
        id: ringPage
        anchors.fill: parent
        shown: pages.ways.page === "ring"

        sourceComponent: RingPage {
            app: pages.ways.app
            onRingNumber: number => pages.ways.ring(number)
            onRefer: service => {
                if (pages.ways.app.ring.personId.length > 0)
                    pages.ways.refer(pages.ways.app.ring.personId, service);
                else
                    pages.ways.choosePerson("refer/" + service);
            }
            onChoosePerson: pages.ways.choosePerson("ring")
        }
    }
    LazyPage {
        anchors.fill: parent
        shown: pages.ways.page === "waiting"

        sourceComponent: WaitingPage {
            app: pages.ways.app
            onOpenPerson: id => pages.ways.openPerson(id)
            onOpenVersions: (person, record, op) => pages.ways.openVersions(person, record, op)
            onRing: number => pages.ways.ring(number)
        }
    }
    LazyPage {
        anchors.fill: parent
        shown: pages.ways.page === "reports"

        sourceComponent: ReportsPage {
            app: pages.ways.app
            backTo: pages.ways.backTo(qsTr("Back", "back link"))
            onBack: pages.ways.back()
            onOpenPerson: id => pages.ways.openPerson(id)
            onOpenReferral: id => pages.ways.openReferral(id)
        }
    }
    LazyPage {
        anchors.fill: parent
        shown: pages.ways.page === "proposals"

        sourceComponent: ProposalsPage {
            app: pages.ways.app
            onBack: pages.ways.back()
        }
    }
}
