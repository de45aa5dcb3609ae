pragma ComponentBehavior: Bound
import QtQuick
import Frontsheet.ViewModels

// The pages of placements, and where each leads: the board, and one of them.
Item {
    id: pages

    required property ShellWays ways
    readonly property AppModel app: pages.ways.app

    // To the board's search.
    function start() {
        (board.make() as PlacementBoardPage).start();
    }

    LazyPage {
        id: board
        anchors.fill: parent
        shown: pages.ways.page === "placements"

        sourceComponent: PlacementBoardPage {
            objectName: "placementBoard"
            app: pages.app
            onNewDischarge: pages.ways.choosePerson("discharge")
            onOpenPlacement: (id, step) => {
                pages.ways.openPlacement(id);
                (placementPage.make() as PlacementPage).begin(step);
            }
        }
    }
    LazyPage {
        id: placementPage
        anchors.fill: parent
        shown: pages.ways.page === "placement"

        sourceComponent: PlacementPage {
            objectName: "placementPage"
            app: pages.app
            backTo: pages.ways.backTo(qsTr("Placements", "back link"))
            onBack: pages.ways.back()
            onOpenPerson: id => pages.ways.openPerson(id)
            onOpenHistory: (person, record) => pages.ways.openHistory(person, record)
            onWriteGoal: (person, placement) => pages.ways.openForm("goal", person, {
                    placement: placement
                })
            onOpenRecord: id => pages.ways.editForm(id)
            onRing: number => pages.ways.ring(number)
            onOpenConference: id => pages.ways.openConference(id)
            onCallConference: (person, placement) => pages.ways.callConference(person, placement)
        }
    }
}
