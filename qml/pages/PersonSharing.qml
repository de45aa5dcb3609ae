pragma ComponentBehavior: Bound
import QtQuick
import Frontsheet.Theme
import Frontsheet.ViewModels

// The agreements with what waits for a governance lead, what a person said about sharing, and who saw what, by person and by
// worker: the pages about records and other people.
Item {
    id: pages

    required property AppModel app
    required property string page
    signal back
    signal workerDisclosure(string agency, string worker)
    signal disclosure(string personId)
    signal openPerson(string personId)
    onPageChanged: {
        if (pages.page === "workerDisclosure" && !Theme.tablet)
            byWorker.start();
    }

    SharingPage {
        objectName: "sharingPage"
        anchors.fill: parent
        visible: pages.page === "sharing"
        app: pages.app
        onOpenPerson: id => pages.openPerson(id)
        onDisclosure: id => pages.disclosure(id)
        onWorkerDisclosure: (agency, worker) => pages.workerDisclosure(agency, worker)
    }
    PermissionsPage {
        objectName: "permissionsPage"
        anchors.fill: parent
        visible: pages.page === "permissions"
        app: pages.app
        onBack: pages.back()
    }
    DisclosurePage {
        objectName: "disclosurePage"
        anchors.fill: parent
        visible: pages.page === "disclosure"
        app: pages.app
        onBack: pages.back()
        onWorkerDisclosure: (agency, worker) => pages.workerDisclosure(agency, worker)
    }
    WorkerDisclosurePage {
        id: byWorker
        objectName: "workerDisclosurePage"
        anchors.fill: parent
        visible: pages.page === "workerDisclosure"
        app: pages.app
        onBack: pages.back()
        onDisclosure: id => pages.disclosure(id)
    }
}
