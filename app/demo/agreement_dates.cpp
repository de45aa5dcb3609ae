#include "app/demo/agreement_dates.h"

#include <array>
#include <chrono>
#include <cstdio>
#include <utility>

namespace frontsheet::demo {

namespace {

// "2026-11-21"
std::string dayFromToday(int days) {
    const auto day = std::chrono::floor<std::chrono::days>(std::chrono::system_clock::now()) + std::chrono::days{days};
    const std::chrono::year_month_day date{day};
    std::array<char, 16> text{};
    std::snprintf(text.data(), text.size(), "%04d-%02u-%02u", static_cast<int>(date.year()),
                  static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()));
    return text.data();
}

constexpr std::pair<const char*, int> kDates[] = {{"effective", -90}, {"review", 275}, {"expires", 640}};

} // namespace

std::string datedAboutToday(std::string agreement) {
    for (const auto& [what, days] : kDates) {
        const auto at = agreement.find(std::string{"\n"} + what + ": \"");
        if (at != std::string::npos) {
            const auto from = agreement.find('"', at) + 1;
            agreement.replace(from, agreement.find('"', from) - from, dayFromToday(days));
        }
    }
    return agreement;
}

} // namespace frontsheet::demo
