pragma ComponentBehavior: Bound
import QtQuick
import Frontsheet.Theme
import Frontsheet.Controls
import Frontsheet.ViewModels

// One picture, as large as one wants it. It is decoded no larger than a screen can show, and kept nowhere.
Column {
    id: view

    required property FilesModel model
    property real zoom: 1
    readonly property string described: view.model.shownDescription.length > 0 ? view.model.shownDescription : view.model.shownName

    spacing: Theme.s2
    onVisibleChanged: view.zoom = 1

    Item {
        width: parent.width
        height: Math.max(160, Math.min(420, width * 0.75))
        Flickable {
            id: frame
            anchors.fill: parent
            clip: true
            contentWidth: picture.width
            contentHeight: picture.height
            boundsBehavior: Flickable.StopAtBounds
            // With the keyboard one looks around in it as well.
            activeFocusOnTab: view.zoom > 1
            Accessible.role: Accessible.Graphic
            Accessible.name: qsTr("%1. The arrow keys move it.", "screen reader: an enlarged picture, %1 what can be seen in it").arg(view.described)
            Accessible.ignored: view.zoom <= 1
            Keys.onPressed: event => {
                const step = 60;
                const to = (at, most) => Math.max(0, Math.min(at, most));
                if (event.key === Qt.Key_Left || event.key === Qt.Key_Right)
                    frame.contentX = to(frame.contentX + (event.key === Qt.Key_Left ? -step : step), frame.contentWidth - frame.width);
                else if (event.key === Qt.Key_Up || event.key === Qt.Key_Down)
                    frame.contentY = to(frame.contentY + (event.key === Qt.Key_Up ? -step : step), frame.contentHeight - frame.height);
                else
                    return;
                event.accepted = true;
            }

            Rectangle {
                anchors.fill: parent
                color: Theme.well
            }
            Image {
                id: picture
                width: frame.width * view.zoom
                height: frame.height * view.zoom
                source: view.model.shownSource
                sourceSize.width: 1600
                sourceSize.height: 1600
                fillMode: Image.PreserveAspectFit
                autoTransform: true
                asynchronous: true
                cache: false
                Accessible.role: Accessible.Graphic
                Accessible.name: view.described
            }
            PinchHandler {
                id: pinch
                property real before: 1
                target: null
                onActiveChanged: pinch.before = view.zoom
                onActiveScaleChanged: view.zoom = Math.max(1, Math.min(4, pinch.before * pinch.activeScale))
            }
        }
        FocusRing {
            shown: frame.activeFocus
            inset: 2
        }
    }
    Label {
        visible: picture.status === Image.Error
        width: parent.width
        text: qsTr("This picture cannot be shown. It is kept as it is.", "attached picture")
    }
    Label {
        width: parent.width
        text: view.described
        strong: true
    }
    Flow {
        width: parent.width
        spacing: Theme.s2
        SecondaryButton {
            text: qsTr("Larger", "button: zoom in")
            iconName: "plus"
            enabled: view.zoom < 4
            onClicked: view.zoom = Math.min(4, view.zoom * 1.5)
        }
        SecondaryButton {
            text: qsTr("Whole picture", "button: zoom out")
            enabled: view.zoom > 1
            onClicked: view.zoom = 1
        }
    }
}
