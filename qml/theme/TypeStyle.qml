import QtQml

// One step of the type scale, in pixels after the reader's own text scale.
QtObject {
    required property real size
    required property real line
    property int weight: 400
}
