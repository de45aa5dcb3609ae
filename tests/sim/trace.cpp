#include "tests/sim/trace.h"

#include <cstdio>
#include <ctime>

namespace frontsheet::sim {

void Trace::line(WallTime at, std::string_view who, std::string_view what) {
    ++m_lines;
    const auto take = [this](std::string_view text) {
        for (const char c : text) {
            m_hash = (m_hash ^ static_cast<unsigned char>(c)) * 0x100000001B3ULL;
        }
    };
    take(std::to_string(at.ms));
    take(who);
    take(what);
    if (m_shown == Shown::Yes) {
        const std::time_t seconds = at.ms / 1000;
        std::tm when{};
        (void)gmtime_r(&seconds, &when);
        std::printf("%5llu  %04d-%02d-%02d %02d:%02d:%02d.%03d  %-12.*s %.*s\n",
                    static_cast<unsigned long long>(m_lines), when.tm_year + 1900, when.tm_mon + 1, when.tm_mday,
                    when.tm_hour, when.tm_min, when.tm_sec, static_cast<int>(at.ms % 1000),
                    static_cast<int>(who.size()), who.data(), static_cast<int>(what.size()), what.data());
    }
}

} // namespace frontsheet::sim
