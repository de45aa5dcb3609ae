// Opening hours as services write them: "Mon-Fri 08:30-17:00", "Mon, Wed, Fri", "Mon-Fri 09:00-17:00; Sat 10:00-12:00", "always", "out of
// hours". On a bank holiday in England a service that opens every day of the week is open as ever, one for out of hours all day, any other
// is closed; unless it says so: "..., bank holidays excepted", "..., also bank holidays", "...; bank holidays 10:00-14:00".
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace frontsheet {

// A moment on the wall clock where the service is. Weekday 1 Monday to 7 Sunday (ISO 8601); minute 0 to 1439.
struct LocalMoment {
    std::uint8_t weekday = 1;
    std::uint16_t minute = 0;
    std::string date; // ISO 8601; empty: not known, and no bank holiday
};

class OpeningHours {
public:
    // nullopt for words it does not know: the screen then shows them as they are and claims nothing.
    [[nodiscard]] static std::optional<OpeningHours> parse(std::string_view text);

    [[nodiscard]] bool openAt(const LocalMoment& at) const;
    // The minute of the same day at which it closes; nullopt when closed, or open past midnight.
    [[nodiscard]] std::optional<std::uint16_t> closesAt(const LocalMoment& at) const;
    struct Opening {
        std::uint8_t daysAhead = 0; // 0 today
        std::uint8_t weekday = 1;
        std::uint16_t minute = 0;
    };
    [[nodiscard]] std::optional<Opening> nextOpening(const LocalMoment& at) const; // within a fortnight
    [[nodiscard]] bool isOutOfHours() const { return m_outOfHours; }

private:
    struct Span {
        std::uint8_t weekday = 1;
        std::uint16_t from = 0;
        std::uint16_t to = 1440;
    };
    enum class OnHolidays : std::uint8_t { Closed, AsEver, OwnHours };
    [[nodiscard]] static std::optional<OpeningHours> parsePart(std::string_view text);
    // What is open on that weekday of that date; the spans' own weekday says nothing then.
    [[nodiscard]] std::vector<Span> spansOn(std::uint8_t weekday, const std::string& date) const;

    std::vector<Span> m_spans;
    std::vector<Span> m_holidaySpans;
    OnHolidays m_onHolidays = OnHolidays::Closed;
    bool m_outOfHours = false; // Monday to Friday 17:00 to 08:30, and all weekend
};

} // namespace frontsheet
