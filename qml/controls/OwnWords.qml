import QtQuick
import Frontsheet.Theme

// What a person said, as they said it.
Rectangle {
    id: quote

    required property string title
    required property string words
    property string initials: ""
    property string shortName: ""
    property int hue: 0
    property string date: ""

    implicitHeight: column.height + 28
    radius: Theme.radiusPanel
    color: Theme.tint
    Accessible.role: Accessible.StaticText
    Accessible.name: quote.title + ". " + quote.words + ". " + quote.shortName + ", " + quote.date

    Column {
        id: column
        x: Theme.rowPad
        y: 12
        width: parent.width - 2 * x
        spacing: Theme.s1
        Label {
            width: parent.width
            text: quote.title
            type: Theme.row
            font.pixelSize: Theme.body.size
            Accessible.ignored: true
        }
        Label {
            width: parent.width
            text: quote.words
            type: Theme.own
            Accessible.ignored: true
        }
        AgencyBadge {
            visible: quote.shortName.length > 0
            width: parent.width
            initials: quote.initials
            shortName: quote.shortName
            hue: quote.hue
            trailing: quote.date
            Accessible.ignored: true
        }
    }
}
