// Intents as bytes: in a push, and at rest in the outbox.
#pragma once

#include "core/domain/intent.h"
#include "core/usecases/ports/sync_store.h"

#include <array>
#include <cstdint>

namespace frontsheet::v1 {
class Intent;
}

namespace frontsheet::wire {

[[nodiscard]] Bytes encodeIntent(const Intent& intent, std::uint64_t opNo);
void fill(v1::Intent& out, const Intent& intent, std::uint64_t opNo);

struct DecodedIntent {
    OutgoingIntent outgoing;
    // Why the home must refuse it although its identity is clear: too long, not text, a shape of a newer schema.
    Result<void> acceptable;
};
// An error only where not even the op id can be trusted; then the whole message is no good.
[[nodiscard]] Result<DecodedIntent> decodeIntent(BytesView bytes);

// BLAKE2b-128 (RFC 7693) of what its author says: the words alone (wordsAloneOf), without `after` and without its number in the
// device's outbox. The rest may differ when a device sends it again after a restore. Two intents with one op id and
// different hashes are never the same edit.
using IntentHash = std::array<std::uint8_t, 16>;
[[nodiscard]] IntentHash intentHash(const Intent& intent);

// Whether a home that kept `hash` with an op has taken this intent under it. Ledgers also hold hashes of intents with what
// their author saw, of before the words alone counted.
[[nodiscard]] bool isHashOf(BytesView hash, const Intent& intent);

} // namespace frontsheet::wire
