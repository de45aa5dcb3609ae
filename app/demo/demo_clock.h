// The partnership's clock while its past is written: every process started with its environment shows the same turned time
// (core/base/clock.h). Only ever forwards, and never past the real time.
#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <map>
#include <string>

namespace frontsheet::demo {

// A moment of the past, by the clocks on the wall here.
struct Moment {
    enum class Counting : std::uint8_t { WorkingDays, Days } counting = Counting::WorkingDays;
    int back = 0; // before today
    int hour = 0;
    int minute = 0;
};

[[nodiscard]] constexpr Moment workingDaysBack(int days, int hour, int minute) {
    return {Moment::Counting::WorkingDays, days, hour, minute};
}
[[nodiscard]] constexpr Moment daysBack(int days, int hour, int minute) {
    return {Moment::Counting::Days, days, hour, minute};
}

class DemoClock {
public:
    using Environment = std::map<std::string, std::string>;

    explicit DemoClock(std::filesystem::path file);

    void turnTo(const Moment& moment);
    void turnTo(std::chrono::minutes ago);
    // "2026-11-21": the day that is today for people here, `days` later.
    [[nodiscard]] static std::string isoToday(int days = 0);
    [[nodiscard]] Environment environment() const;

private:
    void turnBackBy(std::chrono::milliseconds back);

    std::filesystem::path m_file;
    std::chrono::milliseconds m_back; // how far behind the real time it is
};

} // namespace frontsheet::demo
