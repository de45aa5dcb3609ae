import QtQuick
import Frontsheet.Theme

// Words that lead somewhere. On a tablet the target is 44 high although the words are small.
PressButton {
    edgeColor: "transparent"
    type: Theme.body
    leftPadding: Theme.s1
    rightPadding: Theme.s1
}
