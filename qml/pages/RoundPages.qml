pragma ComponentBehavior: Bound
import QtQuick
import Frontsheet.ViewModels

// The pages of a visit, and where each leads: the door, a measure, messages.
Item {
    id: pages

    required property ShellWays ways
    readonly property AppModel app: pages.ways.app
    readonly property string page: pages.ways.page

    LazyPage {
        anchors.fill: parent
        shown: pages.page === "visit"

        sourceComponent: VisitPage {
            objectName: "visitPage"
            app: pages.app
            onBack: pages.ways.back()
            onOpenPerson: id => pages.ways.openPerson(id)
            onWriteNote: (visit, person) => pages.ways.writeVisitNote(visit, person)
            onRefer: id => pages.ways.refer(id, "")
            onRing: number => pages.ways.ring(number)
            onMeasure: (person, instrument, measure) => pages.ways.openMeasure(person, instrument, measure)
            onMessages: person => pages.ways.openMessages(person)
            onAskToBeInvolved: (person, agency) => pages.ways.askToBeInvolved(person, agency)
            onPlanVisit: person => pages.ways.openForm("appointment", person, {})
            onMove: visit => pages.ways.editForm(visit)
            onHandOver: pages.ways.openOwnWork()
        }
    }
    LazyPage {
        anchors.fill: parent
        shown: pages.page === "measure"

        sourceComponent: MeasurePage {
            objectName: "measurePage"
            app: pages.app
            onBack: pages.ways.back()
            onRing: number => pages.ways.ring(number)
        }
    }
    LazyPage {
        anchors.fill: parent
        shown: pages.page === "messages"

        sourceComponent: MessagesPage {
            objectName: "messagesPage"
            app: pages.app
            onBack: pages.ways.back()
        }
    }
}
