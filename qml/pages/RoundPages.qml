pragma ComponentBehavior: Bound
import QtQuick
import Frontsheet.ViewModels

// The pages of a visit: the door, a measure, messages.
Item {
    id: pages

    required property AppModel app
    required property string page
    signal back
    signal openPerson(string personId)
    signal writeNote(string visitId, string personId)
    signal refer(string personId)
    signal ring(string number)
    signal measure(string personId, string instrument, string measureId)
    signal messages(string personId)
    signal planVisit(string personId)

    LazyPage {
        anchors.fill: parent
        shown: pages.page === "visit"

        sourceComponent: VisitPage {
            objectName: "visitPage"
            app: pages.app
            onBack: pages.back()
            onOpenPerson: id => pages.openPerson(id)
            onWriteNote: (visit, person) => pages.writeNote(visit, person)
            onRefer: id => pages.refer(id)
            onRing: number => pages.ring(number)
            onMeasure: (person, instrument, measure) => pages.measure(person, instrument, measure)
            onMessages: person => pages.messages(person)
            onPlanVisit: person => pages.planVisit(person)
        }
    }
    LazyPage {
        anchors.fill: parent
        shown: pages.page === "measure"

        sourceComponent: MeasurePage {
            objectName: "measurePage"
            app: pages.app
            onBack: pages.back()
            onRing: number => pages.ring(number)
        }
    }
    LazyPage {
        anchors.fill: parent
        shown: pages.page === "messages"

        sourceComponent: MessagesPage {
            objectName: "messagesPage"
            app: pages.app
            onBack: pages.back()
        }
    }
}
