import QtQuick
import Frontsheet.Theme
import Frontsheet.Controls
import Frontsheet.ViewModels

// Who sees one row of the plan: all of it, a part, or not, with the reason. By the same decision as the server's.
Sheet {
    id: sheet

    required property PlanModel plan

    heading: qsTr("Who will see this", "beside a note")

    function show(recordId: string) {
        sheet.plan.lookWhoSees(recordId);
        sheet.open();
    }
    Label {
        width: parent.width
        text: sheet.plan.audienceLine
    }
    Label {
        visible: text.length > 0
        width: parent.width
        text: sheet.plan.audienceSource
        type: Theme.small
        color: Theme.ink2
    }
    ReadersList {
        width: parent.width
        audience: sheet.plan.audience
    }
    SecondaryButton {
        text: qsTr("Close", "button: closes a sheet that only shows")
        onClicked: sheet.close()
    }
}
