#include "core/domain/service_fit.h"

#include "core/domain/ring_words.h"

#include <algorithm>
#include <charconv>

namespace frontsheet {

namespace {

// "65 and over at risk of long-term admission"
int fromCriteria(std::string_view criteria) {
    constexpr std::string_view kAndOver = " and over";
    const auto at = criteria.find(kAndOver);
    if (at == std::string_view::npos) {
        return 0;
    }
    auto begins = at;
    while (begins > 0 && criteria[begins - 1] >= '0' && criteria[begins - 1] <= '9') {
        --begins;
    }
    int years = 0;
    std::from_chars(criteria.data() + begins, criteria.data() + at, years);
    return years < 120 ? years : 0;
}

} // namespace

AgeRange agesOf(const ServiceEntry& service) {
    return {service.minAge > 0 ? service.minAge : fromCriteria(service.criteria), std::max(0, service.maxAge)};
}

std::vector<Misfit> misfitsOf(const ServiceEntry& service, const RingFor& person, const Directory& directory,
                              std::string_view date) {
    std::vector<Misfit> misfits;
    if (Directory::isClosed(service, date)) {
        misfits.push_back(Misfit::Closed);
    }
    const auto ages = agesOf(service);
    if (person.age && *person.age < ages.from) {
        misfits.push_back(Misfit::TooYoung);
    }
    if (person.age && ages.to > 0 && *person.age > ages.to) {
        misfits.push_back(Misfit::TooOld);
    }
    const bool byPractice = service.routedBy == "practice";
    const bool byTown = service.routedBy == "town";
    const bool byName = !service.routedBy.empty() && !byPractice && !byTown && service.routedBy != "all";
    if (byName && !person.town.empty() && !samePlace(service.routedBy, person.town)) {
        misfits.push_back(Misfit::OtherArea);
    }
    const bool placed = byPractice ? !person.practice.empty() : byTown && !person.town.empty();
    if (placed && !namedWorkerFor(service, person, directory)) {
        misfits.push_back(Misfit::NobodyThere);
    }
    return misfits;
}

} // namespace frontsheet
