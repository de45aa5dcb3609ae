// What devices have removed, on standard output.
#pragma once

#include "app/agency_server/verbs/audit_lines.h"
#include "sync/server/removal/removal_views.h"

#include <vector>

namespace frontsheet {

// A line a device, then "removed from 3 of 4 devices; printed once".
void printRemovals(AuditForm form, const std::vector<removal::DeviceLine>& lines);
// Devices that were asked to remove something and have not said that they have.
[[nodiscard]] Result<void> printOpenRemovals(AuditForm form, LedgerReads& ledger);

} // namespace frontsheet
