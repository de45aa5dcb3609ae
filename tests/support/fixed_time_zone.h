// Local time at a fixed distance from UTC, so that a test says "Tuesday 18:30" and means it.
#pragma once

#include "core/domain/calendar.h"
#include "core/usecases/ports/time_zone.h"

namespace frontsheet {

class FixedTimeZone final : public TimeZone {
public:
    explicit FixedTimeZone(std::chrono::minutes eastOfUtc = {}) : m_east(eastOfUtc) {}

    [[nodiscard]] LocalMoment local(WallTime time) const override {
        using namespace std::chrono;
        const WallTime shifted = time + duration_cast<milliseconds>(m_east);
        const auto point = sys_time<milliseconds>{milliseconds{shifted.ms}};
        const auto day = floor<days>(point);
        return {static_cast<std::uint8_t>(weekday{day}.iso_encoding()),
                static_cast<std::uint16_t>(duration_cast<minutes>(point - day).count()), isoDate(shifted)};
    }

private:
    std::chrono::minutes m_east;
};

} // namespace frontsheet
