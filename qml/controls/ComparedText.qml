import QtQuick
import Frontsheet.Theme

// A text beside another: what only this one says is tinted, underlined and numbered; where it says nothing of what the other says,
// a gap with the number says so. `passages`: {kind: same, here or gap; number; text}.
Text {
    id: compared

    required property var passages
    // For ears: the differences alone, each with its number.
    readonly property string spoken: compared.passages.filter(one => one.kind !== "same").map(one => one.kind === "gap" ? qsTr("%1: not mentioned here", "screen reader: %1 number of a difference").arg(one.number) : qsTr("%1: %2", "screen reader: %1 number of a difference, %2 words").arg(one.number).arg(one.text.trim())).join(". ")
    readonly property string plain: compared.passages.map(one => one.text).join("")

    function safe(text: string): string {
        return text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/\n/g, "<br>");
    }
    function mark(number: int): string {
        return "<sup><b>" + number + "</b></sup> ";
    }
    function html(one: var): string {
        if (one.kind === "same")
            return compared.safe(one.text);
        if (one.kind === "gap")
            return "<span style=\"color:" + Theme.ink2 + "; background-color:" + Theme.well + "\">&nbsp;" + qsTr("not mentioned", "a gap beside another version") + "&nbsp;</span>" + compared.mark(one.number);
        const ends = one.text.match(/\s*$/)[0];
        return "<span style=\"background-color:" + Theme.tint + "; text-decoration:underline\">" + compared.safe(one.text.substring(0, one.text.length - ends.length)) + "</span>" + compared.mark(one.number) + compared.safe(ends.replace(/ /g, ""));
    }

    text: compared.passages.map(one => compared.html(one)).join("")
    textFormat: Text.RichText
    color: Theme.ink
    font.family: Theme.family
    font.pixelSize: Theme.note.size
    wrapMode: Text.Wrap
    Accessible.role: Accessible.StaticText
    Accessible.name: compared.plain
    Accessible.description: compared.spoken
}
