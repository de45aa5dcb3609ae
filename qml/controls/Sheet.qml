import QtQuick
import QtQuick.Templates as T
import Frontsheet.Theme

// The one elevation: a sheet over the page for one decision. Escape closes it; the focus stays inside while it is open.
T.Dialog {
    id: sheet

    default property alias fields: body.data
    // What stays in sight below a sheet that is longer than the window: its main call.
    property alias foot: below.data
    readonly property real footHeight: below.height > 0 ? below.height + Theme.s4 : 0
    property string heading: ""
    // Its call was pressed and is not saved yet: what else is saved meanwhile on the page is not this sheet's.
    property bool going: false
    property bool underway: false // the page's model saves
    property Item cameFrom: null // had the keyboard before, and has it again
    onAboutToShow: {
        sheet.going = false;
        sheet.cameFrom = sheet.parent ? sheet.parent.Window.activeFocusItem : null;
    }
    onClosed: {
        if (!sheet.underway) // was refused, and left
            sheet.going = false;
        sheet.giveBack();
    }
    // Where nothing in a sheet takes the keyboard, its heading does, for whoever does not see that it came up. Later: a sheet may have an
    // entry to begin with.
    onOpened: later.start()
    function tell() {
        const on = name.Window.activeFocusItem;
        let walk = on ? on.parent : null; // the dialog's own content is nothing to stand on
        while (walk && walk !== sheet.contentItem)
            walk = walk.parent;
        if (sheet.opened && sheet.activeFocus && !walk)
            name.forceActiveFocus(Qt.PopupFocusReason);
    }
    // Qt leaves the keyboard with the window. What was pressed may be gone by now, or whoever closed the sheet took it elsewhere.
    function giveBack() {
        const from = sheet.cameFrom;
        sheet.cameFrom = null;
        if (!from || !from.visible || !from.enabled)
            return;
        const now = from.Window.activeFocusItem;
        if (!now || now === from.Window.contentItem)
            from.forceActiveFocus(Qt.PopupFocusReason);
    }
    // It stands over the window, whatever it was written in: a page that scrolls is taller than what one sees of it.
    readonly property Item window: T.Overlay.overlay

    // The first call in it that may be pressed.
    function mainCall(from: Item): PrimaryButton {
        for (let i = 0; i < from.children.length; ++i) {
            const child = from.children[i];
            if (!child.visible)
                continue;
            const call = child instanceof PrimaryButton ? child : sheet.mainCall(child);
            if (call)
                return call;
        }
        return null;
    }
    // Of a page that is not seen any more, because the device was locked, nothing stays over the window.
    readonly property bool seen: sheet.parent ? sheet.parent.visible : true
    onSeenChanged: {
        if (!sheet.seen)
            sheet.close();
    }
    title: sheet.heading // the dialog's name
    modal: true
    focus: true
    anchors.centerIn: T.Overlay.overlay
    width: Math.min(560 * Math.min(Theme.textScale, 1.6), (sheet.window ? sheet.window.width : 560) - 2 * Theme.s6)
    height: Math.min(column.height + sheet.footHeight + 2 * padding, (sheet.window ? sheet.window.height : 800) - 2 * Theme.s6)
    padding: Theme.s5
    closePolicy: T.Popup.CloseOnEscape
    enter: Transition {
        NumberAnimation {
            property: "opacity"
            from: 0
            to: 1
            duration: Theme.fade
        }
    }
    exit: Transition {
        NumberAnimation {
            property: "opacity"
            to: 0
            duration: Theme.fade
        }
    }

    T.Overlay.modal: Rectangle {
        color: Theme.scrim
    }
    background: Rectangle {
        radius: Theme.radiusSheet
        color: Theme.surface
        border.width: 1
        border.color: Theme.edge
    }
    Timer {
        id: later
        interval: 0
        onTriggered: sheet.tell()
    }
    // Before whatever has the focus takes the key for its own.
    Shortcut {
        sequences: ["Ctrl+Return", "Ctrl+Enter"]
        enabled: sheet.opened && sheet.activeFocus
        onActivated: {
            const call = sheet.mainCall(body) ?? sheet.mainCall(below);
            if (call && call.enabled)
                call.clicked();
        }
    }
    SightFlick {
        id: flick
        // What the keyboard came to is in sight, also on a sheet that is longer than the window.
        readonly property Item focused: Window.activeFocusItem
        onFocusedChanged: {
            let walk = flick.focused;
            while (walk && walk !== column)
                walk = walk.parent;
            if (!walk || !flick.focused)
                return;
            const top = flick.focused.mapToItem(column, 0, 0).y;
            const bottom = top + Math.min(flick.focused.height, flick.height / 2);
            if (top < flick.contentY)
                flick.contentY = Math.max(0, top - Theme.s4);
            else if (bottom > flick.contentY + flick.height)
                flick.contentY = Math.max(0, Math.min(flick.contentHeight - flick.height, bottom + Theme.s4 - flick.height));
        }
        anchors.fill: parent
        anchors.bottomMargin: sheet.footHeight
        contentHeight: column.height

        Column {
            id: column
            width: parent.width
            spacing: Theme.s4
            Label {
                id: name
                visible: text.length > 0
                width: parent.width
                text: sheet.heading
                type: Theme.section
                Accessible.role: Accessible.Heading
            }
            Column {
                id: body
                width: parent.width
                spacing: Theme.s4
            }
        }
    }
    ScrollMark {
        flickable: flick
        anchors.rightMargin: 2 - sheet.padding
    }
    Column {
        id: below
        anchors.bottom: parent.bottom
        width: parent.width
        spacing: Theme.s3
    }
}
