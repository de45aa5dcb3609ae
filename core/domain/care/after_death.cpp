#include "core/domain/care/after_death.h"

#include "core/domain/care/state_machine.h"
#include "core/domain/schema/appointment.h"
#include "core/domain/schema/care_plan.h"
#include "core/domain/schema/placement.h"
#include "core/domain/schema/placement_parts.h"
#include "core/domain/schema/registration.h"
#include "core/domain/schema/safety.h"

#include <tuple>

namespace frontsheet::care {

namespace {

// Kept with the record as who stopped it would write it.
constexpr const char* kHasDied = "The person has died.";

int rank(RecordType type) {
    switch (type) {
    case RecordType::Death:
        return 0;
    case RecordType::Registration:
        return 1;
    default:
        return 2;
    }
}

} // namespace

std::optional<std::string> deathSaidBy(const Record& record) {
    const auto& f = record.fields;
    switch (record.type) {
    case RecordType::Death:
        return isOpen(record) ? std::optional{f.get(death::kDiedOn)} : std::nullopt;
    case RecordType::Registration:
        return f.text(registration::kDied).empty() ? std::nullopt : std::optional{f.get(registration::kDied)};
    case RecordType::Placement:
        return f.text(placement::kOutcome) == "died" ? std::optional{f.get(placement::kOutcomeOn)} : std::nullopt;
    default:
        return std::nullopt;
    }
}

std::optional<Died> diedAmong(std::span<const Record> about) {
    std::optional<Died> first;
    const auto order = [](const Record& r) { return std::tuple{rank(r.type), r.recordedAt, r.id}; };
    for (const auto& record : about) {
        auto on = deathSaidBy(record);
        if (on && (!first || order(record) < order(first->because))) {
            first = Died{std::move(*on), record};
        }
    }
    return first;
}

bool stopsAtDeath(const Record& record) {
    const auto& f = record.fields;
    switch (record.type) {
    case RecordType::Appointment:
        return f.text(appointment::kState) == "planned";
    case RecordType::PlacementReview:
        return f.text(placement_review::kState) == "due";
    case RecordType::Action:
        return isOpen(record) && (!f.text(action::kPlace).empty() || !f.get(action::kChecklistItem).isNull());
    default:
        return false;
    }
}

Record stoppedByDeath(Record record) {
    auto& f = record.fields;
    switch (record.type) {
    case RecordType::Appointment:
        f.put(appointment::kState, std::string{"stopped"});
        f.put(appointment::kStateBecause, std::string{kHasDied});
        break;
    case RecordType::PlacementReview:
        f.put(placement_review::kState, std::string{"cancelled"});
        break;
    case RecordType::Action:
        f.put(action::kState, std::string{"cancelled"});
        f.put(action::kAnswer, std::string{kHasDied});
        break;
    default:
        break;
    }
    return record;
}

} // namespace frontsheet::care
