import QtQuick
import QtQuick.Templates as T
import Frontsheet.Theme

// The ground of every push button: icon and words, wraps at large text, one size of target per form.
T.Button {
    id: control

    property string iconName: ""
    property string iconAfter: ""
    property color fill: "transparent"
    property color fillPressed: Theme.tint
    property color edgeColor: Theme.edge
    property color textColor: Theme.accent
    property color ringColor: Theme.accent
    property TypeStyle type: Theme.row
    property bool inRow: false
    // How high it is at least; words that need more have more, so that nobody sets its height.
    property real least: control.inRow ? Theme.controlInRow : Theme.control
    property bool atLeft: false // words at the left edge instead of the middle
    // What a screen reader says when it is more than the words on the button.
    property string spoken: ""

    // What has no fill of its own takes half of the pressed one; a tint over nothing would be over black.
    readonly property color fillHovered: control.fill.a > 0 ? Qt.tint(control.fill, Qt.alpha(control.fillPressed, 0.5)) : Qt.alpha(control.fillPressed, 0.5)
    readonly property real signs: (control.iconName.length > 0 ? Theme.iconSmall + 2 + Theme.s2 : 0) + (control.iconAfter.length > 0 ? Theme.iconSmall + Theme.s2 : 0)

    implicitWidth: Math.ceil(words.implicitWidth + control.signs) + 1 + leftPadding + rightPadding
    implicitHeight: Math.max(control.least, Math.ceil(words.height) + topPadding + bottomPadding)
    leftPadding: Theme.tablet ? 16 : 12
    rightPadding: leftPadding
    topPadding: 4
    bottomPadding: 4
    hoverEnabled: true
    focusPolicy: Qt.StrongFocus
    opacity: enabled ? 1 : 0.55

    Accessible.role: Accessible.Button
    Accessible.name: control.spoken.length > 0 ? control.spoken : control.text
    Accessible.onPressAction: control.clicked()

    Keys.onReturnPressed: control.clicked()
    Keys.onEnterPressed: control.clicked()

    Item {
        x: control.leftPadding
        y: control.topPadding
        width: control.availableWidth
        height: control.availableHeight

        Row {
            id: content
            spacing: Theme.s2
            x: control.atLeft ? 0 : Math.round((parent.width - width) / 2)
            anchors.verticalCenter: parent.verticalCenter

            LineIcon {
                visible: control.iconName.length > 0
                name: control.iconName
                color: control.textColor
                size: Theme.iconSmall + 2
                anchors.verticalCenter: parent.verticalCenter
            }
            Label {
                id: words
                visible: control.text.length > 0
                text: control.text
                type: control.type
                strong: true
                color: control.textColor
                anchors.verticalCenter: parent.verticalCenter
                Accessible.ignored: true
                // As wide as its words, unless the button has been given less.
                width: Math.min(Math.ceil(implicitWidth), Math.max(40, control.availableWidth - control.signs))
            }
            LineIcon {
                visible: control.iconAfter.length > 0
                name: control.iconAfter
                color: control.textColor
                size: Theme.iconSmall
                anchors.verticalCenter: parent.verticalCenter
            }
        }
    }

    background: Rectangle {
        radius: Theme.radiusControl
        color: control.down ? control.fillPressed : (control.hovered ? control.fillHovered : control.fill)
        border.width: control.edgeColor.a > 0 ? 1 : 0
        border.color: control.edgeColor

        FocusRing {
            shown: control.visualFocus
            tone: control.ringColor
        }
    }
}
