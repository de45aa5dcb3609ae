#include "core/domain/report/told_figures.h"

#include <algorithm>

namespace frontsheet::report {

namespace {

constexpr unsigned kMiddle = 50;
constexpr unsigned kSlowEnd = 90;

Shown told(std::size_t count, ToldTo whom) { return whom == ToldTo::Anybody ? guarded(count) : Shown{count}; }

Shown toldShare(std::size_t count, std::size_t total, ToldTo whom) {
    return whom == ToldTo::Anybody ? guardedShare(count, total) : Shown{count};
}

template <std::size_t Size>
std::array<Shown, Size> toldParts(const std::array<std::size_t, Size>& parts, ToldTo whom) {
    std::array<Shown, Size> out;
    if (whom == ToldTo::Anybody) {
        const auto shown = guardedParts(parts);
        std::copy(shown.begin(), shown.end(), out.begin());
    } else {
        std::copy(parts.begin(), parts.end(), out.begin());
    }
    return out;
}

} // namespace

CohortFigures figuresOf(const Cohort& cohort, ToldTo whom) {
    std::array<std::size_t, std::size(kFates)> fates{};
    std::array<std::size_t, std::size(kWishes)> home{};
    for (const auto& person : cohort.people) {
        ++fates[static_cast<std::size_t>(person.fate)];
        if (person.fate == Fate::ReturnedHome) {
            ++home[static_cast<std::size_t>(person.wish)];
        }
    }
    CohortFigures is;
    is.discharged = told(cohort.people.size(), whom);
    is.fates = toldParts(fates, whom);
    // The rest of all would tell how many died, where that is not told.
    is.others = is.of(Fate::DiedWithin) && is.of(Fate::DiedUnclear) ? told(cohort.others(), whom) : Shown{};
    // They add up to who went home.
    if (is.of(Fate::ReturnedHome)) {
        is.home = toldParts(home, whom);
    }
    is.early = toldShare(cohort.early(), cohort.people.size(), whom);
    is.placedAgain = toldShare(cohort.placedAgain(), cohort.count(Fate::ReturnedHome), whom);
    is.straightHome = told(cohort.straightHome, whom);
    is.undated = told(cohort.undated, whom);
    is.doubtful = told(cohort.doubtful, whom);
    return is;
}

LoopFigures figuresOf(const ReferralLoop& loop, std::uint32_t service, ToldTo whom) {
    const auto sums = loop.sums(service);
    LoopFigures is;
    is.arrived = told(sums.arrived, whom);
    const auto states = toldParts(std::array{sums.completed, sums.declined, sums.withdrawn, sums.stillOpen}, whom);
    is.completed = states[0];
    is.declined = states[1];
    is.withdrawn = states[2];
    is.stillOpen = states[3];
    is.feedbackGiven = toldShare(sums.feedbackGiven, sums.completed + sums.declined, whom);
    is.feedbackRead = toldShare(sums.feedbackRead, sums.feedbackGiven, whom);
    is.open = told(sums.open, whom);
    is.overdue = toldShare(sums.overdue, sums.open, whom);
    is.unowned = toldShare(sums.unowned, sums.open, whom);
    is.waitsForSender = toldShare(sums.waitsForSender, sums.open, whom);
    is.openFor = toldParts(sums.openFor, whom);
    for (const Step step : kSteps) {
        for (const Pace pace : kPaces) {
            auto spread = loop.spread(step, pace, service);
            // The times of fewer would be somebody's own.
            if (spread.all() == 0 || (whom == ToldTo::Anybody && spread.all() < kFewest)) {
                continue;
            }
            is.steps.push_back({step, pace, spread.within(kMiddle), spread.within(kSlowEnd),
                                toldShare(spread.measured(), spread.all(), whom), spread.all()});
        }
    }
    return is;
}

std::vector<std::uint32_t> servicesTold(const ReferralLoop& loop, ToldTo whom) {
    std::vector<std::size_t> sizes(loop.services.size());
    for (const auto& course : loop.courses) {
        ++sizes[course.service];
    }
    const auto shown = whom == ToldTo::Anybody ? guardedParts(sizes) : std::vector<Shown>(sizes.begin(), sizes.end());
    std::vector<std::uint32_t> out;
    for (std::uint32_t service = 0; service < loop.services.size(); ++service) {
        if (shown[service]) {
            out.push_back(service);
        }
    }
    return out;
}

} // namespace frontsheet::report
