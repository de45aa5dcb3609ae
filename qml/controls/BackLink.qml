import QtQuick

// Back to the list this came from, by its name.
LinkButton {
    iconName: "chevron-left"
    leftPadding: 0
}
