import QtQuick
import Frontsheet.Controls
import Frontsheet.ViewModels

// Above a list: what it leaves out, since a home has not answered for too long. Nothing while nothing is hidden.
Notice {
    id: notice

    required property AppModel app

    visible: notice.app.lockedTitle.length > 0
    kind: Notice.Kind.Calm
    iconName: "no-signal"
    title: notice.app.lockedTitle
    text: notice.app.lockedText
}
