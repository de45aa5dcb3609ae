pragma ComponentBehavior: Bound
import QtQuick
import Frontsheet.Theme

// Who this page is about, in the order and form of the patient banner rules (NHS Common User Interface, Patient Banner):
// SURNAME, Forename (Title); Born with age; Gender; NHS No. Fixed at the top of every page about one person; never scrolls.
// Each fact of `facts`: label, value. `versions` counts what agencies disagree on.
Rectangle {
    id: banner

    required property string name
    required property string born
    required property string gender
    required property string nhsNumber
    property var facts: []
    // Never fewer are made than before: the banner stands while people change under it.
    property int most: 0
    readonly property var nothing: ({
            label: "",
            value: ""
        })
    onFactsChanged: banner.most = Math.max(banner.most, banner.facts.length)
    Component.onCompleted: banner.most = Math.max(banner.most, banner.facts.length)
    property string allergy: ""
    property string died: ""
    property bool twoVersions: false
    property real margin: Theme.tablet ? 20 : 16
    signal versionsChosen

    readonly property bool folded: banner.width / Theme.textScale < 900

    implicitHeight: lines.height + 16
    color: Theme.banner
    Accessible.role: Accessible.Grouping
    Accessible.name: qsTr("%1. Born %2. Gender %3. NHS number %4.", "Screen reader: the patient banner").arg(banner.name).arg(banner.born).arg(banner.gender).arg(banner.nhsNumber)

    component Fact: Row {
        id: fact
        required property string label
        required property string value
        property bool large: false
        spacing: 6
        rightPadding: Theme.s6
        Label {
            text: fact.label
            type: fact.large ? Theme.body : Theme.small
            color: Theme.bannerLabel
            wrapMode: Text.NoWrap
            font.pixelSize: Theme.small.size
        }
        Label {
            text: fact.value
            type: fact.large ? Theme.row : Theme.body
            weight: fact.large ? 600 : 500
            color: Theme.bannerText
            width: Math.min(implicitWidth, lines.width * 0.8)
            lineHeight: fact.large ? Theme.body.line : Theme.small.line
            // The banner leaves the page its room: what is longer stands whole on the front sheet.
            maximumLineCount: 3
            elide: Text.ElideRight
            font.pixelSize: fact.large ? Theme.row.size : Theme.small.size + 1
        }
    }

    Column {
        id: lines
        x: banner.margin
        y: 8
        width: parent.width - 2 * x
        spacing: Theme.s2 - 1

        Flow {
            width: parent.width
            spacing: 2
            Label {
                text: banner.name
                type: Theme.page
                weight: Theme.bold
                font.pixelSize: Theme.tablet ? Theme.page.size - 1 : Theme.section.size + 2
                lineHeight: Theme.tablet ? Theme.page.line : Theme.section.line
                color: Theme.bannerText
                width: Math.min(Math.ceil(implicitWidth), lines.width)
                rightPadding: Theme.s6
            }
            Fact {
                label: qsTr("Born", "Patient banner label before the date of birth")
                value: banner.born
                large: true
                topPadding: 4
            }
            Fact {
                label: qsTr("Gender", "Patient banner label")
                value: banner.gender
                large: true
                topPadding: 4
            }
            Fact {
                label: qsTr("NHS No.", "Patient banner label")
                value: banner.nhsNumber
                large: true
                topPadding: 4
            }
        }
        Rectangle {
            width: parent.width
            height: 1
            color: Theme.bannerLine
        }
        Flow {
            width: parent.width
            spacing: Theme.s1

            Item {
                visible: banner.died.length > 0
                width: Math.min(lines.width, diedFlag.width + Theme.s4)
                height: diedFlag.height
                Rectangle {
                    id: diedFlag
                    width: Math.min(lines.width, diedText.implicitWidth + 20)
                    height: diedText.height + 4
                    radius: Theme.radiusBadge
                    color: Theme.bannerText
                    Label {
                        id: diedText
                        anchors.centerIn: parent
                        width: parent.width - 20
                        text: banner.died
                        strong: true
                        color: Theme.banner
                    }
                }
            }
            Item {
                visible: banner.allergy.length > 0
                width: Math.min(lines.width, flag.width + Theme.s4)
                height: flag.height
                Rectangle {
                    id: flag
                    width: Math.min(lines.width, allergyRow.width + 18)
                    height: allergyRow.height + 4
                    radius: Theme.radiusBadge
                    color: Theme.bannerText
                    Row {
                        id: allergyRow
                        anchors.centerIn: parent
                        spacing: 7
                        LineIcon {
                            name: "pill"
                            color: Theme.allergy
                            size: Theme.iconSmall
                            anchors.verticalCenter: parent.verticalCenter
                        }
                        Label {
                            text: banner.allergy
                            type: Theme.small
                            strong: true
                            color: Theme.allergy
                            font.pixelSize: Theme.small.size + 1
                            width: Math.min(implicitWidth, lines.width - 60)
                        }
                    }
                }
            }
            Repeater {
                model: banner.most
                Flow {
                    id: entry
                    required property int index
                    readonly property var said: banner.facts[entry.index] ?? banner.nothing
                    visible: entry.index < banner.facts.length
                    readonly property bool versions: entry.index === 0 && banner.twoVersions
                    width: Math.min(lines.width, fact.width + (entry.versions ? two.width + Theme.s6 : 0))
                    spacing: 0
                    Fact {
                        id: fact
                        label: entry.said.label
                        value: entry.said.value
                        rightPadding: entry.versions ? Theme.s3 : Theme.s6
                        topPadding: 2
                    }
                    PressButton {
                        id: two
                        visible: entry.versions
                        text: qsTr("Two versions", "Button in the patient banner: agencies disagree on this")
                        iconName: "not-equal"
                        type: Theme.small
                        implicitHeight: Math.round((Theme.tablet ? 23 : 22) * Theme.textScale)
                        topPadding: 0
                        bottomPadding: 0
                        leftPadding: 8
                        edgeColor: Theme.bannerLabel
                        textColor: Theme.bannerText
                        ringColor: Theme.bannerText
                        fillPressed: Theme.bannerLine
                        onClicked: banner.versionsChosen()

                        // A finger finds it beyond its edges.
                        TapHandler {
                            margin: Theme.tablet ? 11 : 3
                            onTapped: banner.versionsChosen()
                        }
                    }
                }
            }
        }
    }
}
