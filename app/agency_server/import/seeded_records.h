// Invented records in bulk, for measuring: the same seed gives the same records.
#pragma once

#include "core/base/clock.h"
#include "sync/server/ledger.h"

#include <cstdint>

namespace frontsheet {

// One registration to nine signed contact notes a person, bodies of about 700 bytes, in transactions of 500. Recorded as of
// `now` and the days before it. Never on a ledger with real people in it: InvalidArgument when it holds any person already.
[[nodiscard]] Result<void> seedRecords(Ledger& ledger, std::uint64_t count, std::uint64_t seed, WallTime now);

} // namespace frontsheet
