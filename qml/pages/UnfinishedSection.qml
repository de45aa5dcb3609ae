pragma ComponentBehavior: Bound
import QtQuick
import Frontsheet.Theme
import Frontsheet.Controls
import Frontsheet.ViewModels

// Forms that were left before they were saved: taken up where one stopped, or given up.
Column {
    id: section

    required property FormModel form
    readonly property var rows: section.form.unfinished
    signal resumed(string recordId)
    signal referred(string personId) // a referral goes on

    visible: section.rows.length > 0
    spacing: Theme.s2

    SectionHead {
        width: parent.width
        title: qsTr("Forms to finish", "section on Today: forms that were left before they were saved")
        count: section.rows.length
    }
    Panel {
        width: parent.width
        Repeater {
            model: section.rows
            PanelRow {
                id: row
                required property var modelData
                required property int index
                readonly property bool referral: row.modelData.recordId.length === 0
                leads: true
                first: row.index === 0
                underHeading: false
                last: row.index === section.rows.length - 1
                spoken: qsTr("Not finished: %1, %2", "screen reader, %1 form, %2 when it was left").arg(row.modelData.title).arg(row.modelData.when)
                onClicked: row.referral ? section.referred(row.modelData.personId) : section.resumed(row.modelData.recordId)

                Flow {
                    id: line
                    width: parent.width
                    spacing: Theme.s2
                    Column {
                        width: Math.max(line.width - (give.visible ? give.width + Theme.s2 : 0), Math.min(line.width, Math.round(240 * Theme.textScale)))
                        spacing: 2
                        Label {
                            width: parent.width
                            text: row.modelData.title
                            type: Theme.row
                            Accessible.ignored: true
                        }
                        Label {
                            width: parent.width
                            text: (row.referral ? qsTr("Left %1. It is on this device alone until it is sent.", "an unfinished referral, %1 date and time") : qsTr("Left %1. It is on this device alone until it is saved.", "an unfinished form, %1 date and time")).arg(row.modelData.when)
                            type: Theme.small
                            color: Theme.ink2
                            Accessible.ignored: true
                        }
                    }
                    LinkButton {
                        id: give
                        visible: !row.referral // that is begun afresh on its own page
                        inRow: true
                        text: qsTr("Give up", "button: forget what was typed on a form")
                        spoken: qsTr("%1: %2", "screen reader, %1 button, %2 what it is about").arg(text).arg(row.modelData.title)
                        textColor: Theme.ink2
                        onClicked: {
                            sheet.what = row.modelData.title;
                            sheet.recordId = row.modelData.recordId;
                            sheet.open();
                        }
                    }
                }
            }
        }
    }
    GiveUpSheet {
        id: sheet
        property string recordId: ""
        what: ""
        onAgreed: section.form.giveUpLeft(sheet.recordId)
    }
}
