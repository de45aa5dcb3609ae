pragma ComponentBehavior: Bound
import QtQuick
import Frontsheet.Theme
import Frontsheet.Controls

// A signature drawn with a finger, a pen or the mouse. Who cannot draw types the name, which then stands in its place and is
// said to have been typed.
Column {
    id: pad

    property var strokes: []
    readonly property bool typedName: typed.text.trim().length > 0
    readonly property bool signed: pad.strokes.length > 0 || pad.typedName
    readonly property string described: pad.typedName ? qsTr("Signature, typed: %1", "attached signature, %1 name").arg(typed.text.trim()) : qsTr("Signature, drawn", "attached signature")

    spacing: Theme.s3

    function clear() {
        pad.strokes = [];
        typed.text = "";
        canvas.requestPaint();
    }
    function drawing() {
        return canvas.toDataURL("image/png");
    }

    Canvas {
        id: canvas
        width: parent.width
        height: 180
        Accessible.role: Accessible.Canvas
        Accessible.name: qsTr("Sign here with a finger or pen. Or type the name below.", "screen reader: signature")

        onPaint: {
            const pen = canvas.getContext("2d");
            pen.fillStyle = Theme.paper;
            pen.fillRect(0, 0, canvas.width, canvas.height);
            pen.strokeStyle = Theme.paperInk;
            pen.fillStyle = Theme.paperInk;
            pen.lineWidth = 2.5;
            pen.lineCap = "round";
            pen.lineJoin = "round";
            for (const stroke of pad.strokes) {
                pen.beginPath();
                pen.moveTo(stroke[0].x, stroke[0].y);
                for (const point of stroke)
                    pen.lineTo(point.x, point.y);
                pen.stroke();
            }
            if (pad.typedName) {
                pen.font = "italic 32px sans-serif";
                pen.fillText(typed.text.trim(), 24, canvas.height / 2);
            }
        }
        MouseArea {
            anchors.fill: parent
            preventStealing: true
            onPressed: mouse => {
                const all = pad.strokes;
                all.push([Qt.point(mouse.x, mouse.y)]);
                pad.strokes = all;
                canvas.requestPaint();
            }
            onPositionChanged: mouse => {
                pad.strokes[pad.strokes.length - 1].push(Qt.point(mouse.x, mouse.y));
                canvas.requestPaint();
            }
        }
        Rectangle {
            anchors.fill: parent
            color: "transparent"
            radius: Theme.radiusControl
            border.width: 1
            border.color: Theme.edge
        }
    }
    Field {
        id: typed
        width: parent.width
        label: qsTr("Or type the name", "signature without drawing")
        help: qsTr("It stands in place of a drawn signature, and says so.", "signature without drawing")
        onEdited: canvas.requestPaint()
    }
}
