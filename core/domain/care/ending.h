// What stands about a person until somebody says that it does so no longer: an alert, an allergy, a paper, a contact; and what was written
// down in error, which stays to be read as such. Pure.
#pragma once

#include "core/base/result.h"
#include "core/domain/principal.h"
#include "core/domain/record.h"

#include <cstdint>
#include <string_view>
#include <vector>

namespace frontsheet::care {

enum class Ending : std::uint8_t {
    NoLonger,       // it was so, and is not any more
    Refuted,        // it was looked into, and is not so
    EnteredInError, // it was never so, or is somebody else's
};

// How this worker may end the record as it stands; empty: it ends otherwise, has ended, or is its home's to end.
[[nodiscard]] std::vector<Ending> endingsOf(const Record& record, const Principal& who);

// Whether why it ends is part of the record.
[[nodiscard]] bool needsWords(RecordType type, Ending how);

// The record once it is said. `today`: ISO. Missing without words where they are needed; WrongState where it does not end so.
[[nodiscard]] Result<Record> ended(Record record, Ending how, std::string_view because, const Principal& who,
                                   std::string_view today);

} // namespace frontsheet::care
