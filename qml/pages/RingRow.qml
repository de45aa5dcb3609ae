import QtQuick
import Frontsheet.Theme
import Frontsheet.Controls

// Somebody to ring: who they are, and the number on the button.
PanelRow {
    id: row

    required property string name
    required property string number
    property string detail: ""
    readonly property bool beside: row.inner / Theme.textScale >= 400
    signal ring(string number)

    spoken: Spoken.join([row.name, row.detail])

    Column {
        id: words
        width: row.beside ? row.inner - call.width - Theme.s3 : row.inner
        Label {
            width: parent.width
            text: row.name
            strong: true
            Accessible.ignored: true
        }
        Label {
            visible: text.length > 0
            width: parent.width
            text: row.detail
            type: Theme.small
            color: Theme.ink2
            Accessible.ignored: true
        }
    }
    Item {
        width: parent.width
        height: row.beside ? Math.max(words.height, call.height) : words.height + Theme.s2 + call.height
        RingButton {
            id: call
            x: row.beside ? parent.width - width : 0
            y: row.beside ? Math.round((parent.height - height) / 2) : words.height + Theme.s2
            width: Math.min(implicitWidth, row.inner)
            who: ""
            number: row.number
            spoken: qsTr("Ring %1, %2", "screen reader: %1 name, %2 telephone number").arg(row.name).arg(row.number)
            onRing: number => row.ring(number)
        }
    }
}
