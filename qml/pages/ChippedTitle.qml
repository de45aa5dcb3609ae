import QtQuick
import Frontsheet.Theme
import Frontsheet.Controls

// What a row is about, with its state. The chip stands beside the words where they fit on one line with it, else above them: words are never
// squeezed.
Item {
    id: head

    required property string text
    required property var chip // {text, iconName, kind}
    property bool strong: true
    readonly property bool beside: words.implicitWidth + state.width + Theme.s3 <= head.width

    width: parent ? parent.width : implicitWidth
    implicitHeight: head.beside ? Math.max(title.height, state.height) : state.height + Theme.s1 + title.height

    Label {
        id: words // how wide the title would be on one line
        visible: false
        text: head.text
        strong: head.strong
        wrapMode: Text.NoWrap
    }
    Label {
        id: title
        width: head.beside ? parent.width - state.width - Theme.s3 : parent.width
        y: head.beside ? Math.round((head.height - height) / 2) : head.height - height
        text: head.text
        strong: head.strong
        Accessible.ignored: true
    }
    StateChip {
        id: state
        x: head.beside ? parent.width - width : 0
        y: head.beside ? Math.round((head.height - height) / 2) : 0
        text: head.chip.text
        iconName: head.chip.iconName
        kind: head.chip.kind
        Accessible.ignored: true
    }
}
