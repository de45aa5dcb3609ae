// Stretches of what is held, as requests ask about them and replies answer.
#pragma once

#include "core/usecases/ports/sync_store.h"

namespace frontsheet::v1 {
class HeldSpan;
}

namespace frontsheet::wire {

void fill(v1::HeldSpan& out, const HeldSpan& span);
// `items`: how many of the message's spans are read already; more than kMaxSpanItems is TooLarge. A span that ends before it
// begins, or lists what is not in ascending order, is Malformed.
[[nodiscard]] Result<HeldSpan> decodeSpan(BytesView bytes, std::size_t& items);

} // namespace frontsheet::wire
