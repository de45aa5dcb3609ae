// Where a log ended at a moment, signed by its agency: partners' servers and devices keep the newest they were given. A
// log that was cut off, rolled back or written anew no longer agrees with them.
//
// As bytes (what is kept and travels): layout:u8 (1)  number:u64  hash:32  at:i64  signature. What is signed is
// headStatement(): the words "frontsheet disclosure log head 1", the agency's code, and the first three again.
#pragma once

#include "core/base/clock.h"
#include "core/base/id.h"

#include <array>
#include <cstdint>

namespace frontsheet::disclosure {

using Hash = std::array<std::uint8_t, 32>;

struct LogHead {
    std::uint64_t number = 0;
    Hash hash{};
    WallTime at;
    Bytes signature;
    friend bool operator==(const LogHead&, const LogHead&) = default;
};

[[nodiscard]] Bytes headStatement(const AgencyId& agency, const LogHead& head);
[[nodiscard]] Bytes encode(const LogHead& head);
[[nodiscard]] Result<LogHead> decodeHead(BytesView bytes); // Malformed, TooLarge, Unsupported

} // namespace frontsheet::disclosure
