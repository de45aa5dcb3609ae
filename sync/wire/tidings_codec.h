// The small lists beside a reply's pages.
#pragma once

#include "core/base/result.h"
#include "core/domain/tidings.h"

namespace frontsheet::v1 {
class SyncReply;
}

namespace frontsheet::wire {

void fill(v1::SyncReply& out, const Tidings& tidings);
// Malformed without an id, or where what came of held work is not of this program.
[[nodiscard]] Result<ReferralReach> decodeReach(BytesView bytes);
[[nodiscard]] Result<SettledWork> decodeSettled(BytesView bytes);

} // namespace frontsheet::wire
