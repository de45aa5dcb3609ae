#include "core/domain/typed_date.h"

#include "core/domain/calendar.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>
#include <vector>

namespace frontsheet {

namespace {

using std::chrono::day;
using std::chrono::days;
using std::chrono::month;
using std::chrono::sys_days;
using std::chrono::year;
using std::chrono::year_month_day;

constexpr std::array<std::string_view, 12> kMonths{"january",   "february", "march",    "april",
                                                   "may",       "june",     "july",     "august",
                                                   "september", "october",  "november", "december"};
constexpr std::array<std::string_view, 7> kWeekdays{"sunday",   "monday", "tuesday", "wednesday",
                                                    "thursday", "friday", "saturday"};
constexpr std::size_t kTelling = 3; // letters of a month or weekday that are enough

// Lower-case words and numbers; whatever parts them is nothing.
std::vector<std::string> partsOf(std::string_view typed) {
    std::vector<std::string> parts;
    const auto kindOf = [](char c) { return c >= '0' && c <= '9' ? 1 : (c >= 'a' && c <= 'z') ? 2 : 0; };
    int last = 0;
    for (char c : typed.substr(0, 64)) {
        if (c >= 'A' && c <= 'Z') {
            c = static_cast<char>(c - 'A' + 'a');
        }
        const int kind = kindOf(c);
        if (kind != 0 && kind != last) {
            parts.emplace_back();
        }
        if (kind != 0) {
            parts.back() += c;
        }
        last = kind;
    }
    // "24th", "3rd"
    std::erase_if(parts, [](const std::string& part) {
        return part == "st" || part == "nd" || part == "rd" || part == "th" || part == "on" || part == "the" ||
               part == "of";
    });
    return parts;
}

std::optional<int> numberIn(const std::string& part) {
    int number = 0;
    const auto read = std::from_chars(part.data(), part.data() + part.size(), number);
    const bool whole = !part.empty() && read.ec == std::errc{} && read.ptr == part.data() + part.size();
    return whole ? std::optional{number} : std::nullopt;
}

template <std::size_t N>
std::optional<std::size_t> nameIn(const std::array<std::string_view, N>& names, const std::string& part) {
    if (part.size() < kTelling) {
        return std::nullopt;
    }
    const auto found =
        std::find_if(names.begin(), names.end(), [&](std::string_view name) { return name.starts_with(part); });
    return found == names.end() ? std::nullopt : std::optional{static_cast<std::size_t>(found - names.begin())};
}

class Reading {
public:
    Reading(year_month_day today, DateTowards towards) : m_today(today), m_towards(towards) {}

    std::optional<std::string> read(const std::vector<std::string>& parts) const {
        if (parts.size() == 1) {
            return oneWord(parts[0]);
        }
        if (auto relative = fromToday(parts)) {
            return relative;
        }
        if (parts.size() == 2 && parts[0] == "next") {
            return weekday(parts[1]);
        }
        if (parts.size() == 2 || parts.size() == 3) {
            return dayMonthYear(parts);
        }
        return std::nullopt;
    }

private:
    [[nodiscard]] std::string after(int count) const {
        return isoDate(year_month_day{sys_days{m_today} + days{count}});
    }

    [[nodiscard]] std::optional<std::string> oneWord(const std::string& part) const {
        if (part == "today" || part == "now") {
            return after(0);
        }
        if (part == "tomorrow") {
            return after(1);
        }
        if (part == "yesterday") {
            return after(-1);
        }
        if (const auto number = numberIn(part); number && part.size() == 4 && m_towards == DateTowards::Past) {
            return isPlausibleDate(part) ? std::optional{part} : std::nullopt;
        }
        return weekday(part);
    }

    // The next such day, or, looking back, the last; today's own name is today a week away.
    [[nodiscard]] std::optional<std::string> weekday(const std::string& part) const {
        const auto named = nameIn(kWeekdays, part);
        if (!named) {
            return std::nullopt;
        }
        const auto now = static_cast<int>(std::chrono::weekday{sys_days{m_today}}.c_encoding());
        int ahead = (static_cast<int>(*named) - now + 7) % 7;
        ahead = ahead == 0 ? 7 : ahead;
        return after(m_towards == DateTowards::Future ? ahead : ahead == 7 ? -7 : ahead - 7);
    }

    // "in 2 weeks", "3 days ago"
    [[nodiscard]] std::optional<std::string> fromToday(const std::vector<std::string>& parts) const {
        if (parts.size() != 3) {
            return std::nullopt;
        }
        const bool ahead = parts[0] == "in";
        const bool ago = parts[2] == "ago";
        if (ahead == ago) {
            return std::nullopt;
        }
        const auto count = numberIn(parts[ahead ? 1 : 0]);
        const auto& unit = parts[ahead ? 2 : 1];
        if (!count || *count > 1000) {
            return std::nullopt;
        }
        const int signedCount = ahead ? *count : -*count;
        if (unit == "day" || unit == "days") {
            return after(signedCount);
        }
        if (unit == "week" || unit == "weeks") {
            return after(7 * signedCount);
        }
        if (unit == "month" || unit == "months") {
            auto then = m_today + std::chrono::months{signedCount};
            if (!then.ok()) {
                then = then.year() / then.month() / std::chrono::last;
            }
            return isoDate(then);
        }
        return std::nullopt;
    }

    [[nodiscard]] std::optional<std::string> dayMonthYear(const std::vector<std::string>& parts) const {
        if (parts.size() == 3 && parts[0].size() == 4) {
            return whole(numberIn(parts[2]), monthIn(parts[1]), numberIn(parts[0])); // as records hold it
        }
        if (parts.size() == 3) {
            return whole(numberIn(parts[0]), monthIn(parts[1]), yearIn(parts[2]));
        }
        if (parts[1].size() == 4 && m_towards == DateTowards::Past && numberIn(parts[1])) {
            const auto which = monthIn(parts[0]);
            const auto iso = which ? parts[1] + (*which < 10 ? "-0" : "-") + std::to_string(*which) : std::string{};
            return isPlausibleDate(iso) ? std::optional{iso} : std::nullopt;
        }
        return nearest(numberIn(parts[0]), monthIn(parts[1]));
    }

    [[nodiscard]] static std::optional<int> monthIn(const std::string& part) {
        if (const auto number = numberIn(part)) {
            return *number >= 1 && *number <= 12 ? number : std::nullopt;
        }
        const auto named = nameIn(kMonths, part);
        return named ? std::optional{static_cast<int>(*named) + 1} : std::nullopt;
    }

    // Of two digits: the century that is nearer in the direction looked in, at most twenty years ahead.
    [[nodiscard]] std::optional<int> yearIn(const std::string& part) const {
        const auto number = numberIn(part);
        if (!number || part.size() == 4) {
            return number;
        }
        if (part.size() != 2) {
            return std::nullopt;
        }
        const int now = static_cast<int>(m_today.year());
        const int here = now - now % 100 + *number;
        const int most = now + (m_towards == DateTowards::Past ? 0 : 20);
        return here > most ? here - 100 : here;
    }

    [[nodiscard]] static std::optional<std::string> whole(std::optional<int> d, std::optional<int> m,
                                                          std::optional<int> y) {
        if (!d || !m || !y || *d < 1 || *d > 31) {
            return std::nullopt;
        }
        const year_month_day date{year{*y}, month{static_cast<unsigned>(*m)}, day{static_cast<unsigned>(*d)}};
        return date.ok() && isPlausibleDate(isoDate(date)) ? std::optional{isoDate(date)} : std::nullopt;
    }

    [[nodiscard]] std::optional<std::string> nearest(std::optional<int> d, std::optional<int> m) const {
        const int now = static_cast<int>(m_today.year());
        const auto here = whole(d, m, now);
        const auto today = isoDate(m_today);
        const bool other = here && (m_towards == DateTowards::Future ? *here < today : *here > today);
        return !here || other ? whole(d, m, m_towards == DateTowards::Future ? now + 1 : now - 1) : here;
    }

    year_month_day m_today;
    DateTowards m_towards;
};

} // namespace

std::optional<std::string> typedDate(std::string_view typed, std::string_view today, DateTowards towards) {
    const auto now = fullDate(today);
    const auto parts = partsOf(typed);
    return now && !parts.empty() ? Reading{*now, towards}.read(parts) : std::nullopt;
}

} // namespace frontsheet
