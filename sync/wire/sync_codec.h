// Requests and replies of POST /v1/{agency}/sync as protobuf bytes. pack() and unpack() go around these.
#pragma once

#include "sync/wire/messages.h"

namespace frontsheet::wire {

// Deterministic: the same message gives the same bytes. `unacceptable` is not sent.
[[nodiscard]] Bytes encode(const SyncRequest& request);
[[nodiscard]] Bytes encode(const SyncReply& reply);
[[nodiscard]] Bytes encode(const Refusal& refusal);

// `agency` is the path's (server) or the asked server's (device). WrongTenant when the message, or an intent in it, names
// another; Unsupported for another protocol; Malformed, NotText or TooLarge by wire_limits.h. Nothing is
// allocated in proportion to anything but the bytes given.
[[nodiscard]] Result<SyncRequest> decodeSyncRequest(BytesView bytes, const AgencyId& agency);
[[nodiscard]] Result<SyncReply> decodeSyncReply(BytesView bytes, const AgencyId& agency);
[[nodiscard]] Result<Refusal> decodeRefusal(BytesView bytes);

} // namespace frontsheet::wire
