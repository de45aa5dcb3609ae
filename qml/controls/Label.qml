import QtQuick
import Frontsheet.Theme

// A text of the type scale. Wraps; never cuts a name.
Text {
    id: label

    property TypeStyle type: Theme.body
    property int weight: label.type.weight
    property bool strong: false

    color: Theme.ink
    font.family: Theme.family
    font.pixelSize: label.type.size
    font.weight: label.strong ? 600 : label.weight
    lineHeight: label.type.line
    lineHeightMode: Text.FixedHeight
    wrapMode: Text.Wrap
    textFormat: Text.PlainText
    verticalAlignment: Text.AlignVCenter
    Accessible.role: Accessible.StaticText
    Accessible.name: label.text
    Accessible.ignored: label.text.length === 0
}
