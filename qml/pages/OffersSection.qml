pragma ComponentBehavior: Bound
import QtQuick
import Frontsheet.Theme
import Frontsheet.Controls
import Frontsheet.ViewModels

// What colleagues ask this worker to take over, on Today until they have said yes or no.
Column {
    id: section

    required property OffersModel offers
    signal opened(string personId)

    visible: section.offers.rows.length > 0
    spacing: Theme.s2
    SectionHead {
        width: parent.width
        title: qsTr("You are asked to take over", "section on Today: work that colleagues offer")
        count: section.offers.rows.length
    }
    Notice {
        visible: section.offers.errorTitle.length > 0
        width: parent.width
        arrives: true
        title: section.offers.errorTitle
        text: section.offers.errorText
    }
    Panel {
        width: parent.width
        emphasised: true
        Repeater {
            model: section.offers.rows
            PanelRow {
                id: row
                required property var modelData
                required property int index
                leads: true
                first: row.index === 0
                underHeading: false
                last: row.index === section.offers.rows.length - 1
                spoken: Spoken.join([row.modelData.name, row.modelData.what, row.modelData.by, row.modelData.words, row.modelData.due])
                onClicked: section.opened(row.modelData.personId)
                Column {
                    width: parent.width
                    spacing: 3
                    Label {
                        width: parent.width
                        text: row.modelData.name
                        strong: true
                        Accessible.ignored: true
                    }
                    Label {
                        width: parent.width
                        text: row.modelData.what
                        Accessible.ignored: true
                    }
                    Label {
                        visible: text.length > 0
                        width: parent.width
                        text: row.modelData.words.length > 0 ? qsTr("“%1”", "words of a message").arg(row.modelData.words) : ""
                        maximumLineCount: 6
                        elide: Text.ElideRight
                        Accessible.ignored: true
                    }
                    Label {
                        visible: text.length > 0
                        width: parent.width
                        text: row.modelData.due
                        type: Theme.small
                        color: row.modelData.late ? Theme.attention : Theme.ink2
                        Accessible.ignored: true
                    }
                    AgencyBadge {
                        width: parent.width
                        initials: row.modelData.badge.initials
                        shortName: row.modelData.badge.shortName
                        hue: row.modelData.badge.hue
                        trailing: row.modelData.by
                        Accessible.ignored: true
                    }
                    Flow {
                        width: parent.width
                        spacing: Theme.s2
                        PrimaryButton {
                            objectName: "takeOver"
                            text: qsTr("I take it over", "button: work that a colleague offers")
                            spoken: qsTr("I take it over: %1, %2", "button, %1 person, %2 what").arg(row.modelData.name).arg(row.modelData.what)
                            enabled: !section.offers.busy
                            onClicked: section.offers.accept(row.modelData.id)
                        }
                        SecondaryButton {
                            objectName: "sayNo"
                            text: qsTr("I cannot", "button: work that a colleague offers")
                            spoken: qsTr("I cannot: %1, %2", "button, %1 person, %2 what").arg(row.modelData.name).arg(row.modelData.what)
                            enabled: !section.offers.busy
                            onClicked: no.ask(row.modelData)
                        }
                    }
                }
            }
        }
    }
    Sheet {
        id: no
        objectName: "refuseSheet"
        property var row: null
        underway: section.offers.busy
        heading: qsTr("Why not?", "sheet heading: saying no to work that a colleague offers")
        function ask(row: var) {
            no.row = row;
            why.begin("offer.no/" + row.id);
            section.offers.dismissError();
            no.open();
            why.forceActiveFocus();
        }
        Label {
            width: parent.width
            text: no.row !== null ? qsTr("%1: %2", "%1 person, %2 piece of work").arg(no.row.name).arg(no.row.what) : ""
            strong: true
        }
        Label {
            width: parent.width
            color: Theme.ink2
            text: qsTr("Who asked you reads it, and finds somebody else.", "saying no to work that a colleague offers")
        }
        WritingArea {
            id: why
            objectName: "whyNot"
            width: parent.width
            minimumLines: 2
            focus: true
            hint: qsTr("Why you cannot", "saying no to work that a colleague offers")
        }
        Notice {
            visible: section.offers.errorTitle.length > 0
            width: parent.width
            arrives: true
            title: section.offers.errorTitle
            text: section.offers.errorText
        }
        Flow {
            width: parent.width
            spacing: Theme.s2
            PrimaryButton {
                text: qsTr("Say no", "button: work that a colleague offers")
                enabled: !section.offers.busy && why.text.trim().length > 0
                onClicked: {
                    no.going = true;
                    section.offers.refuse(no.row.id, why.text);
                }
            }
            SecondaryButton {
                text: qsTr("Not now", "button: close without answering")
                onClicked: no.close()
            }
        }
        Connections {
            target: section.offers
            enabled: no.going
            function onDone() {
                no.going = false;
                why.said();
                no.close();
            }
        }
    }
}
