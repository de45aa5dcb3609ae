// The one thing that a certificate which is revoked or ran out still opens: the device hands in what it has (all of it goes
// to the late inbox), hears that everything of this home goes, and says that it has gone. Nothing is ever released here.
#pragma once

#include "core/base/id_source.h"
#include "sync/server/ledger.h"
#include "sync/wire/messages.h"

namespace frontsheet::removal {

enum class Standing : std::uint8_t {
    Good,     // nothing closes: NotPermitted
    Lapsed,   // ran out, and may be renewed: RenewFirst
    Finished, // ran out too long ago
    Revoked
};

// Reply without epoch, feed and time, which are the caller's to fill in. In one transaction of the ledger.
[[nodiscard]] Result<wire::SyncReply> closeDevice(LedgerWrites& ledger, const Principal& who, Standing standing,
                                                  const wire::SyncRequest& request, std::uint64_t freshNumber,
                                                  WallTime now);

} // namespace frontsheet::removal
