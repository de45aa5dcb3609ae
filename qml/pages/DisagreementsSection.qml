pragma ComponentBehavior: Bound
import QtQuick
import Frontsheet.Theme
import Frontsheet.Controls
import Frontsheet.ViewModels

// On what agencies disagree about one person, and which of it somebody says is right.
Column {
    id: section

    required property FrontSheetModel sheet

    spacing: Theme.gap

    Repeater {
        model: RowList {
            rows: section.sheet.disagreements
        }
        DisagreementRow {
            id: disagreement
            required property var modelData
            objectName: "disagreement"
            width: section.width
            subject: disagreement.modelData.subject
            versions: disagreement.modelData.versions
            aside: disagreement.modelData.aside
            before: disagreement.modelData.before
            maySay: true
            onSaidRight: index => {
                const version = disagreement.modelData.versions[index];
                section.sheet.sayRight(disagreement.modelData.field, version.record, version.said);
            }
            onTookBack: index => section.sheet.takeBackRight(disagreement.modelData.versions[index].mine)
        }
    }
    Label {
        visible: section.sheet.disagreements.length > 0
        width: parent.width
        leftPadding: Theme.rowPad
        rightPadding: Theme.rowPad
        text: qsTr("Saying what is right changes nobody’s record. Everyone who may read it reads who said so, and when.", "front sheet: under what agencies disagree on")
        type: Theme.small
        color: Theme.ink2
    }
}
