// What really crossed, for whoever must prove that something did not: with FRONTSHEET_WIRE_FOLDER set, every answer that this
// program receives is written into that folder as it stands before anything reads it, unpacked, one file each:
//
//   <wall milliseconds>-<process>-<count>-<agency>-<verb>.reply   a message or a refusal
//                                                        .raw     what does not unpack, as it came
//
// Only where faults are compiled in (FRONTSHEET_FAULTS). A release writes nothing of anybody outside the encrypted store: there
// the variable is refused, so that nobody believes it is being watched.
#pragma once

#include "sync/client/transport.h"

#include <memory>

namespace frontsheet::device {

// `transport` as it is where the variable is not set. Unsupported where it is set in a release. An answer that cannot be
// written is DiskFailed to the caller: what was not recorded has not been received.
[[nodiscard]] Result<std::unique_ptr<Transport>> recorded(std::unique_ptr<Transport> transport);

} // namespace frontsheet::device
