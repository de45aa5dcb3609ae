import QtQuick
import Frontsheet.ViewModels

// A row of the plan stands no longer, and who will read that.
EndSheet {
    id: sheet

    required property PlanModel plan

    underway: sheet.plan.busy
    errorTitle: sheet.plan.errorTitle
    errorText: sheet.plan.errorText
    onAboutToShow: {
        sheet.plan.dismissError();
        sheet.plan.lookWhoSees(sheet.recordId);
    }
    onSaid: (record, how, because) => sheet.plan.end(record, how, because)

    WhoSeesFold {
        width: parent.width
        plan: sheet.plan
    }
    Connections {
        target: sheet.plan
        function onDone() {
            sheet.saved();
        }
    }
}
