import QtQuick
import Frontsheet.Theme
import Frontsheet.Controls
import Frontsheet.ViewModels

// The passphrase, and in plain words why it did not open.
Rectangle {
    id: page

    required property AppModel app
    readonly property bool opening: page.app.lock === AppModel.Opening

    color: Theme.bg

    function start() {
        passphrase.input.clear();
        passphrase.forceActiveFocus();
    }

    ScrollPage {
        visible: page.app.lock !== AppModel.Closed // nothing is typed beneath what covers it, and nothing is heard
        anchors.fill: parent
        topMargin: Math.max(Theme.s6, (page.height - column.height) / 2 - 40)

        Column {
            id: column
            width: Math.min(parent.width, Math.round(440 * Math.min(Theme.textScale, 1.6)))
            x: (parent.width - width) / 2
            spacing: Theme.s5

            Row {
                spacing: Theme.s3
                LineIcon {
                    name: "frontsheet"
                    color: Theme.accent
                    size: Math.round(36 * Math.min(Theme.textScale, 1.5))
                    anchors.verticalCenter: parent.verticalCenter
                }
                Label {
                    text: qsTr("Frontsheet", "the product's name")
                    type: Theme.page
                    font.pixelSize: Theme.page.size + 4
                    Accessible.role: Accessible.Heading
                    anchors.verticalCenter: parent.verticalCenter
                }
            }
            Column {
                width: parent.width
                spacing: Theme.s1
                Label {
                    width: parent.width
                    text: page.app.deviceName.length > 0 ? page.app.deviceName : page.app.tablet ? qsTr("This tablet is locked", "unlock page") : qsTr("This laptop is locked", "unlock page")
                    type: Theme.section
                }
                Label {
                    width: parent.width
                    text: qsTr("What you saved is here and encrypted. It opens without signal.", "unlock page")
                    color: Theme.ink2
                }
            }
            Notice {
                visible: page.app.faultTitle.length > 0
                width: parent.width
                kind: Notice.Kind.Danger
                title: page.app.faultTitle
                text: page.app.faultText
            }
            Field {
                id: passphrase
                width: parent.width
                label: qsTr("Passphrase", "unlock page")
                secret: true
                focus: true
                enabled: !page.opening
                onAccepted: page.open()
            }
            PrimaryButton {
                width: parent.width
                least: Theme.mainCall
                enabled: !page.opening
                text: page.opening ? qsTr("Opening", "unlock button while the key is derived") : qsTr("Open", "unlock button")
                iconName: "lock"
                onClicked: page.open()
            }
            Label {
                visible: page.app.unlockHint.length > 0
                width: parent.width
                text: page.app.unlockHint
                color: Theme.ink2
            }
        }
    }

    ClosedPage {
        anchors.fill: parent
        visible: page.app.lock === AppModel.Closed
        app: page.app
        onRing: number => page.app.ringNumber(number)
    }

    function open() {
        if (passphrase.text.length === 0 || page.opening)
            return;
        page.app.unlock(passphrase.text);
        passphrase.input.clear();
    }
    Connections {
        target: page.app
        function onLockChanged() {
            if (page.app.lock === AppModel.Locked)
                passphrase.forceActiveFocus();
        }
    }
}
