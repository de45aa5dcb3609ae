pragma ComponentBehavior: Bound
import QtQuick
import Frontsheet.Theme
import Frontsheet.Controls

// A photo or a document of the device's own, to choose: small, as it looks, since cameras call everything alike.
PanelRow {
    id: row

    // {url, name, detail, image}
    required property var choice

    leads: true
    spoken: Spoken.join([row.choice.name, row.choice.detail])

    Rectangle {
        id: frame
        width: Theme.tablet ? 64 : 48
        height: width
        color: Theme.well
        LineIcon {
            visible: picture.status !== Image.Ready
            anchors.centerIn: parent
            name: "note"
            color: Theme.ink2
            size: Theme.iconSize
        }
        Image {
            id: picture
            anchors.fill: parent
            source: row.choice.image ? row.choice.url : ""
            sourceSize.width: 128
            sourceSize.height: 128
            fillMode: Image.PreserveAspectCrop
            autoTransform: true
            asynchronous: true
            cache: false
            Accessible.ignored: true
        }
    }
    Column {
        x: frame.width + Theme.s3
        width: parent.width - x
        spacing: 2
        Label {
            width: parent.width
            text: row.choice.name
            wrapMode: Text.WrapAtWordBoundaryOrAnywhere
            type: Theme.row
            Accessible.ignored: true
        }
        Label {
            width: parent.width
            text: row.choice.detail
            type: Theme.small
            color: Theme.ink2
            Accessible.ignored: true
        }
    }
}
