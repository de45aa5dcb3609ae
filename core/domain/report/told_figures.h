// What of a report is told to whom. To who answers for the people: every number. To anybody else only what tells nobody apart
// (small_numbers.h): figures for a meeting, a letter or another agency.
#pragma once

#include "core/domain/report/cohort_report.h"
#include "core/domain/report/referral_report.h"
#include "core/domain/report/small_numbers.h"

#include <array>
#include <cstdint>
#include <optional>
#include <vector>

namespace frontsheet::report {

enum class ToldTo : std::uint8_t { Anybody, TheirOwnWorkers };

struct CohortFigures {
    Shown discharged;
    Shown others;                               // who did not die within two months
    std::array<Shown, std::size(kFates)> fates; // by Fate
    std::array<Shown, std::size(kWishes)> home; // who went home, by WishKept
    Shown early, placedAgain, straightHome, undated, doubtful;

    [[nodiscard]] Shown of(Fate fate) const { return fates[static_cast<std::size_t>(fate)]; }
    [[nodiscard]] Shown homeAs(WishKept wish) const { return home[static_cast<std::size_t>(wish)]; }
};
[[nodiscard]] CohortFigures figuresOf(const Cohort& cohort, ToldTo whom);

// How long a step took. Each is nullopt where it is not told; `middle` and `slowEnd` also where so many have not got there yet that it
// has no value.
struct StepFigures {
    Step step{};
    Pace pace{};
    std::optional<std::int32_t> middle;  // half took no longer
    std::optional<std::int32_t> slowEnd; // nine of ten took no longer
    Shown measured;
    std::size_t all = 0; // with those that have not got there
};

struct LoopFigures {
    Shown arrived, completed, declined, withdrawn, stillOpen;
    Shown feedbackGiven, feedbackRead;
    Shown open, overdue, unowned, waitsForSender;
    std::array<Shown, std::size(kOpenFor)> openFor; // by OpenFor
    std::vector<StepFigures> steps;                 // in order of step and pace, those with something to tell
};
[[nodiscard]] LoopFigures figuresOf(const ReferralLoop& loop, std::uint32_t service, ToldTo whom);
// Places in `services` that are told one by one. Those with few referrals are among all of them only.
[[nodiscard]] std::vector<std::uint32_t> servicesTold(const ReferralLoop& loop, ToldTo whom);

} // namespace frontsheet::report
