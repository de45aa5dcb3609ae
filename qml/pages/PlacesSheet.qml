pragma ComponentBehavior: Bound
import QtQuick
import Frontsheet.Theme
import Frontsheet.Controls

// The places for which the rail or the bottom bar has no room.
Sheet {
    id: sheet

    required property var places // {key, name, iconName}
    required property string place
    required property var waiting // how many things wait there, of a key
    signal chosen(string key)

    heading: qsTr("More", "navigation: the places that there is no room for")

    function ask() {
        sheet.open();
    }
    onOpened: {
        const row = rows.itemAt(0) as PanelRow;
        if (row)
            row.forceActiveFocus(Qt.TabFocusReason);
    }

    Panel {
        width: parent.width
        Accessible.name: sheet.heading
        Repeater {
            id: rows
            model: sheet.places
            PanelRow {
                id: row
                required property var modelData
                required property int index
                readonly property int count: sheet.waiting(row.modelData.key)
                leads: true
                first: row.index === 0
                underHeading: false
                last: row.index === sheet.places.length - 1
                spoken: row.count > 0 ? qsTr("%1, %n waiting for you", "Navigation entry with a number of things to do", row.count).arg(row.modelData.name) : row.modelData.name
                onClicked: {
                    sheet.close();
                    sheet.chosen(row.modelData.key);
                }
                Item {
                    width: parent.width
                    height: Math.max(sign.height, name.height)
                    LineIcon {
                        id: sign
                        anchors.verticalCenter: parent.verticalCenter
                        name: row.modelData.iconName
                        color: row.modelData.key === sheet.place ? Theme.accent : Theme.ink2
                        size: Theme.iconSize
                    }
                    Label {
                        id: name
                        x: sign.width + Theme.s3
                        width: parent.width - x - mark.width
                        anchors.verticalCenter: parent.verticalCenter
                        text: row.modelData.name
                        strong: row.modelData.key === sheet.place
                        Accessible.ignored: true
                    }
                    CountMark {
                        id: mark
                        anchors.right: parent.right
                        anchors.verticalCenter: parent.verticalCenter
                        count: row.count
                    }
                }
            }
        }
    }
    SecondaryButton {
        text: qsTr("Close", "button: closes a sheet")
        onClicked: sheet.close()
    }
}
