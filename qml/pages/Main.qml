import QtQuick
import Frontsheet.Theme
import Frontsheet.ViewModels

// The window. The composition gives it the app's model, the form and the theme.
Window {
    id: window

    required property AppModel app

    title: qsTr("Frontsheet", "window title")
    color: Theme.bg
    visible: true
    minimumWidth: 480
    minimumHeight: 600

    Shell {
        id: shell
        objectName: "shell"
        anchors.fill: parent
        focus: true
        app: window.app
        onRing: number => window.app.ringNumber(number)
    }
    onClosing: window.app.note.flush()
}
