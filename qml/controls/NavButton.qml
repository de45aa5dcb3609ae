import QtQuick
import QtQuick.Templates as T
import Frontsheet.Theme

// A place of the app, in the rail or the bottom bar. What does something and leads nowhere is a NavAction: Qt says what a control is by its
// class, whatever role it is given.
T.TabButton {
    id: control

    required property string iconName
    property bool chosen: false
    property int count: 0
    property bool upright: true // true in the rail, false in the bottom bar

    implicitHeight: Math.max(Theme.place, control.implicitBackgroundHeight)
    checkable: false // chosen by who shows it
    focusPolicy: Qt.StrongFocus
    hoverEnabled: true
    Accessible.role: Accessible.PageTab
    Accessible.name: control.count > 0 ? qsTr("%1, %n waiting for you", "Navigation entry with a number of things to do", control.count).arg(control.text) : control.text
    Accessible.selected: control.chosen
    Accessible.onPressAction: control.clicked()
    Keys.onReturnPressed: control.clicked()
    Keys.onEnterPressed: control.clicked()

    background: NavFace {
        button: control
        iconName: control.iconName
        chosen: control.chosen
        count: control.count
        upright: control.upright
    }
}
