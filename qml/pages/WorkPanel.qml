pragma ComponentBehavior: Bound
import QtQuick
import Frontsheet.Theme
import Frontsheet.Controls
import Frontsheet.ViewModels

// Pieces of work under a heading, some of which may be chosen; a sentence where there are none. The first of many, then all of them.
Column {
    id: part

    required property WorkChoosing model
    required property var rows // WorkReader::row
    property string title: ""
    property string none: ""
    property bool whyShown: false
    property bool holderShown: true
    property bool lateMarked: true
    property bool choosable: true
    property bool all: false
    readonly property int most: 30
    readonly property var shown: part.all || part.rows.length <= part.most ? part.rows : part.rows.slice(0, part.most)
    property string allTogether: "" // a button that chooses all that can be offered
    signal opened(var row)

    spacing: Theme.s2

    SectionHead {
        visible: part.title.length > 0
        width: parent.width
        title: part.title
        count: part.rows.length > 0 ? part.rows.length : ""
    }
    SecondaryButton {
        objectName: "chooseAll"
        visible: part.allTogether.length > 0
        text: part.allTogether
        onClicked: part.model.chooseAll(part.rows)
    }
    Panel {
        width: parent.width
        Accessible.name: part.title
        EmptyState {
            visible: part.rows.length === 0
            width: parent.width
            text: part.none
        }
        Repeater {
            model: part.shown
            WorkRow {
                id: one
                required property var modelData
                required property int index
                row: one.modelData
                whyShown: part.whyShown
                holderShown: part.holderShown
                lateMarked: part.lateMarked
                ticked: part.choosable && part.model.chosen.indexOf(one.row.id) >= 0
                first: one.index === 0
                underHeading: false
                last: one.index === part.shown.length - 1 && !more.visible
                onTicking: part.model.choose(one.row.id)
                onTakingBack: part.model.takeBack(one.row.id)
                onClicked: part.opened(one.row)
            }
        }
        PanelRow {
            id: more
            visible: part.shown.length < part.rows.length
            height: visible ? implicitHeight : 0
            leads: true
            last: true
            spoken: moreWords.text
            onClicked: part.all = true
            Label {
                id: moreWords
                text: qsTr("All %n of them", "shows the rest of a list", part.rows.length)
                strong: true
                color: Theme.accent
                Accessible.ignored: true
            }
        }
    }
}
