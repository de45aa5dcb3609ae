pragma ComponentBehavior: Bound
import QtQuick
import Frontsheet.Theme
import Frontsheet.Controls
import Frontsheet.ViewModels

// The day's round: what must not wait, what is done, what comes next, and the rest in visiting order. In order mode each visit has a handle to
// drag and buttons to move it; Alt with an arrow key moves it too.
Column {
    id: section

    required property RoundModel round
    property bool ordering: false
    // {at, row}: each with its position in the whole round.
    readonly property var planned: section.those(false)
    readonly property var over: section.those(true)
    signal openVisit(string visitId, string personId)
    signal openPerson(string personId)
    signal writeNote(string visitId, string personId)
    signal refer(string personId)
    signal ring(string number)
    signal secretShown(string recordId)
    signal openMeasure(string personId, string instrument, string measureId)

    spacing: Theme.s2

    function those(over: bool): var {
        const found = [];
        for (let at = 0; at < section.round.visits.length; ++at) {
            const row = section.round.visits[at];
            if (row.over === over)
                found.push({
                    at: at,
                    row: row
                });
        }
        return found;
    }
    // To stand where its neighbour among the planned ones stands.
    function step(visitId: string, by: int) {
        const place = section.planned.findIndex(one => one.row.id === visitId) + by;
        if (place >= 0 && place < section.planned.length)
            section.round.move(visitId, section.planned[place].at);
    }

    Repeater {
        model: section.round.unsafe
        Notice {
            id: unsafe
            required property var modelData
            width: section.width
            kind: Notice.Kind.Danger
            title: unsafe.modelData.name
            text: unsafe.modelData.text
            action: qsTr("Say what was done", "button: an answer about death or self-harm that must not be left alone")
            onActionChosen: section.openMeasure(unsafe.modelData.personId, unsafe.modelData.instrument, unsafe.modelData.measure)
        }
    }
    Repeater {
        model: section.round.unanswered
        Notice {
            id: unanswered
            required property var modelData
            width: section.width
            title: unanswered.modelData.name
            text: Spoken.join([unanswered.modelData.text, unanswered.modelData.told])
            action: qsTr("Ring, and say when they are safe", "button: a visit that nobody answered")
            onActionChosen: section.openVisit(unanswered.modelData.id, unanswered.modelData.personId)
        }
    }
    Item {
        visible: section.round.visits.length > 0
        width: parent.width
        height: Math.max(name.height, order.height)
        Label {
            id: name
            anchors.verticalCenter: parent.verticalCenter
            width: Math.min(implicitWidth, parent.width)
            text: qsTr("Your round", "section on Today: the day's visits")
            type: Theme.section
            Accessible.role: Accessible.Heading
        }
        Label {
            anchors.left: name.right
            anchors.leftMargin: Theme.s3
            anchors.verticalCenter: parent.verticalCenter
            width: order.x - x - Theme.s2
            text: section.round.aside
            color: Theme.ink2
        }
        LinkButton {
            id: order
            visible: section.planned.length > 1
            anchors.right: parent.right
            anchors.verticalCenter: parent.verticalCenter
            iconName: section.ordering ? "check" : "sync"
            text: section.ordering ? qsTr("Order is right", "button: ends moving visits") : qsTr("Change the order", "button: of the day's visits")
            onClicked: section.ordering = !section.ordering
        }
    }
    // Stays until the next tap: nothing that can be taken back goes away by itself.
    Rectangle {
        visible: section.round.undoText.length > 0
        width: parent.width
        height: Math.max(said.height, back.height) + 8
        radius: Theme.radiusPanel
        color: Theme.tint
        border.width: 1
        border.color: Theme.accent
        Accessible.role: Accessible.AlertMessage
        Accessible.name: section.round.undoText
        LineIcon {
            id: tick
            name: "check"
            color: Theme.accent
            size: Theme.iconSize
            x: Theme.rowPad
            anchors.verticalCenter: parent.verticalCenter
        }
        Label {
            id: said
            x: tick.x + tick.width + Theme.s3
            width: back.x - x - Theme.s2
            anchors.verticalCenter: parent.verticalCenter
            text: section.round.undoText
            strong: true
            Accessible.ignored: true
        }
        LinkButton {
            id: back
            anchors.right: parent.right
            anchors.rightMargin: Theme.s3
            anchors.verticalCenter: parent.verticalCenter
            iconName: "undo"
            text: qsTr("Undo", "button: takes back the last tap on the round")
            onClicked: section.round.undo()
        }
    }
    Notice {
        visible: section.round.errorTitle.length > 0
        width: parent.width
        arrives: true
        title: section.round.errorTitle
        text: section.round.errorText
    }
    Panel {
        visible: !section.ordering && section.over.length > 0
        width: parent.width
        Repeater {
            model: section.ordering ? [] : section.over
            VisitRow {
                id: made
                required property var modelData
                required property int index
                row: made.modelData.row
                first: made.index === 0
                underHeading: false
                last: made.index === section.over.length - 1
                onClicked: section.openVisit(made.row.id, made.row.personId)
            }
        }
    }
    NextVisit {
        id: nextVisit
        visible: !section.ordering && section.round.next >= 0
        width: parent.width
        row: section.round.next >= 0 ? section.round.visits[section.round.next] : null
        busy: section.round.busy
        onOpened: section.openVisit(nextVisit.row.id, nextVisit.row.personId)
        onPersonOpened: section.openPerson(nextVisit.row.personId)
        onSetOut: section.round.setOut(nextVisit.row.id)
        onArrived: section.round.arrive(nextVisit.row.id)
        onFinished: section.round.finish(nextVisit.row.id)
        onWriteNote: section.writeNote(nextVisit.row.id, nextVisit.row.personId)
        onRefer: section.refer(nextVisit.row.personId)
        onRing: number => section.ring(number)
        onSecretShown: record => section.secretShown(record)
    }
    Panel {
        id: later
        readonly property var rows: section.ordering ? section.planned : section.planned.filter(one => one.at !== section.round.next)
        // Where a visit that is being dragged would come to stand; -1: none is.
        property int over: -1
        visible: later.rows.length > 0
        width: parent.width
        Repeater {
            id: visits
            model: later.rows
            VisitRow {
                id: visit
                required property var modelData
                required property int index
                row: visit.modelData.row
                first: visit.index === 0
                underHeading: false
                last: visit.index === later.rows.length - 1
                ordering: section.ordering
                target: section.ordering && later.over === visit.index
                mayTick: !section.ordering
                busy: section.round.busy
                onClicked: section.openVisit(visit.row.id, visit.row.personId)
                onTicked: section.round.finish(visit.row.id)
                onStepped: by => section.step(visit.row.id, by)
                onDragged: y => later.over = later.at(visit.mapToItem(later, 0, y).y)
                onDropped: {
                    const to = later.over;
                    later.over = -1;
                    if (to >= 0 && to !== visit.index)
                        section.round.move(visit.row.id, later.rows[to].at);
                }
            }
        }
        function at(y: real): int {
            for (let index = 0; index < visits.count; ++index) {
                const item = visits.itemAt(index);
                if (item && y < item.y + item.height)
                    return index;
            }
            return visits.count - 1;
        }
    }
}
