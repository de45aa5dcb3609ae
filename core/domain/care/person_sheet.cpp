#include "core/domain/care/person_sheet.h"

#include "core/domain/calendar.h"
#include "core/domain/care/placement_stage.h"
#include "core/domain/care/state_machine.h"
#include "core/domain/schema/about_person.h"
#include "core/domain/schema/care_plan.h"
#include "core/domain/schema/carer.h"
#include "core/domain/schema/placement.h"
#include "core/domain/schema/placement_parts.h"
#include "core/domain/schema/safety.h"

#include <algorithm>
#include <array>
#include <limits>
#include <tuple>

namespace frontsheet::care {

namespace {

template <std::size_t N>
std::size_t rankOf(const std::array<std::string_view, N>& order, std::string_view word) {
    return static_cast<std::size_t>(std::find(order.begin(), order.end(), word) - order.begin());
}

constexpr std::array<std::string_view, 2> kRisksToVisitors{"lone-worker", "violence"};
constexpr std::array<std::string_view, 3> kSeverity{"severe", "not-known", "mild"};
constexpr std::array<std::string_view, 7> kDecided{
    "respect", "dnacpr", "advance-decision", "advance-statement", "attorney-health", "attorney-money", "deputy"};

bool isNewer(const Record& a, const Record& b) {
    return a.occurredAt != b.occurredAt ? b.occurredAt < a.occurredAt : a.id < b.id;
}

// By `key` of each; newest first where that is the same.
template <class Key>
void sortBy(std::vector<Record>& records, Key key) {
    std::sort(records.begin(), records.end(), [&](const Record& a, const Record& b) {
        const auto keyA = key(a.fields);
        const auto keyB = key(b.fields);
        return keyA != keyB ? keyA < keyB : isNewer(a, b);
    });
}

void take(PersonSheet& sheet, const Record& record) {
    const auto& f = record.fields;
    switch (record.type) {
    case RecordType::Death:
        if (isOpen(record)) {
            sheet.deaths.push_back(record);
        }
        break;
    case RecordType::HospitalAtHome:
        if (isOpen(record)) {
            sheet.episodes.push_back(record);
        }
        break;
    case RecordType::AboutMe:
        sheet.aboutMe.push_back(record);
        break;
    case RecordType::Registration:
        for (auto& alert : alertsOf(record)) {
            if (alert.kind != Alert::Kind::Access) {
                sheet.registered.push_back(std::move(alert));
            }
        }
        break;
    case RecordType::RiskAlert:
        if (isOpen(record)) {
            sheet.risks.push_back(record);
        }
        break;
    case RecordType::Allergy:
        if (isOpen(record)) {
            sheet.allergies.push_back(record);
        }
        break;
    case RecordType::Medicine:
        if (f.text(medicine::kStoppedOn).empty()) {
            sheet.medicines.push_back(record);
        }
        break;
    case RecordType::AdvancePlan:
        if (isOpen(record)) {
            sheet.decided.push_back(record);
        }
        break;
    case RecordType::CarerAssessment:
    case RecordType::CarerPrivate:
        sheet.asCarer.push_back(record);
        break;
    case RecordType::CommunicationNeed:
        if (f.text(communication_need::kEndedOn).empty()) {
            sheet.communication.push_back(record);
        }
        break;
    case RecordType::RelatedPerson:
        if (f.text(related_person::kEndedOn).empty()) {
            sheet.contacts.push_back(record);
        }
        break;
    default:
        break;
    }
}

// What an agency was told replaces what it was told before.
void keepNewestOfEach(std::vector<Record>& records) {
    std::sort(records.begin(), records.end(), isNewer);
    std::vector<Record> kept;
    for (auto& record : records) {
        if (std::none_of(kept.begin(), kept.end(), [&](const Record& other) { return other.home == record.home; })) {
            kept.push_back(std::move(record));
        }
    }
    records = std::move(kept);
}

std::int64_t orderOf(const FieldSet& f) {
    const auto order = f.get(related_person::kOrder);
    return order > 0 ? order : std::numeric_limits<std::int64_t>::max();
}

std::string lastHeld(const Record& placement, std::span<const Record> records) {
    std::string last;
    for (const auto& record : records) {
        if (record.type == RecordType::PlacementReview &&
            record.fields.get(placement_review::kPlacement) == placement.id &&
            record.fields.text(placement_review::kState) == "held") {
            last = std::max(last, record.fields.get(placement_review::kHeldOn));
        }
    }
    return last;
}

std::string nextOf(const Record& placement, std::string_view last) {
    auto next = placement.fields.get(placement::kNextReviewDue);
    return next.empty() && last.empty() ? placement.fields.get(placement::kFirstReviewDue) : next;
}

} // namespace

PersonSheet personSheet(std::span<const Record> records) {
    PersonSheet sheet;
    for (const auto& record : records) {
        take(sheet, record);
    }
    std::sort(sheet.deaths.begin(), sheet.deaths.end(), [](const Record& a, const Record& b) {
        return std::tie(a.recordedAt, a.id) < std::tie(b.recordedAt, b.id);
    });
    std::sort(sheet.episodes.begin(), sheet.episodes.end(), [](const Record& a, const Record& b) {
        const auto since = [](const Record& r) { return r.fields.text(hospital_at_home::kStartedOn); };
        return since(a) != since(b) ? since(b) < since(a) : isNewer(a, b);
    });
    keepNewestOfEach(sheet.aboutMe);
    std::stable_sort(sheet.registered.begin(), sheet.registered.end(),
                     [](const Alert& a, const Alert& b) { return b.source.asOf < a.source.asOf; });
    sortBy(sheet.risks, [](const FieldSet& f) {
        return std::pair{rankOf(kRisksToVisitors, f.text(risk_alert::kKind)), f.get(risk_alert::kKind)};
    });
    sortBy(sheet.allergies, [](const FieldSet& f) {
        return std::tuple{f.get(allergy::kNoneKnown), rankOf(kSeverity, f.text(allergy::kSeverity)),
                          f.get(allergy::kSubstance)};
    });
    sheet.allergyDisputed = sheet.allergies.size() > 1 &&
                            sheet.allergies.front().fields.get(allergy::kNoneKnown) == 0 &&
                            sheet.allergies.back().fields.get(allergy::kNoneKnown) == 1;
    sortBy(sheet.medicines, [](const FieldSet& f) { return f.get(medicine::kName); });
    sortBy(sheet.decided, [](const FieldSet& f) { return rankOf(kDecided, f.text(advance_plan::kKind)); });
    std::sort(sheet.asCarer.begin(), sheet.asCarer.end(), [](const Record& a, const Record& b) {
        const auto isDraft = [](const Record& r) { return r.fields.text(carer_assessment::kState) == "draft"; };
        return isDraft(a) != isDraft(b) ? isDraft(a) : isNewer(a, b);
    });
    std::sort(sheet.communication.begin(), sheet.communication.end(), isNewer);
    sortBy(sheet.contacts, [](const FieldSet& f) {
        return std::tuple{f.get(related_person::kEmergencyContact) != 1, orderOf(f), f.get(related_person::kName)};
    });
    return sheet;
}

std::vector<ReviewLine> reviewsAbout(std::span<const Record> records, std::string_view today) {
    std::vector<ReviewLine> out;
    for (const auto& record : records) {
        const auto& f = record.fields;
        ReviewLine line;
        line.record = record;
        if (record.type == RecordType::CarePlan && isOpen(record)) {
            line.last = f.get(care_plan::kReviewedOn);
            line.next = f.get(care_plan::kReviewDue);
        } else if (record.type == RecordType::CrisisPart) {
            line.last = f.get(crisis_part::kAgreedOn);
            line.next = f.get(crisis_part::kReviewDue);
        } else if (record.type == RecordType::RiskAlert && isOpen(record)) {
            line.next = f.get(risk_alert::kReviewOn);
        } else if (record.type == RecordType::Placement && !hasEnded(record)) {
            line.last = lastHeld(record, records);
            line.next = nextOf(record, line.last);
        }
        if (line.last.empty() && line.next.empty()) {
            continue;
        }
        line.daysLate = std::max(daysBetween(line.next, today).value_or(0), 0);
        out.push_back(std::move(line));
    }
    std::sort(out.begin(), out.end(), [](const ReviewLine& a, const ReviewLine& b) {
        if (a.next.empty() != b.next.empty()) {
            return !a.next.empty();
        }
        return a.next != b.next ? a.next < b.next : isNewer(a.record, b.record);
    });
    return out;
}

} // namespace frontsheet::care
