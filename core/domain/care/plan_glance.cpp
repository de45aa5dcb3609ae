#include "core/domain/care/plan_glance.h"

#include "core/domain/care/plan_sheet.h"
#include "core/domain/care/state_machine.h"
#include "core/domain/said_right.h"
#include "core/domain/schema/about_person.h"
#include "core/domain/schema/care_plan.h"
#include "core/domain/schema/view.h"

#include <algorithm>

namespace frontsheet::care {

namespace {

// What somebody said is as old as the day on which they said it, whenever it was written down.
template <class DateField>
bool isNewer(const Record& a, const Record& b, const DateField& saidOn) {
    const auto onA = a.fields.text(saidOn);
    const auto onB = b.fields.text(saidOn);
    if (onA != onB && !onA.empty() && !onB.empty()) {
        return onB < onA;
    }
    return a.occurredAt != b.occurredAt ? b.occurredAt < a.occurredAt : a.id < b.id;
}

template <class DateField>
void keepNewer(std::optional<Record>& kept, const Record& record, const DateField& saidOn) {
    if (!kept || isNewer(record, *kept, saidOn)) {
        kept = record;
    }
}

bool isOwnWish(const Record& record) {
    const auto& f = record.fields;
    return f.text(view::kWhose) == "person" && !f.text(view::kSaid).empty() && isOpen(record) && !isSaidRight(record);
}

void take(PlanGlance& glance, const Record& record, std::string_view today) {
    const auto& f = record.fields;
    switch (record.type) {
    case RecordType::CarePlan:
        if (isOpen(record)) {
            glance.leads.push_back(record);
        }
        break;
    case RecordType::Action:
        if (isOpen(record)) {
            ++glance.openActions;
            glance.lateActions += daysLate(record, today) > 0 ? 1 : 0;
        }
        break;
    case RecordType::Need:
        glance.unmetNeeds += f.text(need::kState) == "unmet" ? 1 : 0;
        break;
    case RecordType::CrisisPart:
        keepNewer(glance.crisis, record, crisis_part::kAgreedOn);
        break;
    case RecordType::View:
        if (isOwnWish(record)) {
            keepNewer(glance.wish, record, view::kSaidOn);
        }
        break;
    case RecordType::AboutMe:
        if (!f.text(about_me::kImportant).empty()) {
            keepNewer(glance.matters, record, about_me::kSaidOn);
        }
        break;
    default:
        break;
    }
}

} // namespace

PlanGlance planGlance(std::span<const Record> records, std::string_view today) {
    PlanGlance glance;
    for (const auto& record : records) {
        take(glance, record, today);
    }
    glance.wishes = standingWishes(records);
    std::sort(glance.leads.begin(), glance.leads.end(), [](const Record& a, const Record& b) {
        return a.occurredAt != b.occurredAt ? b.occurredAt < a.occurredAt : a.id < b.id;
    });
    return glance;
}

} // namespace frontsheet::care
