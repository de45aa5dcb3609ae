pragma ComponentBehavior: Bound
import QtQuick
import Frontsheet.Theme

// Something went wrong or must be known first: what happened, what is safe, what to do. Stays beside its cause.
Rectangle {
    id: notice

    enum Kind {
        Danger,
        Attention,
        Calm
    }

    required property string title
    property string text: ""
    property int kind: Notice.Kind.Attention
    property string action: ""
    property bool arrives: false // comes while somebody looks elsewhere on the page, as an answer to what they did: into sight
    property string actionSpoken: "" // where several on a page say the same
    property var choices: [] // {text, spoken}: where one thing to do is not enough
    property string iconName: notice.kind === Notice.Kind.Calm ? "info" : "warning"
    readonly property color tone: notice.kind === Notice.Kind.Danger ? Theme.danger : notice.kind === Notice.Kind.Attention ? Theme.attention : Theme.ink
    signal actionChosen
    signal choiceMade(int choice)

    onTitleChanged: {
        if (!notice.arrives || notice.title.length === 0)
            return;
        for (let up = notice.parent; up; up = up.parent) {
            const flick = up as SightFlick;
            if (flick) {
                flick.reveal(notice);
                return;
            }
        }
    }
    implicitHeight: column.height + 24
    radius: Theme.radiusPanel
    color: notice.kind === Notice.Kind.Attention ? Theme.attentionTint : Theme.surface
    border.width: 1
    border.color: notice.kind === Notice.Kind.Danger ? Theme.danger : notice.kind === Notice.Kind.Attention ? Theme.attentionMark : Theme.edge
    Accessible.role: Accessible.AlertMessage
    Accessible.name: Spoken.join([notice.title, notice.text])

    LineIcon {
        x: Theme.rowPad
        y: 12 + (Theme.body.line - height) / 2
        name: notice.iconName
        color: notice.tone
        size: Theme.iconSize
        id: sign
    }
    Column {
        id: column
        x: sign.x + sign.width + Theme.s3
        y: 12
        width: parent.width - x - Theme.rowPad
        spacing: Theme.s1
        Label {
            width: parent.width
            text: notice.title
            strong: true
            color: notice.tone
            Accessible.ignored: true
        }
        Label {
            visible: text.length > 0
            width: parent.width
            text: notice.text
            Accessible.ignored: true
        }
        SecondaryButton {
            visible: notice.action.length > 0
            text: notice.action
            spoken: notice.actionSpoken
            onClicked: notice.actionChosen()
        }
        Flow {
            visible: notice.choices.length > 0
            width: parent.width
            topPadding: Theme.s1
            spacing: Theme.s2
            Repeater {
                model: notice.choices
                SecondaryButton {
                    id: choice
                    required property var modelData
                    required property int index
                    text: choice.modelData.text
                    spoken: choice.modelData.spoken
                    onClicked: notice.choiceMade(choice.index)
                }
            }
        }
    }
}
