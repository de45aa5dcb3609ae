pragma ComponentBehavior: Bound
import QtQuick
import Frontsheet.Theme
import Frontsheet.Controls
import Frontsheet.ViewModels

// One worker on a form: who is chosen, and finding somebody else by name, role or agency.
FocusScope {
    id: pick

    required property FormModel form
    required property int key
    required property string label
    readonly property var chosen: pick.form.names[String(pick.key)] ?? null
    property bool looking: false
    readonly property bool searching: pick.looking || pick.chosen === null

    implicitHeight: column.implicitHeight

    function stop() {
        pick.looking = false;
        other.forceActiveFocus(Qt.TabFocusReason);
    }

    Column {
        id: column
        width: pick.width
        spacing: Theme.s2

        Panel {
            visible: pick.chosen !== null
            width: parent.width
            PanelRow {
                first: true
                last: true
                underHeading: false
                spoken: pick.chosen === null ? "" : Spoken.join([pick.label, pick.chosen.name, pick.chosen.role, pick.chosen.badge.shortName])
                Flow {
                    id: line
                    width: parent.width
                    spacing: Theme.s2
                    Column {
                        width: Math.max(line.width - other.width - Theme.s2, Math.min(line.width, Math.round(240 * Theme.textScale)))
                        spacing: 2
                        Label {
                            width: parent.width
                            text: pick.chosen === null ? "" : pick.chosen.name
                            type: Theme.row
                            Accessible.ignored: true
                        }
                        AgencyBadge {
                            visible: pick.chosen !== null
                            width: parent.width
                            initials: pick.chosen === null ? "" : pick.chosen.badge.initials
                            shortName: pick.chosen === null ? "" : pick.chosen.badge.shortName
                            hue: pick.chosen === null ? 0 : pick.chosen.badge.hue
                            trailing: pick.chosen === null ? "" : pick.chosen.role
                            Accessible.ignored: true
                        }
                    }
                    SecondaryButton {
                        id: other
                        focus: !pick.searching
                        inRow: true
                        text: pick.looking ? qsTr("Keep", "button: keeps the worker who is chosen") : qsTr("Somebody else", "button: chooses another worker")
                        spoken: qsTr("%1: %2", "screen reader, %1 what is asked, %2 the button").arg(pick.label).arg(text)
                        onClicked: {
                            pick.looking = !pick.looking;
                            if (pick.looking)
                                search.forceActiveFocus(Qt.TabFocusReason);
                        }
                    }
                }
            }
        }
        SearchField {
            id: search
            visible: pick.searching
            focus: pick.searching
            width: parent.width
            hint: qsTr("Name, role or agency", "choosing a worker: a search field")
            onTextChanged: pick.form.findWorkers(text)
            Keys.onDownPressed: {
                const first = rows.itemAt(0) as Item;
                if (first)
                    first.forceActiveFocus(Qt.TabFocusReason);
            }
        }
        Label {
            visible: pick.searching && search.text.trim().length > 1 && rows.count === 0
            width: parent.width
            color: Theme.ink2
            text: qsTr("Nobody in the directory fits. Try the surname alone, or the agency.", "choosing a worker: nobody found")
        }
        Panel {
            visible: pick.searching && rows.count > 0
            width: parent.width
            Repeater {
                id: rows
                model: pick.searching && search.text.length > 0 ? pick.form.workers : []
                PanelRow {
                    id: row
                    required property var modelData
                    required property int index
                    first: row.index === 0
                    underHeading: false
                    last: row.index === rows.count - 1
                    leads: true
                    spoken: Spoken.join([row.modelData.name, row.modelData.role, row.modelData.badge.shortName])
                    onClicked: {
                        const agency = row.modelData.agency;
                        const worker = row.modelData.worker;
                        search.text = "";
                        pick.form.chooseWorker(pick.key, agency, worker);
                        pick.stop();
                    }
                    Keys.onDownPressed: {
                        const next = rows.itemAt(row.index + 1) as Item;
                        if (next)
                            next.forceActiveFocus(Qt.TabFocusReason);
                    }
                    Keys.onUpPressed: {
                        const before = rows.itemAt(row.index - 1) as Item;
                        if (before)
                            before.forceActiveFocus(Qt.TabFocusReason);
                        else
                            search.forceActiveFocus(Qt.TabFocusReason);
                    }
                    Column {
                        width: parent.width
                        spacing: 2
                        Label {
                            width: parent.width
                            text: row.modelData.name
                            type: Theme.row
                            Accessible.ignored: true
                        }
                        AgencyBadge {
                            width: parent.width
                            initials: row.modelData.badge.initials
                            shortName: row.modelData.badge.shortName
                            hue: row.modelData.badge.hue
                            trailing: row.modelData.role
                            Accessible.ignored: true
                        }
                    }
                }
            }
        }
    }
}
