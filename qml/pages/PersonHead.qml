import QtQuick
import Frontsheet.Controls
import Frontsheet.ViewModels

// The patient banner, from the front sheet's view model: the same on every page about one person.
PatientBanner {
    id: head

    required property FrontSheetModel sheet

    name: head.sheet.name
    born: head.sheet.born
    gender: head.sheet.gender
    nhsNumber: head.sheet.nhsNumber
    died: head.sheet.died
    allergy: head.sheet.allergies
    facts: head.sheet.facts
    twoVersions: head.sheet.addressDisputed
}
