pragma ComponentBehavior: Bound
import QtQuick
import Frontsheet.Theme
import Frontsheet.Controls
import Frontsheet.ViewModels

// One stage of the board: a list as long as it must be, of which only what is in sight is drawn. Up, Down, Home, End and the page keys go
// through its cards; Left and Right are the board's.
Rectangle {
    id: stage

    required property PlacementColumn column
    property bool headed: true
    property bool officersShown: false
    property string emptyText: qsTr("Nobody here.", "a stage of the placement board without placements")
    readonly property int count: list.count
    readonly property int row: list.currentIndex
    signal opened(string placementId)
    signal sideways(int step)
    signal moveAsked(string placementId, string name, var steps)

    // The card at this row, or the last there is.
    function enter(row: int): bool {
        if (list.count === 0)
            return false;
        list.currentIndex = Math.max(0, Math.min(row, list.count - 1));
        list.positionViewAtIndex(list.currentIndex, ListView.Contain);
        if (list.currentItem)
            list.currentItem.forceActiveFocus(Qt.TabFocusReason);
        return true;
    }

    radius: Theme.radiusPanel
    color: stage.headed ? Theme.well : "transparent"

    Item {
        id: head
        visible: stage.headed
        x: Theme.s3
        width: parent.width - 2 * x
        height: visible ? Math.max(40, heading.height + 16) : 0
        Label {
            id: heading
            anchors.verticalCenter: parent.verticalCenter
            width: Math.min(implicitWidth, parent.width - number.width - Theme.s2)
            text: stage.column.title
            type: Theme.row
            Accessible.role: Accessible.Heading
            Accessible.name: qsTr("%1, %n placement(s)", "screen reader: a stage of the board", stage.column.count).arg(text)
        }
        Label {
            id: number
            anchors.left: heading.right
            anchors.leftMargin: Theme.s2
            anchors.verticalCenter: parent.verticalCenter
            text: stage.column.count
            type: Theme.small
            color: Theme.ink2
            Accessible.ignored: true
        }
    }
    Label {
        visible: list.count === 0
        x: Theme.s3
        anchors.top: head.bottom
        width: parent.width - 2 * x
        text: stage.emptyText
        type: Theme.small
        color: Theme.ink2
    }
    ListView {
        id: list
        readonly property real side: stage.headed ? Theme.s2 : 0
        x: list.side
        anchors.top: head.bottom
        anchors.bottom: parent.bottom
        width: parent.width - list.side // the mark of how far one has scrolled lies beside the cards
        // The ring of a focused card reaches a little beyond it.
        leftMargin: 3
        rightMargin: 3
        topMargin: 3
        bottomMargin: Theme.s3
        clip: true
        spacing: Theme.s2
        model: stage.column
        boundsBehavior: Flickable.StopAtBounds
        keyNavigationEnabled: true
        reuseItems: true
        cacheBuffer: 400
        highlightMoveDuration: 0
        Accessible.role: Accessible.List
        Accessible.name: stage.column.title

        delegate: BoardCard {
            id: card
            width: list.width - 6 - (stage.headed ? list.side : 0)
            officerShown: stage.officersShown
            activeFocusOnTab: card.index === list.currentIndex
            onMoveAsked: stage.moveAsked(card.placementId, card.name, card.steps)
            onClicked: {
                list.currentIndex = card.index;
                stage.opened(card.placementId);
            }
        }
        onCountChanged: if (list.currentIndex < 0 && list.count > 0)
            list.currentIndex = 0
        onCurrentItemChanged: if (list.activeFocus && list.currentItem)
            list.currentItem.forceActiveFocus(Qt.TabFocusReason)
        Keys.onLeftPressed: stage.sideways(-1)
        Keys.onRightPressed: stage.sideways(1)
        Keys.onPressed: event => {
            const here = list.currentIndex;
            const page = Math.max(1, Math.floor(list.height / (list.currentItem ? list.currentItem.height : list.height)));
            const to = event.key === Qt.Key_Home ? 0 : event.key === Qt.Key_End ? list.count - 1 : event.key === Qt.Key_PageDown ? here + page : event.key === Qt.Key_PageUp ? here - page : here;
            if (to !== here) {
                stage.enter(to);
                event.accepted = true;
            }
        }
    }
    ScrollMark {
        flickable: list
    }
}
