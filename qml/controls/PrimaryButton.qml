import QtQuick
import Frontsheet.Theme

// The one thing this page is for.
PressButton {
    fill: Theme.accent
    fillPressed: Theme.accentPressed
    edgeColor: "transparent"
    textColor: Theme.accentInk
}
