// The partnership's clock while its past is written, or what comes weeks later: every process started with its environment shows
// the same turned time (core/base/clock.h). Only ever forwards, and past the real time only where that is asked for.
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
    // Past the real time: to that hour of a day that is yet to come.
    void turnAhead(int days, int hour);
    // "2026-11-21": the day that is today for people here, `days` later.
    [[nodiscard]] static std::string isoToday(int days = 0);
    // How many days it is to the first working day that is no nearer than so many.
    [[nodiscard]] static int daysToWorkingDay(int atLeast);
    [[nodiscard]] Environment environment() const;

private:
    void turnBackBy(std::chrono::milliseconds back);
    void show(std::chrono::milliseconds back);

    std::filesystem::path m_file;
    std::chrono::milliseconds m_back; // how far behind the real time it is; ahead below zero
};

} // namespace frontsheet::demo
