pragma ComponentBehavior: Bound
import QtQuick
import Frontsheet.Theme
import Frontsheet.ViewModels

// The places of the app along the bottom edge, where a thumb is: on a tall tablet and with large text.
Rectangle {
    id: bar

    required property AppModel app
    required property var places // {key, name, iconName}
    required property string place
    // A place's name is never cut.
    readonly property real widest: bar.places.reduce((widest, one) => Math.max(widest, metrics.advanceWidth(one.name)), 0)
    signal chosen(string key)

    implicitHeight: buttons.height
    color: Theme.well

    FontMetrics {
        id: metrics
        font.family: Theme.family
        font.pixelSize: Theme.small.size
        font.weight: 600
    }
    Row {
        id: buttons
        PlaceButtons {
            id: places
            app: bar.app
            places: bar.places
            place: bar.place
            room: bar.width
            least: bar.widest + Theme.s3
            each: bar.width / places.shown
            upright: false
            onChosen: key => bar.chosen(key)
            onMore: more.ask()
        }
    }
    PlacesSheet {
        id: more
        places: places.rest
        place: bar.place
        waiting: places.waiting
        onChosen: key => bar.chosen(key)
    }
    Rectangle {
        width: parent.width
        height: 1
        color: Theme.line
    }
}
