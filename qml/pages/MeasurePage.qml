pragma ComponentBehavior: Bound
import QtQuick
import Frontsheet.Theme
import Frontsheet.Controls
import Frontsheet.ViewModels

// Taking a structured measure: which one, how it went before, its questions, the score. An answer that must not be left alone comes before
// everything else until it is decided what is done.
Item {
    id: page

    required property AppModel app
    readonly property MeasureModel measure: page.app.measure
    readonly property real margin: Theme.tablet ? (Theme.roomy(page.width + Theme.rail) ? 20 : 24) : 16
    readonly property bool taking: page.measure.instrument.length > 0 && !page.measure.unsafe
    signal back
    signal ring(string number)

    PersonHead {
        id: banner
        width: parent.width
        sheet: page.app.frontSheet
        margin: page.margin
    }
    ScrollPage {
        id: body
        reading: !page.measure.loaded && page.measure.errorTitle.length === 0
        objectName: "measureBody"
        about: page.measure.personId + page.measure.instrument + page.measure.unsafe
        anchors.top: banner.bottom
        anchors.bottom: parent.bottom
        width: parent.width
        margin: page.margin

        Column {
            width: Math.min(body.innerWidth, Math.round(860 * Theme.textScale))
            spacing: Theme.s4

            Column {
                id: top
                width: parent.width
                spacing: Theme.s1
                BackLink {
                    visible: !page.measure.unsafe
                    text: page.taking ? qsTr("All measures", "back link") : qsTr("Back", "back link")
                    onClicked: page.taking ? page.measure.choose("") : page.back()
                }
                PageTitle {
                    width: parent.width
                    text: page.measure.unsafe ? qsTr("What is done about it?", "page name: an answer about death or self-harm") : page.taking ? page.measure.title : qsTr("Measures", "page name: structured measures of a person")
                }
            }
            Notice {
                visible: page.measure.errorTitle.length > 0
                width: parent.width
                kind: Notice.Kind.Danger
                arrives: true
                title: page.measure.errorTitle
                text: page.measure.errorText
            }
            MeasureSafety {
                visible: page.measure.unsafe
                width: parent.width
                measure: page.measure
                onRing: number => page.ring(number)
                onLater: page.back()
            }
            Panel {
                visible: !page.measure.unsafe && !page.taking
                width: parent.width
                Repeater {
                    model: page.measure.instruments
                    PanelRow {
                        id: one
                        required property var modelData
                        required property int index
                        leads: true
                        first: one.index === 0
                        underHeading: false
                        last: one.index === page.measure.instruments.length - 1
                        spoken: Spoken.join([one.modelData.name, one.modelData.measures, one.modelData.last, one.modelData.licence])
                        onClicked: page.measure.choose(one.modelData.code)
                        Column {
                            width: one.inner - Theme.iconSmall - Theme.s2
                            spacing: 2
                            Label {
                                width: parent.width
                                text: qsTr("%1: %2", "%1 name of a measure, %2 what it measures").arg(one.modelData.name).arg(one.modelData.measures)
                                type: Theme.row
                                Accessible.ignored: true
                            }
                            Label {
                                width: parent.width
                                text: one.modelData.last
                                Accessible.ignored: true
                            }
                            Label {
                                visible: text.length > 0
                                width: parent.width
                                text: one.modelData.licence
                                type: Theme.small
                                color: Theme.ink2
                                Accessible.ignored: true
                            }
                        }
                        LineIcon {
                            name: "chevron-right"
                            color: Theme.ink2
                            size: Theme.iconSmall
                            anchors.right: parent.right
                            anchors.verticalCenter: parent.verticalCenter
                        }
                    }
                }
            }
            MeasureHistory {
                visible: page.taking && page.measure.history.length > 0
                width: parent.width
                measure: page.measure
            }
            MeasureQuestions {
                objectName: "measureQuestions"
                visible: page.taking
                width: parent.width
                measure: page.measure
                together: !Theme.tablet
            }
        }
    }
    Connections {
        target: page.measure
        function onTaken() {
            page.back();
        }
    }
}
