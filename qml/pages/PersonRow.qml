pragma ComponentBehavior: Bound
import QtQuick
import Frontsheet.Theme
import Frontsheet.Controls

// A person on a list: name and age, born, NHS number, town, and which agencies hold something.
PanelRow {
    id: item

    required property string name
    required property string age
    required property string born // in words: "Born 11-Feb-1939"
    required property string nhs // "NHS No. 999 123 4567", never broken; empty where the list does not say it
    required property string town
    required property string snippet // of a note that a search found, as styled text
    property var agencies: []
    // Never fewer: a row that is used again for somebody else hides what it does not need, instead of making its badges anew.
    property int badges: 0
    onAgenciesChanged: item.badges = Math.max(item.badges, item.agencies.length)
    Component.onCompleted: item.badges = Math.max(item.badges, item.agencies.length)
    readonly property bool quotes: item.snippet.length > 0
    readonly property bool narrow: item.inner / Theme.textScale < (Theme.tablet ? 900 : 760)

    leads: true

    Column {
        width: parent.width - chevron.width - Theme.s2
        spacing: 2

        Item {
            width: parent.width
            height: Math.max(who.height, item.narrow ? 0 : numbers.height)

            Row {
                id: who
                spacing: Theme.s2
                Label {
                    id: name
                    readonly property real natural: Math.ceil(name.implicitWidth) // wrapped or not
                    readonly property real room: item.inner - Theme.iconSmall - 60
                    text: item.name
                    type: Theme.row
                    width: Math.min(name.natural, name.room)
                    wrapMode: name.natural > name.room ? Text.Wrap : Text.NoWrap // what may wrap is laid out twice
                    Accessible.ignored: true
                }
                Label {
                    text: item.age
                    type: Theme.small
                    color: Theme.ink2
                    lineHeight: Theme.row.line
                    wrapMode: Text.NoWrap
                    Accessible.ignored: true
                }
            }
            Row {
                id: numbers
                visible: !item.narrow
                x: Math.max(who.width + Theme.s4, parent.width * 0.38)
                spacing: Theme.s5
                Label {
                    text: item.born
                    width: Math.round((Theme.tablet ? 180 : 160) * Theme.textScale)
                    wrapMode: Text.NoWrap
                    Accessible.ignored: true
                }
                Label {
                    visible: text.length > 0
                    text: item.nhs
                    color: Theme.ink2
                    width: Math.round((Theme.tablet ? 200 : 160) * Theme.textScale)
                    wrapMode: Text.NoWrap
                    Accessible.ignored: true
                }
                Label {
                    text: item.town
                    color: Theme.ink2
                    wrapMode: Text.NoWrap
                    Accessible.ignored: true
                }
            }
        }
        Label {
            visible: item.narrow
            width: parent.width
            text: !item.narrow ? "" : item.nhs.length > 0 ? qsTr("%1, %2, %3", "person row, %1 when they were born, %2 NHS number, %3 town").arg(item.born).arg(item.nhs).arg(item.town) : Spoken.join([item.born, item.town])
            color: Theme.ink2
            Accessible.ignored: true
        }
        // In the place of the agencies, so that a row keeps its height: to lay all below it out anew is most of what a key cost.
        Label {
            visible: item.quotes
            width: parent.width
            textFormat: Text.StyledText
            text: item.snippet
            wrapMode: item.narrow ? Text.Wrap : Text.NoWrap
            maximumLineCount: item.narrow ? 2 : 1
            elide: Text.ElideRight
            Accessible.ignored: true
        }
        Flow {
            visible: !item.quotes
            width: parent.width
            spacing: Theme.s3
            Repeater {
                model: item.badges
                AgencyBadge {
                    required property int index
                    readonly property var agency: index < item.agencies.length ? item.agencies[index] : null
                    visible: agency !== null
                    initials: agency?.initials ?? ""
                    shortName: agency?.shortName ?? ""
                    hue: agency?.hue ?? 0
                    Accessible.ignored: true
                }
            }
        }
    }
    LineIcon {
        id: chevron
        name: "chevron-right"
        color: Theme.ink2
        size: Theme.iconSmall
        anchors.right: parent.right
        anchors.verticalCenter: parent.verticalCenter
    }
}
