pragma ComponentBehavior: Bound
import QtQuick
import Frontsheet.Theme
import Frontsheet.Controls

// The crisis plan for whoever is there at three in the morning: whom to call first, in large letters, nothing folded away.
Sheet {
    id: sheet

    required property var parts // PlanReader::crisis
    property string called: ""
    signal ring(string number)
    signal edit(string recordId)
    signal history(string recordId)

    heading: qsTr("Crisis plan for %1", "sheet heading: %1 the person").arg(sheet.called)

    Repeater {
        model: sheet.parts
        Column {
            id: part
            required property var modelData
            width: parent ? parent.width : 0
            spacing: Theme.s4
            Repeater {
                model: part.modelData.numbers
                RingButton {
                    required property var modelData
                    width: part.width
                    least: Theme.mainCall
                    main: true
                    who: modelData.who
                    number: modelData.number
                    onRing: number => sheet.ring(number)
                }
            }
            Repeater {
                model: part.modelData.parts
                Column {
                    id: words
                    required property var modelData
                    width: part.width
                    Label {
                        width: parent.width
                        text: words.modelData.heading
                        type: Theme.row
                        color: Theme.ink2
                        Accessible.role: Accessible.Heading
                    }
                    Label {
                        width: parent.width
                        text: words.modelData.words
                        type: Theme.page
                        weight: 400
                    }
                }
            }
            Label {
                visible: text.length > 0
                width: parent.width
                text: part.modelData.agreed
            }
            AgencyBadge {
                width: parent.width
                initials: part.modelData.badge.initials
                shortName: part.modelData.badge.shortName
                hue: part.modelData.badge.hue
                trailing: part.modelData.badge.trailing
            }
            Flow {
                width: parent.width
                spacing: Theme.s2
                LinkButton {
                    visible: part.modelData.editable
                    iconName: "pencil"
                    text: qsTr("Change", "button on a row of the plan: opens its form")
                    spoken: qsTr("%1: %2", "screen reader: %1 button, %2 what it is about").arg(text).arg(part.modelData.badge.shortName)
                    onClicked: {
                        sheet.close();
                        sheet.edit(part.modelData.id);
                    }
                }
                LinkButton {
                    iconName: "review"
                    text: qsTr("Earlier versions", "button on a record: what it said before, and who changed it")
                    spoken: qsTr("%1: %2", "screen reader: %1 button, %2 what it is about").arg(text).arg(part.modelData.badge.shortName)
                    onClicked: {
                        sheet.close();
                        sheet.history(part.modelData.id);
                    }
                }
            }
        }
    }
    SecondaryButton {
        text: qsTr("Close", "button: closes a sheet that only shows")
        onClicked: sheet.close()
    }
}
