// That a person read a record: what the home's disclosure log keeps beside what it released.
#pragma once

#include "core/base/clock.h"
#include "core/domain/record.h"

#include <cstddef>
#include <cstdint>
#include <string>

namespace frontsheet {

// Numbers travel and are kept for ever; never reused. Those of a newer program stay as they are.
enum class ReadingHow : std::uint8_t {
    Shown = 1,    // its body was on the screen
    Printed = 2,  // on paper
    Exported = 3, // in a file
    Edited = 4,   // its reader has written on top of it
    // 5 is a part of it that is covered until asked for, uncovered on the screen: how to get into the home
    Revealed = 5,
    // Opened after its home had not been heard from for longer than the clause's soft limit, for a reason that was typed.
    OpenedWithReason = 6
};

// A typed reason, in bytes of UTF-8.
inline constexpr std::size_t kMaxReadingReason = 300;

struct Reading {
    RecordId record;
    HomeVersion version; // that was read
    ReadingHow how = ReadingHow::Shown;
    WallTime at;             // by the device's clock, which may be wrong
    std::string reason = {}; // of OpenedWithReason; else empty
    friend bool operator==(const Reading&, const Reading&) = default;
};

} // namespace frontsheet
