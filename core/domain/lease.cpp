#include "core/domain/lease.h"

#include "core/base/utf8.h"
#include "core/domain/reading.h"

namespace frontsheet {

std::chrono::milliseconds withoutContact(const Contact& contact, WallTime wall, std::chrono::milliseconds monotonic) {
    if (!contact.at.isKnown()) {
        return std::chrono::milliseconds::max();
    }
    const WallTime latest = std::max(wall, contact.greatestSince);
    const std::chrono::milliseconds byWall = latest - contact.at;
    const auto byMachine = contact.monotonic ? monotonic - *contact.monotonic : std::chrono::milliseconds{0};
    return std::max({byWall, byMachine, std::chrono::milliseconds{0}});
}

LeaseState leaseState(sharing::Lease lease, std::chrono::milliseconds without, Contactable reach) {
    const auto past = [without](std::uint16_t hours) { return hours != 0 && without >= std::chrono::hours{hours}; };
    if (past(lease.hardHours)) {
        return LeaseState::Hidden;
    }
    return past(lease.softHours) && reach == Contactable::Nobody ? LeaseState::ReasonNeeded : LeaseState::Open;
}

Contactable contactableNow(const Contact& own, LastTry last, std::chrono::milliseconds monotonic) {
    const bool lately = own.monotonic && monotonic - *own.monotonic < kAnswersNow;
    return lately && last == LastTry::Answered ? Contactable::OwnServer : Contactable::Nobody;
}

Result<std::string> leaseReason(std::string_view typed) {
    if (!isText(typed)) {
        return {ErrorCode::NotText, "reason"};
    }
    std::string out;
    for (const char c : typed) {
        const bool blank = c == ' ' || (c >= 0 && c < ' ') || c == '\x7F';
        if (!blank) {
            out += c;
        } else if (!out.empty() && out.back() != ' ') {
            out += ' ';
        }
    }
    if (out.ends_with(' ')) {
        out.pop_back();
    }
    if (lengthOf(out) < 3) {
        return {ErrorCode::Missing, "reason"};
    }
    return out.size() <= kMaxReadingReason ? Result<std::string>{std::move(out)}
                                           : Result<std::string>{ErrorCode::TooLarge, "reason"};
}

} // namespace frontsheet
