import QtQuick
import Frontsheet.Theme

// What is wrong with what stands above it; nothing where nothing is. It comes into sight when it comes, together with what it is about.
Label {
    id: line

    property Item about: line

    visible: line.text.length > 0
    width: parent ? parent.width : implicitWidth
    color: Theme.danger
    onTextChanged: {
        if (line.text.length === 0)
            return;
        for (let up = line.parent; up; up = up.parent) {
            const flick = up as SightFlick;
            if (flick) {
                flick.reveal(line.about);
                return;
            }
        }
    }
}
