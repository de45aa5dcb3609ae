import QtQuick
import Frontsheet.Theme

PressButton {
    fill: Theme.surface
    edgeColor: Theme.edge
    textColor: Theme.accent
}
