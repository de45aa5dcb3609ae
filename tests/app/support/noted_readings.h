// What the screens note as read, shown, uncovered or exported.
#pragma once

#include "core/usecases/ports/reading_journal.h"

#include <algorithm>
#include <vector>

namespace frontsheet::testing {

class NotedReadings final : public ReadingJournal {
public:
    Result<void> noteReadings(std::span<const HomeReading> readings) override {
        if (full) {
            return {ErrorCode::TooLarge, "as told"};
        }
        noted.insert(noted.end(), readings.begin(), readings.end());
        return ok();
    }
    [[nodiscard]] std::size_t uncovered(const RecordId& record) const {
        return static_cast<std::size_t>(std::count_if(noted.begin(), noted.end(), [&](const HomeReading& one) {
            return one.reading.record == record && one.reading.how == ReadingHow::Revealed;
        }));
    }
    bool full = false;
    std::vector<HomeReading> noted;
};

} // namespace frontsheet::testing
