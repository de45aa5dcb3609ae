#include "platform/system_time_zone.h"

#include <cstdio>
#include <ctime>

namespace frontsheet {

LocalMoment SystemTimeZone::local(WallTime time) const {
    const std::time_t seconds = static_cast<std::time_t>(time.ms / 1000);
    std::tm local{};
    localtime_r(&seconds, &local);
    LocalMoment moment;
    moment.weekday = static_cast<std::uint8_t>(local.tm_wday == 0 ? 7 : local.tm_wday);
    moment.minute = static_cast<std::uint16_t>(local.tm_hour * 60 + local.tm_min);
    char date[16];
    std::strftime(date, sizeof date, "%Y-%m-%d", &local);
    moment.date = date;
    return moment;
}

} // namespace frontsheet
