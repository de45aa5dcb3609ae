pragma ComponentBehavior: Bound
import QtQuick
import Frontsheet.Theme
import Frontsheet.Controls
import Frontsheet.ViewModels

// The caseload with search as one types: names, NHS number, postcode, telephone, and words of notes.
Item {
    id: page

    required property AppModel app
    readonly property CaseloadModel caseload: page.app.caseload
    property real margin: Theme.tablet ? (Theme.roomy(page.width + Theme.rail) ? 20 : 24) : 16
    property string wantedFor: "" // as ShellWays'
    signal openPerson(string personId, string name)
    signal letBe
    signal openInEmergency(string typed)

    // The keyboard goes past the title to what is typed first, so a screen reader hears from around that where it is.
    Accessible.role: Accessible.Grouping
    Accessible.name: head.title
    Accessible.ignored: Theme.tablet // begins at its title

    function start(search: string) {
        if (search.length > 0)
            page.caseload.search = search;
        field.forceActiveFocus();
    }

    Column {
        id: top
        x: page.margin
        y: Theme.s4
        width: page.width - 2 * page.margin
        spacing: Theme.s3

        PageHead {
            id: head
            width: parent.width
            title: qsTr("People", "page name")
            under: page.caseload.more ? qsTr("More than %n found", "people found by a search", page.caseload.total) : page.caseload.search.length > 0 ? qsTr("%n found", "people found by a search", page.caseload.total) : page.caseload.everyone ? qsTr("%n people on this device", "", page.caseload.total) : qsTr("%n people on your list", "", page.caseload.total)
            aside: [
                SegmentedChoice {
                    label: qsTr("Whose people", "screen reader")
                    options: [qsTr("Mine", "people on my caseload"), qsTr("Everyone here", "all people on this device")]
                    current: page.caseload.everyone ? 1 : 0
                    onChosen: index => page.caseload.everyone = index === 1
                }
            ]
        }
        SearchField {
            id: field
            width: parent.width
            grand: true
            hint: qsTr("Name, NHS number, postcode, telephone, or words of a note", "search field")
            text: page.caseload.search
            onTextChanged: page.caseload.search = text
            Keys.onDownPressed: {
                list.forceActiveFocus(Qt.TabFocusReason);
                list.currentIndex = 0;
            }
        }
        Notice {
            objectName: "wantedFor"
            visible: page.wantedFor.length > 0
            width: parent.width
            kind: Notice.Kind.Calm
            iconName: "person-question"
            title: page.wantedFor === "discharge" ? qsTr("Choose who left hospital", "list of people: for a new placement") : page.wantedFor === "ring" ? qsTr("Choose for whom you want to ring", "list of people: for who to ring") : qsTr("Choose whom you refer", "list of people: for a referral")
            action: qsTr("Not now", "button: close without choosing")
            onActionChosen: page.letBe()
        }
        LockedNotice {
            width: parent.width
            app: page.app
        }
        Notice {
            visible: page.caseload.errorTitle.length > 0
            width: parent.width
            arrives: true
            title: page.caseload.errorTitle
            text: page.caseload.errorText
        }
    }
    Panel {
        id: frame
        x: page.margin
        anchors.top: top.bottom
        anchors.topMargin: Theme.s3
        anchors.bottom: parent.bottom
        anchors.bottomMargin: Theme.s4
        width: top.width

        ReadingLine {
            x: Theme.rowPad
            y: Theme.rowPad
            width: parent.width - 2 * x
            reading: !page.caseload.loaded && page.caseload.errorTitle.length === 0
        }
        EmptyState {
            visible: page.caseload.loaded && page.caseload.total === 0
            width: parent.width
            text: page.caseload.search.length > 0 ? qsTr("Nobody on this device matches. Fewer letters find more.", "empty search") : qsTr("Nobody is on your list yet.", "empty caseload")
            action: page.caseload.search.length > 0 ? qsTr("Open in an emergency", "button") : !page.caseload.everyone ? qsTr("Show everyone here", "button") : ""
            onActionChosen: {
                if (page.caseload.search.length > 0)
                    page.openInEmergency(page.caseload.search);
                else
                    page.caseload.everyone = true;
            }
        }
    }
    ListView {
        id: list
        anchors.fill: frame
        anchors.margins: 1
        clip: true
        model: page.caseload.rows
        boundsBehavior: Flickable.StopAtBounds
        keyNavigationEnabled: true
        reuseItems: true
        // Rows that are kept for more people are no stop for the arrow keys.
        onCurrentIndexChanged: if (list.currentIndex >= page.caseload.rows.count)
            list.currentIndex = page.caseload.rows.count - 1
        // A list that uses its rows again does not ask for more by itself; asked for a screen ahead, nobody waits for them.
        function askAhead() {
            if (list.contentY - list.originY + 2 * list.height > list.contentHeight)
                page.caseload.rows.more();
        }
        onContentYChanged: {
            moved.repaint();
            list.askAhead();
        }
        onContentHeightChanged: {
            moved.repaint();
            list.askAhead();
        }
        Connections {
            target: page.caseload.rows
            function onReplaced() {
                moved.repaint();
                if (!list.activeFocus)
                    list.currentIndex = 0;
                list.positionViewAtBeginning();
            }
        }
        // While somebody types the list is at its top: rows that nobody sees would be worded anew with every key.
        cacheBuffer: list.atYBeginning ? 0 : 400
        Accessible.role: Accessible.List
        Accessible.name: qsTr("People", "screen reader: list of people")

        delegate: PersonRow {
            id: row
            required property int index
            required property string personId
            required property string codes
            required property bool here
            required spoken

            // What a row that quotes a note does not show costs nothing.
            readonly property var whose: row.quotes || page.caseload.rows.directory < 0 ? null : page.caseload.rows.badges(row.codes)
            onWhoseChanged: {
                if (row.whose !== null)
                    row.agencies = row.whose;
            }
            width: list.width
            visible: row.here
            height: row.here ? implicitHeight : 0
            first: row.index === 0
            underHeading: false
            last: row.index === page.caseload.rows.count - 1 && list.contentHeight >= list.height
            // One stop for Tab, however rows came and went; the arrow keys go from one to the next.
            activeFocusOnTab: row.ListView.isCurrentItem
            onClicked: page.openPerson(row.personId, row.name)
        }
        Keys.onReturnPressed: {
            const row = list.currentItem as PersonRow;
            if (row)
                row.clicked();
        }
        onActiveFocusChanged: if (list.activeFocus && list.currentItem)
            list.currentItem.forceActiveFocus(Qt.TabFocusReason)
        onCurrentItemChanged: if (list.activeFocus && list.currentItem)
            list.currentItem.forceActiveFocus(Qt.TabFocusReason)
    }
    RepaintArea {
        id: moved
        anchors.fill: list
    }
    ScrollMark {
        flickable: list
    }
}
