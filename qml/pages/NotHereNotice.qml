import QtQuick
import Frontsheet.Controls
import Frontsheet.ViewModels

// Agencies that are involved and of whose records nothing is on this device: an empty list is no proof that there is nothing.
Notice {
    id: notice

    required property FrontSheetModel sheet

    visible: notice.sheet.notHere.length > 0
    iconName: "question"
    title: notice.sheet.notHere
    text: notice.sheet.notHereText
}
