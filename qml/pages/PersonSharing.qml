pragma ComponentBehavior: Bound
import QtQuick
import Frontsheet.ViewModels

// What a person said about sharing, and who saw what: the two pages about one person's records and other people.
Item {
    id: pages

    required property AppModel app
    required property string page
    signal back

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
    }
}
