import QtQuick
import Frontsheet.Controls
import Frontsheet.ViewModels

// Agencies that are involved and of whose records nothing is on this device: an empty list is no proof that there is nothing. Each can be
// asked, by a message to whoever is involved there, to take this worker onto its care team.
Notice {
    id: notice

    required property FrontSheetModel sheet
    signal ask(string agency)

    visible: notice.sheet.notHere.length > 0
    iconName: "question"
    title: notice.sheet.notHere
    text: notice.sheet.notHereText
    choices: {
        const asks = [];
        for (const agency of notice.sheet.notHereAgencies)
            asks.push({
                "text": qsTr("Ask %1", "button: asks an agency to share, %1 agency").arg(agency.name),
                "spoken": qsTr("Ask %1 to put you on their care team", "screen reader, %1 agency").arg(agency.name)
            });
        return asks;
    }
    onChoiceMade: choice => notice.ask(notice.sheet.notHereAgencies[choice].code)
}
