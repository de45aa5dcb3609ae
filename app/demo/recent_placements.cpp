#include "app/demo/recent_placements.h"

#include "app/demo/demo_clock.h"

#include <algorithm>
#include <array>
#include <ctime>
#include <fstream>
#include <map>
#include <string>
#include <vector>

namespace frontsheet::demo {

namespace {

constexpr std::size_t kDischarged = 2, kOfficer = 8, kReview = 9, kOutcome = 10, kOutcomeOn = 11, kWish = 12,
                      kColumns = 13;
// Of each reviewing officer one discharge in so many days, the newest three days ago: the reviews of the newest are ahead.
constexpr int kNewestDaysBack = 3;
constexpr int kDaysBetween = 4;

// Commas inside quotes are no separators; quotes stay, since every row is written again.
std::vector<std::string> cells(const std::string& line) {
    std::vector<std::string> out(1);
    bool quoted = false;
    for (const char c : line) {
        quoted = quoted != (c == '"');
        if (c == ',' && !quoted) {
            out.emplace_back();
        } else if (c != '\r') {
            out.back() += c;
        }
    }
    return out;
}

// Days since 1970; nothing for no date.
int dayOf(const std::string& iso) {
    std::tm day{};
    return ::strptime(iso.c_str(), "%Y-%m-%d", &day) == nullptr ? 0 : static_cast<int>(::timegm(&day) / 86400);
}

std::string wish(const std::string& code, std::size_t row) {
    static constexpr std::array kHome{
        "I want to go home.",          "My own bed, please.",  "Home, if somebody can do the stairs with me.",
        "Back to my flat and my cat.", "Home by my birthday.", "I have said so to everybody: home."};
    static constexpr std::array kStay{"I've friends here now.", "The window seat is mine."};
    const auto* words = code == "home" ? kHome[row % kHome.size()] : code == "stay" ? kStay[row % kStay.size()] : "";
    return *words == '\0' ? code : '"' + std::string{words} + '"';
}

} // namespace

Result<void> writeRecentPlacements(const std::filesystem::path& extract, const std::filesystem::path& recent) {
    std::ifstream in(extract, std::ios::binary);
    std::string header;
    std::vector<std::vector<std::string>> rows;
    if (!std::getline(in, header)) {
        return {ErrorCode::NotFound, "the placements' extract"};
    }
    for (std::string line; std::getline(in, line);) {
        rows.push_back(cells(line));
        if (rows.back().size() != kColumns) {
            return {ErrorCode::Malformed, "the placements' extract, row " + std::to_string(rows.size() + 1)};
        }
    }
    // By discharge, newest first: the order is what is kept.
    std::stable_sort(rows.begin(), rows.end(),
                     [](const auto& a, const auto& b) { return a[kDischarged] > b[kDischarged]; });
    std::ofstream out(recent, std::ios::binary | std::ios::trunc);
    out << header << '\n';
    std::map<std::string, int> next; // of each officer, days back
    for (std::size_t at = 0; at < rows.size(); ++at) {
        auto& row = rows[at];
        const int back = next.try_emplace(row[kOfficer], kNewestDaysBack).first->second;
        next[row[kOfficer]] += kDaysBetween;
        const int discharged = dayOf(row[kDischarged]);
        const int review = dayOf(row[kReview]) - discharged - back; // days from today
        const int outcome = std::min(row[kOutcomeOn].empty() ? review : dayOf(row[kOutcomeOn]) - discharged - back, -1);
        const bool goesOn = row[kOutcome] == "still placed" || row[kOutcome].empty();
        const bool held = review < -6;
        if (goesOn && held && row[kWish] == "home") {
            row[kOutcome] = "returned home"; // so that their days at home can be told
        }
        row[kDischarged] = DemoClock::isoToday(-back);
        row[kReview] = DemoClock::isoToday(review);
        row[kOutcomeOn] = !goesOn || held ? DemoClock::isoToday(outcome) : "";
        row[kWish] = wish(row[kWish], at);
        for (std::size_t cell = 0; cell < row.size(); ++cell) {
            out << (cell == 0 ? "" : ",") << row[cell];
        }
        out << '\n';
    }
    return out.flush() ? ok() : Result<void>{ErrorCode::DiskFailed, "the placements of these months"};
}

} // namespace frontsheet::demo
