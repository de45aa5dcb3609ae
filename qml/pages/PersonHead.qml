import QtQuick
import Frontsheet.Controls
import Frontsheet.ViewModels

// The patient banner, from the front sheet's view model: the same on every page about one person.
PatientBanner {
    id: head

    required property FrontSheetModel sheet
    property bool titles: false // the page is called by whom it is about
    readonly property bool known: head.titles && head.visible && head.name.length > 0

    onKnownChanged: Arrival.know(head, head.known)
    Component.onCompleted: Arrival.know(head, head.known)
    Component.onDestruction: Arrival.know(head, false)

    name: head.sheet.name
    born: head.sheet.born
    gender: head.sheet.gender
    nhsNumber: head.sheet.nhsNumber
    died: head.sheet.died
    allergy: head.sheet.allergies
    facts: head.sheet.facts
    twoVersions: head.sheet.addressDisputed

    // The keyboard stands here when a page is shown: what is below is leafed through from here too.
    function scrolled(within: Item): Item {
        for (let i = 0; i < within.children.length; ++i) {
            const child = within.children[i];
            const found = !child.visible ? null : child instanceof ScrollPage ? child : head.scrolled(child);
            if (found)
                return found;
        }
        return null;
    }
    Keys.onPressed: event => {
        const below = event.key === Qt.Key_PageDown || event.key === Qt.Key_PageUp ? head.scrolled(head.parent) as ScrollPage : null;
        if (below)
            below.turn(event);
    }
}
