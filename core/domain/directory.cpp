#include "core/domain/directory.h"

#include "core/domain/calendar.h"
#include "core/domain/schema/directory.h"
#include "core/domain/schema/rota.h"

#include <algorithm>

namespace frontsheet {

namespace {

AgencyEntry agencyOf(const Record& r) {
    const auto& f = r.fields;
    return {f.get(agency::kCode), f.get(agency::kName),  f.get(agency::kShortName), f.get(agency::kInitials),
            f.get(agency::kKind), f.get(agency::kPhone), f.get(agency::kOdsCode),   f.get(agency::kReviewDays)};
}

WorkerEntry workerOf(const Record& r) {
    const auto& f = r.fields;
    auto employer = f.get(worker::kAgency);
    return {f.get(worker::kCode),  employer.empty() ? r.home : employer,
            f.get(worker::kName),  f.get(worker::kRole),
            f.get(worker::kBase),  f.get(worker::kCovers),
            f.get(worker::kPhone), f.get(worker::kEmail)};
}

ServiceEntry serviceOf(const Record& r) {
    const auto& f = r.fields;
    auto provider = f.get(service::kAgency);
    return {f.get(service::kCode),
            provider.empty() ? r.home : provider,
            f.get(service::kName),
            f.get(service::kCriteria),
            f.get(service::kHours),
            f.get(service::kRoutedBy),
            f.get(service::kRespondsWithin),
            f.get(service::kDutyPhone),
            f.get(service::kRoles),
            f.get(service::kKeywords),
            f.get(service::kExpect),
            static_cast<int>(f.get(service::kMinAge)),
            static_cast<int>(f.get(service::kMaxAge)),
            f.get(service::kClosedOn),
            f.get(service::kClosedWords),
            f.get(service::kInstead),
            f.get(service::kTakesWithout)};
}

DutyEntry dutyOf(const Record& r) {
    const auto& f = r.fields;
    auto of = f.get(rota_entry::kAgency);
    auto until = f.get(rota_entry::kUntil);
    auto kind = f.get(rota_entry::kKind);
    return {f.get(rota_entry::kService),
            of.empty() ? r.home : of,
            f.get(rota_entry::kWorker),
            f.get(rota_entry::kFrom),
            until.empty() ? f.get(rota_entry::kFrom) : until,
            f.get(rota_entry::kHours),
            kind.empty() ? "duty" : kind,
            f.get(rota_entry::kPhone)};
}

// Back before the time: away until the day before.
AbsenceEntry absenceIn(const Record& r) {
    const auto& f = r.fields;
    auto of = f.get(absence::kAgency);
    auto until = f.get(absence::kUntil);
    if (const auto back = fullDate(f.text(absence::kEndedOn))) {
        until = isoDate(std::chrono::year_month_day{std::chrono::sys_days{*back} - std::chrono::days{1}});
    }
    return {f.get(absence::kWorker), of.empty() ? r.home : of, f.get(absence::kFrom), until,
            f.get(absence::kDeputy), f.get(absence::kWords)};
}

ContactPointEntry contactPointOf(const Record& r) {
    const auto& f = r.fields;
    auto of = f.get(contact_point::kAgency);
    return {f.get(contact_point::kName),    f.get(contact_point::kPhone), f.get(contact_point::kHours),
            f.get(contact_point::kPurpose), of.empty() ? r.home : of,     f.get(contact_point::kService),
            f.get(contact_point::kWorker)};
}

} // namespace

Directory::Directory(std::span<const Record> records) {
    for (const auto& record : records) {
        switch (record.type) {
        case RecordType::Agency: {
            auto entry = agencyOf(record);
            m_agencies.insert_or_assign(entry.code, entry);
            break;
        }
        case RecordType::Worker: {
            auto entry = workerOf(record);
            m_workers.insert_or_assign(entry.code, entry);
            break;
        }
        case RecordType::Service:
            m_services.push_back(serviceOf(record));
            break;
        case RecordType::ContactPoint:
            m_contactPoints.push_back(contactPointOf(record));
            break;
        case RecordType::RotaEntry:
            m_rota.push_back(dutyOf(record));
            break;
        case RecordType::Absence:
            m_absences.push_back(absenceIn(record));
            break;
        default:
            break;
        }
    }
    std::sort(m_services.begin(), m_services.end(),
              [](const ServiceEntry& a, const ServiceEntry& b) { return a.code < b.code; });
}

AgencyEntry Directory::agency(const AgencyId& code) const {
    if (const auto at = m_agencies.find(code); at != m_agencies.end()) {
        return at->second;
    }
    AgencyEntry unknown;
    unknown.code = code;
    unknown.name = code.str();
    unknown.shortName = code.str().substr(0, 20);
    unknown.initials = code.str().substr(0, 2);
    return unknown;
}

WorkerEntry Directory::worker(const WorkerId& code) const {
    if (const auto at = m_workers.find(code); at != m_workers.end()) {
        return at->second;
    }
    WorkerEntry unknown;
    unknown.code = code;
    unknown.name = code.str();
    return unknown;
}

const ServiceEntry* Directory::service(const ServiceId& code) const {
    const auto at = std::find_if(m_services.begin(), m_services.end(), [&](const auto& s) { return s.code == code; });
    return at != m_services.end() ? &*at : nullptr;
}

const DutyEntry* Directory::onDuty(const ServiceId& service, std::string_view date, std::string_view kind) const {
    const DutyEntry* found = nullptr;
    for (const auto& entry : m_rota) {
        const bool then = entry.service == service && entry.kind == kind && entry.from <= date && date <= entry.until;
        if (then && (found == nullptr || found->from < entry.from)) {
            found = &entry;
        }
    }
    return found;
}

const AbsenceEntry* Directory::absenceOf(const WorkerId& worker, std::string_view date) const {
    const AbsenceEntry* found = nullptr;
    for (const auto& entry : m_absences) {
        const bool then = entry.worker == worker && entry.from <= date && (entry.until.empty() || date <= entry.until);
        if (then && (found == nullptr || found->from < entry.from)) {
            found = &entry;
        }
    }
    return found;
}

bool Directory::isClosed(const ServiceEntry& service, std::string_view date) {
    return !service.closedOn.empty() && service.closedOn <= date;
}

const AgencyEntry* Directory::practice(std::string_view odsCode) const {
    for (const auto& [code, entry] : m_agencies) {
        if (!odsCode.empty() && entry.odsCode == odsCode) {
            return &entry;
        }
    }
    return nullptr;
}

} // namespace frontsheet
