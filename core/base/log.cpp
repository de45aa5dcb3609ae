#include "core/base/log.h"

#include <chrono>
#include <cstdio>
#include <ctime>
#include <string>
#include <unistd.h>

namespace frontsheet {

namespace {

void append(std::string& line, const LogField& field) {
    line += ' ';
    line += field.key.view();
    line += '=';
    std::visit(
        [&line](const auto& value) {
            using T = std::decay_t<decltype(value)>;
            if constexpr (std::is_same_v<T, std::int64_t>) {
                line += std::to_string(value);
            } else if constexpr (std::is_same_v<T, double>) {
                char buffer[32];
                std::snprintf(buffer, sizeof buffer, "%.3f", value);
                line += buffer;
            } else if constexpr (std::is_same_v<T, Literal>) {
                line += value.view();
            } else if constexpr (std::is_same_v<T, AgencyId>) {
                line += value.isWellFormed() ? value.str() : "?";
            } else {
                line += name(value);
            }
        },
        field.value);
}

} // namespace

void logEvent(Literal event, std::initializer_list<LogField> fields) {
    using namespace std::chrono;
    const auto now = system_clock::now();
    const std::time_t seconds = system_clock::to_time_t(now);
    const auto millis = duration_cast<milliseconds>(now.time_since_epoch()).count() % 1000;
    std::tm utc{};
    gmtime_r(&seconds, &utc);
    char stamp[48];
    std::snprintf(stamp, sizeof stamp, "%04d-%02d-%02dT%02d:%02d:%02d.%03dZ ", utc.tm_year + 1900, utc.tm_mon + 1,
                  utc.tm_mday, utc.tm_hour, utc.tm_min, utc.tm_sec, static_cast<int>(millis));
    std::string line{stamp};
    line += event.view();
    for (const auto& field : fields) {
        append(line, field);
    }
    line += '\n';
    // A log line that cannot be written has nowhere else to go.
    [[maybe_unused]] const auto written = ::write(STDERR_FILENO, line.data(), line.size());
}

} // namespace frontsheet
