// How long what a home has released may be used without hearing from it again. Pure.
//
// An agreement's clause gives each release two limits (sharing/agreement.h): past the soft one an item opens only with a typed
// reason, past the hard one it is not shown. What is not limited by any clause has no limits here.
//
// Time without contact is counted so that no clock set back makes it shorter: by the machine's own count since the home
// answered, or, where the program has been started since, by the greatest time the wall clock has shown since then.
#pragma once

#include "core/base/clock.h"
#include "core/base/result.h"
#include "core/domain/sharing/agreement.h"

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace frontsheet {

// The last time a home answered, as the device saw it.
struct Contact {
    WallTime at;            // by this device's wall clock then; unknown: never
    WallTime greatestSince; // that the wall clock has shown since then
    std::optional<std::chrono::milliseconds>
        monotonic; // Clock::monotonic() then; nullopt: the program was started since
};

// Never negative. As if never in contact (the greatest there is) when `contact.at` is not known.
[[nodiscard]] std::chrono::milliseconds withoutContact(const Contact& contact, WallTime wall,
                                                       std::chrono::milliseconds monotonic);

// Whom the device can reach while this home does not answer.
enum class Contactable : std::uint8_t {
    Nobody,
    OwnServer // the worker's own agency answers: the partner is down, not the device away; soft extends to hard
};

// How the last try to speak to a home ended.
enum class LastTry : std::uint8_t { Answered, Failed };
// The worker's own agency answers while it has answered since this program was started, lately, and not failed since: a clock
// cannot say so.
inline constexpr std::chrono::minutes kAnswersNow{30};
[[nodiscard]] Contactable contactableNow(const Contact& own, LastTry last, std::chrono::milliseconds monotonic);

// In order: of two scopes that both cover an item the more generous, that is the lesser, counts (locked_scopes.h).
enum class LeaseState : std::uint8_t { Open = 1, ReasonNeeded = 2, Hidden = 3 };

[[nodiscard]] LeaseState leaseState(sharing::Lease lease, std::chrono::milliseconds without, Contactable reach);

// No clause is shorter than an hour.
inline constexpr std::chrono::hours kShortestLease{1};
// How long a typed reason opens what one home shared about one person: a shift. Never past the hard limit.
inline constexpr std::chrono::hours kReasonLasts{12};
// What was typed, as it is kept and told: one line without blanks around it. Missing under three letters; TooLarge over
// kMaxReadingReason; NotText.
[[nodiscard]] Result<std::string> leaseReason(std::string_view typed);

} // namespace frontsheet
