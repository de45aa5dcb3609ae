import QtQuick
import Frontsheet.Theme
import Frontsheet.Controls
import Frontsheet.ViewModels

// A message on a referral, in one line: kept for that referral until it is sent.
Item {
    id: line

    required property TrackModel track
    property string referral: "" // of which it is being written
    property string going: "" // of which one is being sent, and its words
    property string goingText: ""

    height: Math.max(message.height, send.height)

    function begin() {
        line.referral = line.track.referralId;
        message.begin(line.referral.length > 0 ? "message/" + line.referral : "");
    }
    Component.onCompleted: line.begin()
    Connections {
        target: line.track
        function onChanged() {
            if (line.referral !== line.track.referralId)
                line.begin();
        }
        // Not sent: it stays, whatever else is saved after it.
        function onErrorChanged() {
            if (line.track.errorTitle.length > 0)
                line.going = "";
        }
        function onDone() {
            if (line.going.length === 0)
                return;
            const going = line.going;
            line.going = "";
            if (TypedWords.of("message/" + going) === line.goingText)
                TypedWords.keep("message/" + going, "");
            if (line.referral === going && message.text === line.goingText)
                line.begin();
        }
    }
    Field {
        id: message
        objectName: "writeLine"
        width: parent.width - send.width - Theme.s2
        placeholder: line.track.writeTo.length > 0 ? qsTr("Write to %1", "message field, %1 worker or service").arg(line.track.writeTo) : qsTr("Write a message", "message field")
        onAccepted: send.clicked()
    }
    SecondaryButton {
        id: send
        anchors.right: parent.right
        text: qsTr("Send", "button: a message on a referral")
        enabled: message.text.trim().length > 0 && !line.track.busy
        onClicked: {
            if (line.track.busy || message.text.trim().length === 0)
                return;
            line.going = line.referral;
            line.goingText = message.text;
            line.track.sendMessage(message.text);
        }
    }
}
