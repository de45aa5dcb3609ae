pragma ComponentBehavior: Bound
import QtQuick

// Ctrl+1, Ctrl+2 and on: the places in their order.
Repeater {
    id: keys

    required property var places // {key}
    required property bool open
    signal chosen(string key)

    model: keys.places

    Item {
        id: key
        required property var modelData
        required property int index
        Shortcut {
            sequence: "Ctrl+" + (key.index + 1)
            enabled: keys.open
            onActivated: keys.chosen(key.modelData.key)
        }
    }
}
