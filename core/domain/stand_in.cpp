#include "core/domain/stand_in.h"

#include "core/domain/calendar.h"
#include "core/domain/principal.h"

#include <algorithm>
#include <set>

namespace frontsheet {

namespace {

constexpr std::uint16_t kNightEnds = 8 * 60 + 30;

std::optional<OnDutyNow> entryAsNow(const DutyEntry* entry, const Directory& directory, std::string_view date) {
    if (entry == nullptr || entry->worker.empty() || isAway(entry->worker, directory, date)) {
        return std::nullopt;
    }
    const auto worker = directory.worker(entry->worker);
    return OnDutyNow{worker, entry->phone.empty() ? worker.phone : entry->phone, entry->hours};
}

std::string dayBefore(const std::string& date) {
    const auto day = fullDate(date);
    return day ? isoDate(std::chrono::year_month_day{std::chrono::sys_days{*day} - std::chrono::days{1}}) : date;
}

} // namespace

bool isAway(const WorkerId& worker, const Directory& directory, std::string_view date) {
    return directory.absenceOf(worker, date) != nullptr;
}

std::optional<OnDutyNow> onDutyFor(const ServiceEntry& service, const Directory& directory, const LocalMoment& now) {
    const auto* entry = directory.onDuty(service.code, now.date, "duty");
    // "09:00-13:00" of any day that the entry is for.
    const auto hours = entry == nullptr                    ? std::nullopt
                       : OpeningHours::parse(entry->hours) ? OpeningHours::parse(entry->hours)
                                                           : OpeningHours::parse("Mon-Sun " + entry->hours);
    if (hours && !hours->openAt(now)) {
        return std::nullopt; // their turn is over, or has not begun
    }
    return entryAsNow(entry, directory, now.date);
}

std::optional<OnDutyNow> outOfHoursFor(const ServiceEntry& service, const Directory& directory,
                                       const LocalMoment& now) {
    const auto date = now.minute < kNightEnds ? dayBefore(now.date) : now.date;
    return entryAsNow(directory.onDuty(service.code, date, "out-of-hours"), directory, date);
}

std::optional<WorkerEntry> deputyOf(const WorkerId& worker, const Directory& directory, std::string_view date) {
    std::set<WorkerId> asked{worker};
    for (const auto* absence = directory.absenceOf(worker, date); absence != nullptr;) {
        const WorkerId deputy = absence->deputy;
        if (deputy.empty() || !asked.insert(deputy).second) {
            return std::nullopt; // nobody, or two who name each other
        }
        absence = directory.absenceOf(deputy, date);
        if (absence == nullptr) {
            return directory.worker(deputy);
        }
    }
    return std::nullopt;
}

bool isAtDutyDesk(const Principal& worker, const Directory& directory) {
    const auto& points = directory.contactPoints();
    return std::any_of(points.begin(), points.end(), [&](const ContactPointEntry& point) {
        if (point.agency != worker.agency || point.purpose != "duty") {
            return false;
        }
        if (!point.worker.empty()) {
            return point.worker == worker.worker;
        }
        const auto* service = directory.service(point.service);
        return service != nullptr &&
               std::find(service->roles.begin(), service->roles.end(), worker.role) != service->roles.end();
    });
}

} // namespace frontsheet
