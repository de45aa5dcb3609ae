pragma ComponentBehavior: Bound
import QtQuick

// The pages behind a person's front sheet that say whose they are: their records at several agencies, and their care team.
Item {
    id: pages

    required property ShellWays ways

    LazyPage {
        anchors.fill: parent
        shown: pages.ways.page === "samePerson"

        sourceComponent: SamePersonPage {
            objectName: "samePersonPage"
            app: pages.ways.app
            backTo: pages.ways.backTo(pages.ways.app.frontSheet.name)
            onBack: pages.ways.back()
        }
    }
    LazyPage {
        anchors.fill: parent
        shown: pages.ways.page === "careTeam"

        sourceComponent: CareTeamPage {
            objectName: "careTeamPage"
            app: pages.ways.app
            backTo: pages.ways.backTo(pages.ways.app.frontSheet.name)
            onBack: pages.ways.back()
            onRing: number => pages.ways.ring(number)
        }
    }
}
