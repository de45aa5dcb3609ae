// Rows of the disclosure log in plain words: who, when, under what, what of it arrived or was read.
#pragma once

#include "app/viewmodels/type_wording.h"
#include "app/viewmodels/wording.h"
#include "core/domain/evidence.h"

#include <QStringList>
#include <QVariantList>

#include <map>

namespace frontsheet {

struct DisclosureWords {
    const Wording& wording;
    const Directory& directory;

    // {who, worker, badge, agency, when, what, attention, detail: [{label, value}], spoken}
    [[nodiscard]] QVariantMap row(const EvidenceRow& row) const;
    // The same on a page about one worker: led by whom it is about ("who", and "personId" where the log says one person), by name
    // where this device knows them. `names`: of those whom it knows.
    [[nodiscard]] QVariantMap rowOfWorker(const EvidenceRow& row, const std::map<PersonId, std::string>& names) const;
    // "4 people by name. 61 records sent to their devices. Read 12 times. 1 emergency access."
    [[nodiscard]] QString sumOfWorker(const std::vector<EvidenceRow>& rows) const;
    // How the log stands: "Checked to entry 880 ...", or what is broken.
    [[nodiscard]] QString log(const LogStanding& log) const;
    // "Removed from 3 of 4 devices; printed or saved once." Empty where none was to remove anything.
    [[nodiscard]] QString removed(const std::vector<EvidenceDevice>& devices) const;
    // {badge, text, waits}: a line for each device that was to remove something; those that have not answered first.
    [[nodiscard]] QVariantList devices(const std::vector<EvidenceDevice>& devices) const;
    [[nodiscard]] QString worker(const AgencyId& agency, const WorkerId& worker) const;
};

[[nodiscard]] QString categoryWords(Category category); // "contact note"
// "care-team" as the log has it: "is on the care team".
[[nodiscard]] QString reasonWords(const std::string& reason);

} // namespace frontsheet
