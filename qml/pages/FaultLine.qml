import Frontsheet.Theme
import Frontsheet.Controls

// What is wrong with what stands above it; nothing where nothing is.
Label {
    visible: text.length > 0
    width: parent ? parent.width : implicitWidth
    color: Theme.danger
}
