pragma ComponentBehavior: Bound
import QtQuick
import Frontsheet.Theme
import Frontsheet.Controls
import Frontsheet.ViewModels

// What can be written about this person, by what it is for; a few letters find it.
Sheet {
    id: sheet

    required property FormModel form
    required property string called
    readonly property var groups: sheet.form.kinds(search.text)
    signal chosen(string type)

    heading: qsTr("Add to what is known of %1", "sheet heading, %1 name as people say it").arg(sheet.called)
    width: Math.min(760 * Math.min(Theme.textScale, 1.6), (sheet.window ? sheet.window.width : 760) - 2 * Theme.s6)

    function ask() {
        search.text = "";
        sheet.open();
        search.forceActiveFocus(Qt.PopupFocusReason);
    }
    function take(type: string) {
        sheet.close();
        sheet.chosen(type);
    }

    SearchField {
        id: search
        objectName: "addSearch"
        width: parent.width
        hint: qsTr("Need, allergy, wish, carer", "search for what to add about a person")
        // The only one left needs no second key.
        onAccepted: {
            if (sheet.groups.length > 0 && search.text.trim().length > 0)
                sheet.take(sheet.groups[0].rows[0].type);
        }
    }
    Label {
        visible: sheet.groups.length === 0
        width: parent.width
        color: Theme.ink2
        text: qsTr("Nothing is called so. What fits nowhere is written as a note.", "adding about a person: nothing found")
    }
    Repeater {
        model: sheet.groups
        Column {
            id: group
            required property var modelData
            width: parent ? parent.width : 320
            spacing: Theme.s1
            Label {
                width: parent.width
                text: group.modelData.group
                type: Theme.row
                Accessible.role: Accessible.Heading
            }
            Panel {
                width: parent.width
                Repeater {
                    model: group.modelData.rows
                    PanelRow {
                        id: row
                        required property var modelData
                        required property int index
                        first: row.index === 0
                        underHeading: false
                        last: row.index === group.modelData.rows.length - 1
                        leads: true
                        padY: Theme.tablet ? 9 : 6
                        spoken: Spoken.join([row.modelData.name, row.modelData.says])
                        onClicked: sheet.take(row.modelData.type)
                        Column {
                            width: parent.width - plus.width - Theme.s3
                            Label {
                                width: parent.width
                                text: row.modelData.name
                                strong: true
                                Accessible.ignored: true
                            }
                            Label {
                                width: parent.width
                                text: row.modelData.says
                                type: Theme.small
                                color: Theme.ink2
                                Accessible.ignored: true
                            }
                        }
                        LineIcon {
                            id: plus
                            name: "plus"
                            color: Theme.accent
                            size: Theme.iconSize
                            anchors.right: parent.right
                            anchors.verticalCenter: parent.verticalCenter
                        }
                    }
                }
            }
        }
    }
    SecondaryButton {
        text: qsTr("Not now", "button: close without adding anything")
        onClicked: sheet.close()
    }
}
