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
    readonly property bool aboutOne: pages.page === "permissions" || pages.page === "disclosure"
    signal back
    signal workerDisclosure(string agency, string worker)
    signal disclosure(string personId)
    signal openPerson(string personId)
    onPageChanged: {
        if (pages.page === "workerDisclosure" && !Theme.tablet)
            (byWorker.make() as WorkerDisclosurePage).start();
    }

    PersonHead {
        id: banner
        visible: pages.aboutOne && pages.app.frontSheet.calledName.length > 0
        width: parent.width
        height: visible ? implicitHeight : 0
        sheet: pages.app.frontSheet
        onVersionsChosen: pages.openPerson(pages.app.frontSheet.personId)
    }
    LazyPage {
        anchors.fill: parent
        shown: pages.page === "sharing"

        sourceComponent: SharingPage {
            objectName: "sharingPage"
            app: pages.app
            onOpenPerson: id => pages.openPerson(id)
            onDisclosure: id => pages.disclosure(id)
            onWorkerDisclosure: (agency, worker) => pages.workerDisclosure(agency, worker)
        }
    }
    LazyPage {
        anchors.top: banner.bottom
        anchors.bottom: parent.bottom
        width: parent.width
        shown: pages.page === "permissions"

        sourceComponent: PermissionsPage {
            objectName: "permissionsPage"
            app: pages.app
            onBack: pages.back()
        }
    }
    LazyPage {
        anchors.top: banner.bottom
        anchors.bottom: parent.bottom
        width: parent.width
        shown: pages.page === "disclosure"

        sourceComponent: DisclosurePage {
            objectName: "disclosurePage"
            app: pages.app
            onBack: pages.back()
            onWorkerDisclosure: (agency, worker) => pages.workerDisclosure(agency, worker)
        }
    }
    LazyPage {
        id: byWorker
        anchors.fill: parent
        shown: pages.page === "workerDisclosure"

        sourceComponent: WorkerDisclosurePage {
            objectName: "workerDisclosurePage"
            app: pages.app
            onBack: pages.back()
            onDisclosure: id => pages.disclosure(id)
        }
    }
}
