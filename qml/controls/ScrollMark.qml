import QtQuick
import Frontsheet.Theme

// Shows where one is in a long list; not a handle.
Rectangle {
    id: mark

    required property Flickable flickable

    anchors.right: mark.flickable.right
    anchors.rightMargin: 3
    y: mark.flickable.y + mark.flickable.visibleArea.yPosition * mark.flickable.height + 2
    width: 4
    height: Math.max(24, mark.flickable.visibleArea.heightRatio * mark.flickable.height - 4)
    radius: 2
    color: Theme.edge
    opacity: 0.6
    visible: mark.flickable.visibleArea.heightRatio < 0.995
}
