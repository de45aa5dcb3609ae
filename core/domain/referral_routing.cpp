#include "core/domain/referral_routing.h"

#include "core/domain/ring_words.h"
#include "core/domain/stand_in.h"

namespace frontsheet {

namespace {

ReferralRoute around(const AbsenceEntry& absence, const Directory& directory, std::string_view date) {
    ReferralRoute route;
    route.away = absence;
    // A deputy of another agency could not open it: it is addressed to this one.
    if (const auto deputy = deputyOf(absence.worker, directory, date); deputy && deputy->agency == absence.agency) {
        route.reaches = ReferralRoute::Reaches::Deputy;
        route.worker = deputy->code;
    }
    return route;
}

} // namespace

ReferralRoute routeTo(const ServiceEntry& service, const RingFor& person, const Directory& directory,
                      std::string_view date) {
    const auto named =
        service.routedBy == "practice" ? namedWorkerFor(service, person, directory) : std::optional<WorkerEntry>{};
    if (!named) {
        return {};
    }
    if (const auto* absence = directory.absenceOf(named->code, date)) {
        return around(*absence, directory, date);
    }
    return {ReferralRoute::Reaches::NamedWorker, named->code, std::nullopt};
}

std::optional<ReferralRoute> detourFor(const WorkerId& worker, const Directory& directory, std::string_view date) {
    const auto* absence = worker.empty() ? nullptr : directory.absenceOf(worker, date);
    return absence == nullptr ? std::nullopt : std::optional{around(*absence, directory, date)};
}

std::string needCodeOf(std::string_view words) {
    const auto meant = meantNeeds(words);
    return meant.empty() ? std::string{} : std::string{meant.front().code};
}

} // namespace frontsheet
