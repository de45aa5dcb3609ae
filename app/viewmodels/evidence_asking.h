// What a page about the log asks of this worker's own agency, and how the log itself is put into words on each of them.
#pragma once

#include "app/viewmodels/disclosure_wording.h"
#include "app/viewmodels/open_desk.h"

namespace frontsheet {

// As many as somebody reads on a screen; the agency's server lists all with `audit person` and `audit worker`.
inline constexpr std::size_t kEvidenceRowsShown = 1000;

// Whether the worker has the audit role at their own agency, by the agreements held here. The server decides for itself.
[[nodiscard]] Result<bool> isAuditor(OpenDesk& desk);
// All pages put together, up to `most` rows. Waits for the network.
[[nodiscard]] Result<EvidencePage> askEvidence(OpenDesk& desk, const EvidenceAsk& ask, std::size_t most);

// What stands around the rows.
struct EvidenceFrame {
    QString asOf;     // "As your agency's server had it today, 14:03."
    QString logText;  // how the log itself stands
    QString moreText; // what is not listed; empty: nothing
    bool logBroken = false;
};
[[nodiscard]] EvidenceFrame frameOf(const EvidencePage& page, const DisclosureWords& words);

} // namespace frontsheet
