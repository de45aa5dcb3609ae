// What was read here, told to each record's home at the next contact: part of its disclosure log.
#pragma once

#include "core/domain/reading.h"

#include <span>

namespace frontsheet {

struct HomeReading {
    AgencyId home; // of the record
    Reading reading;
};

class ReadingJournal {
public:
    virtual ~ReadingJournal() = default;
    // Committed before this returns. The same version read again in the same way within the hour is one reading. TooLarge
    // when a device has been away for so long that no more is kept; nothing is kept of these then.
    [[nodiscard]] virtual Result<void> noteReadings(std::span<const HomeReading> readings) = 0;
};

} // namespace frontsheet
