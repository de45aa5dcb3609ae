// What a reply tells beside its pages: how far this home's referrals have come, to its own workers who may read them, and what
// became of held work, to the device that sent it.
#pragma once

#include "sync/server/pull.h"

namespace frontsheet::disclosure {

// Of the referrals on the reply's pages, and of what has changed since the device's last: up to kTidingsPerReply of those.
[[nodiscard]] Result<Tidings> tidingsFor(LedgerReads& ledger, const Principal& viewer, const Pull& pull,
                                         const wire::SyncReply& reply, std::uint64_t after);
// `says` where it is more than the device has said before; else 0.
[[nodiscard]] Result<std::uint64_t> newlyTold(LedgerReads& ledger, const DeviceId& device, std::uint64_t says);

} // namespace frontsheet::disclosure
