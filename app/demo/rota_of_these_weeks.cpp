#include "app/demo/rota_of_these_weeks.h"

#include "app/demo/demo_clock.h"

#include <array>
#include <fstream>

namespace frontsheet::demo {

namespace {

// A week each in turn, from last week on.
struct Turn {
    const char* agency;
    const char* service;
    const char* kind;
    std::array<const char*, 3> workers;
    const char* phone;
};
constexpr std::array kTurns{
    Turn{"council", "SVC01", "duty", {"W002", "W003", "W001"}, ""},
    Turn{"council", "SVC02", "duty", {"W005", "W006", "W007"}, ""},
    Turn{"community_trust", "SVC04", "duty", {"W013", "W016", "W014"}, ""},
    Turn{"community_trust", "SVC04", "out of hours", {"W011", "W011", "W017"}, "01632 960299"},
    Turn{"mental_health_trust", "SVC07", "duty", {"W025", "W026", "W027"}, ""},
    Turn{"housing", "SVC09", "duty", {"W029", "W028", "W029"}, ""},
};
constexpr int kWeek = 7;

struct Leave {
    const char* agency;
    const char* worker;
    int from, until; // days from today
    const char* deputy;
    const char* words;
};
constexpr std::array kLeaves{
    Leave{"community_trust", "W015", -2, 9, "W019", "Fay is back the week after next; Kay North has her round."},
    Leave{"council", "W006", 3, 7, "W005", "Nuala is away for a few days."},
};

Result<void> written(std::ofstream& lines, const char* what) {
    return lines.flush() ? ok() : Result<void>{ErrorCode::DiskFailed, what};
}

} // namespace

Result<void> writeRota(const std::filesystem::path& file) {
    std::ofstream lines(file, std::ios::binary | std::ios::trunc);
    lines << "service,agency,worker,from,until,kind,phone\n";
    for (const auto& turn : kTurns) {
        for (std::size_t week = 0; week < turn.workers.size(); ++week) {
            // in the middle of a week today, so that both sides of it can be seen
            const int from = kWeek * (static_cast<int>(week) - 1) - 3;
            lines << turn.service << ',' << turn.agency << ',' << turn.workers[week] << ',' << DemoClock::isoToday(from)
                  << ',' << DemoClock::isoToday(from + kWeek - 1) << ',' << turn.kind << ',' << turn.phone << '\n';
        }
    }
    return written(lines, "the rota of these weeks");
}

Result<void> writeAbsences(const std::filesystem::path& file) {
    std::ofstream lines(file, std::ios::binary | std::ios::trunc);
    lines << "worker,agency,from,until,deputy,words\n";
    for (const auto& leave : kLeaves) {
        lines << leave.worker << ',' << leave.agency << ',' << DemoClock::isoToday(leave.from) << ','
              << DemoClock::isoToday(leave.until) << ',' << leave.deputy << ",\"" << leave.words << "\"\n";
    }
    return written(lines, "who is away in these weeks");
}

} // namespace frontsheet::demo
