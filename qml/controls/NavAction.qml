import QtQuick
import QtQuick.Templates as T
import Frontsheet.Theme

// Something to do, beside the places of the app.
T.AbstractButton {
    id: control

    required property string iconName

    implicitHeight: Math.max(Theme.place, control.implicitBackgroundHeight)
    focusPolicy: Qt.StrongFocus
    hoverEnabled: true
    Accessible.role: Accessible.Button
    Accessible.name: control.text
    Accessible.onPressAction: control.clicked()
    Keys.onReturnPressed: control.clicked()
    Keys.onEnterPressed: control.clicked()

    background: NavFace {
        button: control
        iconName: control.iconName
    }
}
