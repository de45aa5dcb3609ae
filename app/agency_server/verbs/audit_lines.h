// The disclosure log's views on standard output: for reading, or a line of JSON each.
#pragma once

#include "sync/server/disclosure/disclosure_log.h"
#include "sync/server/disclosure/disclosure_views.h"

#include <cstdint>
#include <string>
#include <vector>

namespace frontsheet {

enum class AuditForm : std::uint8_t { Words, Json };

// Where a partner stands to this agency's log.
struct PartnersHead {
    AgencyId partner;
    enum class State : std::uint8_t { Unreachable, HoldsNone, NotSigned, Holds } state = State::HoldsNone;
    disclosure::LogHead head; // Holds
};

void printVerification(AuditForm form, const AgencyId& agency, const disclosure::Verification& verification,
                       const std::vector<PartnersHead>& partners);
// `ledger` for the types of records; what is no longer there is shown by its id.
[[nodiscard]] Result<void> printView(AuditForm form, const disclosure::LogView& view, LedgerReads& ledger);
void printEmergencies(AuditForm form, std::vector<disclosure::EmergencyCase> cases);

// "2026-11-21 08:15:02Z"; "-" when not known.
[[nodiscard]] std::string inUtc(WallTime time);

} // namespace frontsheet
