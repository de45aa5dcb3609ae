import QtQuick
import Frontsheet.Theme

// Rings somebody: the name and the number are on the button, or on its row when `brief`.
PressButton {
    id: control

    required property string who
    required property string number
    property bool main: false
    property bool brief: false
    signal ring(string number)

    iconName: "phone"
    text: control.brief ? qsTr("Ring", "Button beside a person's name: telephone them") : control.who.length > 0 ? qsTr("Ring %1 %2", "%1 name, %2 telephone number").arg(control.who).arg(control.number) : control.number
    spoken: control.who.length > 0 ? qsTr("Ring %1, %2", "Screen reader: %1 name, %2 telephone number").arg(control.who).arg(control.number) : qsTr("Ring %1", "%1 telephone number").arg(control.number)
    visible: control.number.length > 0
    fill: control.main ? Theme.accent : Theme.surface
    fillPressed: control.main ? Theme.accentPressed : Theme.tint
    edgeColor: control.main ? "transparent" : Theme.edge
    textColor: control.main ? Theme.accentInk : Theme.accent
    inRow: control.brief
    type: control.brief && !Theme.tablet ? Theme.body : Theme.row
    onClicked: control.ring(control.number)
}
