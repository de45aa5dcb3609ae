import QtQuick

// A part that is made when it is first shown, and kept: what was typed there and where it was scrolled to stay. It is as large as what was
// made; or what was made is `fitted` to it. Not a Loader, which cannot make what is bound to the file that it is written in.
Item {
    id: part

    property bool shown: false
    property bool fitted: false // into the width of the part, and its height where one is given
    property Component sourceComponent
    property Item item: null // what was made

    visible: part.shown
    implicitWidth: part.item && !part.fitted ? part.item.width : 0
    implicitHeight: !part.item ? 0 : part.fitted ? part.item.implicitHeight : part.item.height
    onShownChanged: if (part.shown)
        part.make()
    Component.onCompleted: if (part.shown)
        part.make()

    // Before it is shown, for who has something to tell it.
    function make(): Item {
        if (!part.item) {
            part.item = part.fitted ? part.sourceComponent.createObject(part, {
                width: part.width
            }) : part.sourceComponent.createObject(part);
            if (part.fitted)
                part.item.anchors.fill = part;
        }
        return part.item;
    }
}
