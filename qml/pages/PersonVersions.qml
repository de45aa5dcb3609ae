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

    VersionsPage {
        objectName: "versionsPage"
        anchors.fill: parent
        visible: pages.page === "versions"
        app: pages.app
        onBack: pages.back()
        onOpenPerson: id => pages.openPerson(id)
    }
    HistoryPage {
        objectName: "historyPage"
        anchors.fill: parent
        visible: pages.page === "history"
        app: pages.app
        onBack: pages.back()
    }
}
