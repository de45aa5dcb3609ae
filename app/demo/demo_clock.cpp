#include "app/demo/demo_clock.h"

#include <algorithm>
#include <cstdio>
#include <ctime>
#include <fstream>

namespace frontsheet::demo {

namespace {

using namespace std::chrono;

std::tm localNow() {
    const std::time_t now = system_clock::to_time_t(system_clock::now());
    std::tm parts{};
    localtime_r(&now, &parts);
    return parts;
}

// `days` earlier at that time on the clock; mktime puts days below the first of the month right.
std::tm earlier(std::tm day, int days, int hour, int minute) {
    day.tm_mday -= days;
    day.tm_hour = hour;
    day.tm_min = minute;
    day.tm_sec = 0;
    day.tm_isdst = -1;
    (void)std::mktime(&day);
    return day;
}

bool isWeekend(const std::tm& day) { return day.tm_wday == 0 || day.tm_wday == 6; }

} // namespace

DemoClock::DemoClock(std::filesystem::path file) : m_file(std::move(file)), m_back(hours{24} * 400) {}

void DemoClock::turnTo(const Moment& moment) {
    std::tm day = localNow();
    if (moment.counting == Moment::Counting::Days) {
        day = earlier(day, moment.back, moment.hour, moment.minute);
    } else {
        for (int left = moment.back; left > 0; left -= isWeekend(day) ? 0 : 1) {
            day = earlier(day, 1, moment.hour, moment.minute);
        }
    }
    turnBackBy(duration_cast<milliseconds>(system_clock::now() - system_clock::from_time_t(std::mktime(&day))));
}

void DemoClock::turnTo(minutes ago) { turnBackBy(ago); }

void DemoClock::turnAhead(int days, int hour) {
    std::tm day = earlier(localNow(), -days, hour, 0);
    show(duration_cast<milliseconds>(system_clock::now() - system_clock::from_time_t(std::mktime(&day))));
}

void DemoClock::turnBackBy(milliseconds back) { show(std::max(back, milliseconds{0})); }

void DemoClock::show(milliseconds back) {
    m_back = std::min(back, m_back);
    // Beside it and renamed: a process that looks meanwhile sees the one or the other.
    const auto fresh = m_file.string() + ".new";
    std::ofstream(fresh, std::ios::trunc) << -m_back.count() << '\n';
    std::filesystem::rename(fresh, m_file);
}

std::string DemoClock::isoToday(int days) {
    const std::tm day = earlier(localNow(), -days, 12, 0);
    char text[16];
    (void)std::strftime(text, sizeof text, "%Y-%m-%d", &day);
    return text;
}

int DemoClock::daysToWorkingDay(int atLeast) {
    int days = atLeast;
    while (isWeekend(earlier(localNow(), -days, 12, 0))) {
        ++days;
    }
    return days;
}

DemoClock::Environment DemoClock::environment() const { return {{"FRONTSHEET_CLOCK_FILE", m_file.string()}}; }

} // namespace frontsheet::demo
