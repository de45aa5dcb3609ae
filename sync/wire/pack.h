// Zstandard (RFC 8878) around every message body, with a checksum and a bound.
#pragma once

#include "core/base/id.h"
#include "core/base/result.h"

#include <cstddef>

namespace frontsheet::wire {

// One frame that states its content's size and carries a checksum: damage inside the TLS tunnel (a broken proxy's cache,
// a bad memory bank) is seen before anything is decoded. Level 3: above it nothing is won that a worker would notice.
[[nodiscard]] Bytes pack(BytesView message);

// Truncated: the frame ends early. TooLarge: it states or holds more than `maxBytes`; no more memory than that is taken
// whatever it claims. Malformed: not one whole frame with its size stated, damaged, or followed by anything.
[[nodiscard]] Result<Bytes> unpack(BytesView packed, std::size_t maxBytes);

} // namespace frontsheet::wire
