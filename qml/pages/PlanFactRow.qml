pragma ComponentBehavior: Bound
import QtQuick
import Frontsheet.Theme
import Frontsheet.Controls

// What everybody at the door must know: one alert, allergy, medicine, decision or contact, with its source and date.
PlanRow {
    id: item

    required property var fact // PersonPartsReader: {iconName, title, detail, number, numberOf}
    property bool urgent: false
    signal ring(string number)

    row: item.fact
    name: item.fact.title
    spoken: Spoken.join([item.fact.title, item.fact.detail, item.fact.badge.shortName, item.fact.badge.trailing])

    body: Item {
        width: parent.width
        implicitHeight: words.height
        LineIcon {
            id: sign
            name: item.fact.iconName
            color: item.urgent ? Theme.attention : Theme.ink2
            size: Theme.iconSize - 1
            y: 1
        }
        Column {
            id: words
            x: sign.width + Theme.s3
            width: parent.width - x
            Label {
                width: parent.width
                text: item.fact.title
                strong: true
                Accessible.ignored: true
            }
            Label {
                visible: text.length > 0
                width: parent.width
                text: item.fact.detail
                Accessible.ignored: true
            }
            RingButton {
                width: Math.min(implicitWidth, parent.width)
                who: item.fact.numberOf
                number: item.fact.number
                inRow: true
                onRing: number => item.ring(number)
            }
        }
    }
}
