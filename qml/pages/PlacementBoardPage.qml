pragma ComponentBehavior: Bound
import QtQuick
import Frontsheet.Theme
import Frontsheet.Controls
import Frontsheet.ViewModels

// The board: on a laptop a column a stage, else one stage at a time with the others in a strip above it.
FocusScope {
    id: page

    required property AppModel app
    readonly property PlacementBoardModel board: page.app.placementBoard
    readonly property real margin: Theme.tablet ? (Theme.roomy(page.width + Theme.rail) ? 20 : 24) : 16
    readonly property real inner: page.width - 2 * page.margin
    readonly property bool sideBySide: !Theme.tablet && page.inner / Theme.textScale >= 1080
    readonly property bool everybody: page.board.officer !== 0
    property int stage: -1 // of the strip
    signal newDischarge
    signal openPlacement(string placementId, string step)

    onVisibleChanged: page.board.inSight = page.visible
    Component.onCompleted: page.board.inSight = page.visible

    // The first stage that has somebody, until the reader chooses.
    readonly property int shownStage: {
        if (page.stage >= 0)
            return page.stage;
        for (let at = 0; at < page.board.stages; ++at) {
            if (page.board.column(at).count > 0)
                return at;
        }
        return 0;
    }

    // The keyboard goes past the title to what is typed first, so a screen reader hears from around that where it is.
    Accessible.role: Accessible.Grouping
    Accessible.name: head.title
    Accessible.ignored: Theme.tablet // begins at its title

    function start() {
        page.forceActiveFocus();
        if (page.sideBySide)
            page.step(-1, 1);
        else
            single.enter(0);
    }
    // From a column to the next one on that side that has cards.
    function step(from: int, by: int) {
        const here = columns.itemAt(from) as BoardColumn;
        for (let at = from + by; at >= 0 && at < columns.count; at += by) {
            const next = columns.itemAt(at) as BoardColumn;
            if (next && next.enter(here ? here.row : 0))
                return;
        }
    }

    Column {
        id: top
        x: page.margin
        y: Theme.tablet ? Theme.s4 : Theme.s3
        width: page.inner
        spacing: Theme.s3

        PageHead {
            id: head
            width: parent.width
            title: qsTr("Placements", "page name")
            under: page.app.workerRole.length > 0 ? qsTr("%1, %2", "page head: %1 worker, %2 role").arg(page.app.workerName).arg(page.app.workerRole.toLowerCase()) : page.app.workerName
            aside: [
                SecondaryButton {
                    id: discharge
                    objectName: "newDischarge"
                    iconName: "plus"
                    text: qsTr("New discharge", "button: begins a placement; a person is chosen first")
                    onClicked: page.newDischarge()
                },
                SearchField {
                    objectName: "boardSearch"
                    width: Math.min(page.inner - discharge.width - Theme.s2, Math.round(292 * Theme.textScale))
                    hint: qsTr("Find a person or a home", "search field on the placement board")
                    text: page.board.search
                    onTextChanged: page.board.search = text
                    Keys.onDownPressed: page.start()
                }
            ]
        }
        LockedNotice {
            width: parent.width
            app: page.app
        }
        Notice {
            visible: page.board.errorTitle.length > 0
            width: parent.width
            arrives: true
            title: page.board.errorTitle
            text: page.board.errorText
        }
        Item {
            width: parent.width
            height: counts.below ? filters.height + Theme.s2 + counts.height : Math.max(filters.height, counts.height)
            Flow {
                id: filters
                width: counts.below ? parent.width : parent.width - counts.natural - Theme.s4
                spacing: Theme.s2
                ChoiceButton {
                    label: qsTr("Whose", "filter of the placement board")
                    options: page.board.officers
                    current: page.board.officer
                    onChosen: index => page.board.officer = index
                }
                ChoiceButton {
                    label: qsTr("Order", "filter of the placement board")
                    options: page.board.orders
                    current: page.board.order
                    onChosen: index => page.board.order = index
                }
                ToggleChip {
                    text: qsTr("Overdue only", "filter of the placement board")
                    on: page.board.overdueOnly
                    onClicked: page.board.overdueOnly = !page.board.overdueOnly
                }
            }
            Flow {
                id: counts
                readonly property real natural: late.width + soon.width + unasked.width + 2 * counts.spacing
                readonly property bool below: natural > page.inner * 0.5
                x: below ? 0 : parent.width - width
                y: below ? filters.height + Theme.s2 : Math.max(0, (filters.height - height) / 2)
                width: below ? parent.width : natural
                spacing: Theme.s4
                Row {
                    id: late
                    visible: page.board.overdue.length > 0
                    width: visible ? implicitWidth : 0
                    spacing: 6
                    LineIcon {
                        name: "warning"
                        color: Theme.attention
                        size: Theme.iconSmall
                        anchors.verticalCenter: parent.verticalCenter
                    }
                    Label {
                        text: page.board.overdue
                        strong: true
                        color: Theme.attention
                    }
                }
                Label {
                    id: soon
                    visible: text.length > 0
                    text: page.board.soon
                }
                Label {
                    id: unasked
                    visible: text.length > 0
                    text: page.board.unasked
                }
            }
        }
        TabStrip {
            visible: !page.sideBySide
            width: parent.width
            label: qsTr("Stages", "screen reader: the tabs of the placement board")
            entries: {
                const all = [];
                for (let at = 0; at < page.board.stages; ++at) {
                    const column = page.board.column(at);
                    all.push({
                        name: column.title,
                        count: column.count > 0 ? String(column.count) : ""
                    });
                }
                return all;
            }
            current: page.shownStage
            onChosen: index => page.stage = index
        }
        ReadingLine {
            width: parent.width
            reading: !page.board.loaded && page.board.errorTitle.length === 0
        }
        EmptyState {
            visible: page.board.loaded && page.board.found === 0
            width: parent.width
            padding: 0
            text: page.board.filtered ? qsTr("No placement matches. Fewer letters find more.", "placement board, filtered") : page.board.officer === 0 ? qsTr("Nobody you review is in a placement.", "placement board, empty") : qsTr("Nobody is in a placement.", "placement board, empty")
            action: page.board.filtered ? qsTr("Show all of them", "button: clears the filters") : page.board.officer === 0 && page.board.officers.length > 1 ? qsTr("Show everybody’s", "button: placements of all officers") : ""
            onActionChosen: {
                if (page.board.filtered)
                    page.board.showAll();
                else
                    page.board.officer = 1;
            }
        }
    }
    Row {
        id: side
        visible: page.sideBySide && page.board.found > 0
        x: page.margin
        anchors.top: top.bottom
        anchors.topMargin: Theme.s3
        anchors.bottom: parent.bottom
        anchors.bottomMargin: Theme.s3
        spacing: 10
        Repeater {
            id: columns
            model: page.sideBySide ? page.board.stages : 0
            BoardColumn {
                id: one
                required property int index
                width: Math.floor((page.inner - (page.board.stages - 1) * side.spacing) / page.board.stages)
                height: side.height
                column: page.board.column(one.index)
                officersShown: page.everybody
                onOpened: id => page.openPlacement(id, "")
                onMoveAsked: (id, name, steps) => menu.ask(id, name, steps)
                onSideways: by => page.step(one.index, by)
            }
        }
    }
    BoardColumn {
        id: single
        visible: !page.sideBySide && page.board.found > 0
        x: page.margin
        anchors.top: top.bottom
        anchors.topMargin: Theme.s3
        anchors.bottom: parent.bottom
        width: page.inner
        headed: false
        officersShown: page.everybody
        emptyText: page.board.filtered ? qsTr("Nobody in this stage matches.", "a stage of the placement board, filtered") : qsTr("Nobody here.", "a stage of the placement board without placements")
        column: page.board.column(page.shownStage)
        onOpened: id => page.openPlacement(id, "")
                onMoveAsked: (id, name, steps) => menu.ask(id, name, steps)
        onSideways: by => {
            page.stage = Math.max(0, Math.min(page.board.stages - 1, page.shownStage + by));
            single.enter(0);
        }
    }
    BoardMenu {
        id: menu
        objectName: "boardMenu"
        onChosen: (id, step) => page.openPlacement(id, step)
    }
}
