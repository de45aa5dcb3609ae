import QtQuick

// A page, or a part of one, that is made when it is first shown, and kept: what was typed there and where it was scrolled to stay.
// An app with a few dozen pages starts sooner and takes less memory when nobody pays for those that nobody opens.
Item {
    id: lazy

    property bool shown: false
    property Component sourceComponent
    property Item item: null // what was made

    // Before it is shown, for who has something to tell it. Not a Loader, which cannot make what is bound to the file it is written in.
    function make(): Item {
        if (!lazy.item) {
            lazy.item = lazy.sourceComponent.createObject(lazy, {
                width: lazy.width,
                height: lazy.height
            });
            lazy.item.anchors.fill = lazy;
        }
        return lazy.item;
    }

    visible: lazy.shown
    onShownChanged: if (lazy.shown)
        lazy.make()
    Component.onCompleted: if (lazy.shown)
        lazy.make()
}
