pragma ComponentBehavior: Bound
import QtQuick
import Frontsheet.ViewModels

// The pages of the team manager, and where each leads: the team, and one worker of it.
Item {
    id: pages

    required property ShellWays ways
    readonly property AppModel app: pages.ways.app

    LazyPage {
        anchors.fill: parent
        shown: pages.ways.page === "team"

        sourceComponent: TeamPage {
            objectName: "teamPage"
            app: pages.app
            onOpenReferral: id => pages.ways.openReferral(id)
            onOpenPlacement: id => pages.ways.openPlacement(id)
            onOpenPerson: id => pages.ways.openPerson(id)
            onOpenWorker: worker => {
                pages.app.teamWorker.open(worker);
                pages.ways.visit("teamWorker");
            }
        }
    }
    LazyPage {
        anchors.fill: parent
        shown: pages.ways.page === "teamWorker"

        sourceComponent: TeamWorkerPage {
            id: one
            objectName: "teamWorkerPage"
            app: pages.app
            backTo: pages.ways.backTo(one.own ? qsTr("Back", "back link") : qsTr("Team", "back link"))
            onBack: pages.ways.back()
            onOpenReferral: id => pages.ways.openReferral(id)
            onOpenPlacement: id => pages.ways.openPlacement(id)
            onOpenPerson: id => pages.ways.openPerson(id)
        }
    }
}
