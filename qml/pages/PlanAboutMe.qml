pragma ComponentBehavior: Bound
import QtQuick
import Frontsheet.Theme
import Frontsheet.Controls

// About me: what matters most first, in the person's words; the rest when it is opened.
Rectangle {
    id: panel

    required property var about // PersonPartsReader::aboutMe
    signal edit
    signal history
    signal whoSees
    signal message

    implicitHeight: said.height + 2
    radius: Theme.radiusPanel
    color: Theme.tint
    visible: panel.about.words.length > 0

    PlanRow {
        id: said
        width: parent.width
        first: true
        underHeading: false
        last: true
        row: panel.about
        name: panel.about.words[0].heading
        spoken: Spoken.join([panel.about.words[0].heading, panel.about.words[0].text, panel.about.badge.shortName, panel.about.badge.trailing])
        onEdit: panel.edit()
        onHistory: panel.history()
        onWhoSees: panel.whoSees()
        onMessage: panel.message()
        body: Column {
            width: parent.width
            spacing: Theme.s1
            Label {
                width: parent.width
                text: panel.about.words[0].heading
                strong: true
                Accessible.ignored: true
            }
            Label {
                width: parent.width
                text: panel.about.words[0].text
                type: Theme.own
                Accessible.ignored: true
            }
        }
        rest: Column {
            width: parent ? parent.width : 0
            spacing: Theme.s1
            Repeater {
                model: panel.about.words.slice(1)
                Column {
                    id: part
                    required property var modelData
                    width: parent ? parent.width : 0
                    Label {
                        width: parent ? parent.width : 0
                        text: part.modelData.heading
                        strong: true
                    }
                    Label {
                        width: parent ? parent.width : 0
                        text: part.modelData.text
                        type: Theme.own
                    }
                }
            }
            Label {
                visible: text.length > 0
                width: parent ? parent.width : 0
                text: panel.about.withWhom
                color: Theme.ink2
            }
        }
    }
}
