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

    Flickable {
        id: frame
        width: parent.width
        height: Math.max(160, Math.min(420, width * 0.75))
        clip: true
        contentWidth: picture.width
        contentHeight: picture.height
        boundsBehavior: Flickable.StopAtBounds

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
