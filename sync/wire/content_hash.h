// What a record says, as one number: the same on the device that holds it as at the home that sent it.
#pragma once

#include "core/domain/record.h"

#include <cstdint>

namespace frontsheet::wire {

// The first eight bytes (little-endian) of BLAKE2b-128 (RFC 7693) over the header as it travels and the body's bytes as they were
// sent, that is after what is withheld was taken out. Sums of them, modulo 2^64, stand for sets: a guard against accidents and
// faults, as HeldHash is; nothing is released by it.
[[nodiscard]] std::uint64_t contentHash(const Record& header, BytesView body);

} // namespace frontsheet::wire
