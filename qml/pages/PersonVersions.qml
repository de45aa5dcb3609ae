pragma ComponentBehavior: Bound
import QtQuick
import Frontsheet.ViewModels

// Two versions of some words, and what a record said earlier: the two pages about one record through time.
Item {
    id: pages

    required property AppModel app
    required property string page
    signal back
    signal openPerson(string personId)

    LazyPage {
        anchors.fill: parent
        shown: pages.page === "versions"

        sourceComponent: VersionsPage {
            objectName: "versionsPage"
            app: pages.app
            onBack: pages.back()
            onOpenPerson: id => pages.openPerson(id)
        }
    }
    LazyPage {
        anchors.fill: parent
        shown: pages.page === "history"

        sourceComponent: HistoryPage {
            objectName: "historyPage"
            app: pages.app
            onBack: pages.back()
        }
    }
}
