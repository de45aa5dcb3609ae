#include "core/domain/care/beginning.h"

#include "core/domain/care/instruments.h"
#include "core/domain/care/state_machine.h"
#include "core/domain/care/who_decides.h"
#include "core/domain/schema/about_person.h"
#include "core/domain/schema/appointment.h"
#include "core/domain/schema/care_plan.h"
#include "core/domain/schema/carer.h"
#include "core/domain/schema/conference.h"
#include "core/domain/schema/measure.h"
#include "core/domain/schema/placement.h"
#include "core/domain/schema/placement_parts.h"
#include "core/domain/schema/record_schema.h"
#include "core/domain/schema/safety.h"
#include "core/domain/schema/view.h"

namespace frontsheet::care {

namespace {

const RecordField* planFieldOf(RecordType type) {
    switch (type) {
    case RecordType::Need:
        return &need::kPlan;
    case RecordType::Goal:
        return &goal::kPlan;
    case RecordType::Action:
        return &action::kPlan;
    case RecordType::PackageLine:
        return &package_line::kPlan;
    case RecordType::CrisisPart:
        return &crisis_part::kPlan;
    default:
        return nullptr;
    }
}

// A crisis part belongs to a plan and lies at its author's: another agency may not be meant to read it.
bool liesWithPlan(RecordType type) { return planFieldOf(type) != nullptr && type != RecordType::CrisisPart; }

void putWho(FieldSet& f, RecordType type, const Principal& author) {
    switch (type) {
    case RecordType::CarePlan:
        f.put(care_plan::kCaseOwner, author.worker);
        break;
    case RecordType::Action:
        f.put(action::kOwner, author.worker);
        f.put(action::kOwnerAgency, author.agency);
        f.put(action::kAskedBy, author.worker);
        f.put(action::kAskedByAgency, author.agency);
        break;
    case RecordType::View:
        f.put(view::kRecordedBy, author.worker);
        break;
    case RecordType::Measure:
        f.put(measure::kTakenBy, author.worker);
        break;
    case RecordType::Appointment:
        f.put(appointment::kWorker, author.worker);
        break;
    case RecordType::Conference:
        f.put(conference::kChair, author.worker);
        break;
    case RecordType::HospitalAtHome:
        f.put(hospital_at_home::kLead, author.worker);
        break;
    case RecordType::Placement:
        f.put(placement::kReviewingOfficer, author.worker);
        break;
    default:
        break;
    }
}

void putDay(FieldSet& f, RecordType type, const std::string& today) {
    switch (type) {
    case RecordType::CarePlan:
        f.put(care_plan::kOpenedOn, today);
        break;
    case RecordType::View:
        f.put(view::kSaidOn, today);
        break;
    case RecordType::AboutMe:
        f.put(about_me::kSaidOn, today);
        break;
    case RecordType::CommunicationNeed:
        f.put(communication_need::kAskedOn, today);
        break;
    case RecordType::Measure:
        f.put(measure::kTakenOn, today);
        break;
    case RecordType::Allergy:
        f.put(allergy::kAsOf, today);
        break;
    case RecordType::Medicine:
        f.put(medicine::kAsOf, today);
        break;
    case RecordType::HospitalAtHome:
        f.put(hospital_at_home::kStartedOn, today);
        break;
    default:
        break;
    }
}

std::string_view firstStateOf(RecordType type) {
    if (type == RecordType::Action) {
        return "accepted"; // one's own, until somebody else is chosen
    }
    const auto* machine = machineOf(type);
    return machine == nullptr ? std::string_view{} : machine->states.front().name;
}

} // namespace

const Record* planToAddTo(std::span<const Record> about, const AgencyId& agency) {
    const Record* found = nullptr;
    for (const auto& record : about) {
        if (record.type != RecordType::CarePlan || !isOpen(record)) {
            continue;
        }
        const bool nearer =
            found == nullptr || (record.home == agency && found->home != agency) ||
            ((record.home == agency) == (found->home == agency) && found->occurredAt < record.occurredAt);
        found = nearer ? &record : found;
    }
    return found;
}

const Record* planBefore(std::span<const Record> about) {
    const Record* found = nullptr;
    for (const auto& record : about) {
        if (record.type != RecordType::CarePlan) {
            continue;
        }
        if (isOpen(record)) {
            return nullptr;
        }
        const auto closed = record.fields.text(care_plan::kClosedOn);
        const auto before = found == nullptr ? std::string_view{} : found->fields.text(care_plan::kClosedOn);
        const bool later =
            found == nullptr || before < closed || (before == closed && found->occurredAt < record.occurredAt);
        found = later ? &record : found;
    }
    return found;
}

const Record* planAfter(std::span<const Record> about, const RecordId& closing) {
    const Record* found = nullptr;
    for (const auto& record : about) {
        if (record.type != RecordType::CarePlan || !isOpen(record) || record.id == closing) {
            continue;
        }
        if (found != nullptr) {
            return nullptr;
        }
        found = &record;
    }
    return found;
}

Record begun(Record record, const Principal& author, std::span<const Record> about, std::string_view today) {
    record.home = author.agency;
    record.category = schemaOf(record.type)->category;
    auto& f = record.fields;
    if (const auto* machine = machineOf(record.type)) {
        f.put(machine->field, std::string{firstStateOf(record.type)});
    }
    if (record.type == RecordType::Carer) {
        f.put(carer::kWilling, std::string{"not-asked"});
    }
    putWho(f, record.type, author);
    putDay(f, record.type, std::string{today});
    if (const auto* before = record.type == RecordType::CarePlan ? planBefore(about) : nullptr) {
        f.put(care_plan::kContinues, before->id);
        f.put(care_plan::kContinuesOf, before->home);
    }
    if (const auto* field = planFieldOf(record.type)) {
        if (const auto* plan = planToAddTo(about, author.agency)) {
            f.put(*field, plan->id);
            record.home = liesWithPlan(record.type) ? plan->home : record.home;
        }
    }
    return record;
}

void follow(Record& record, const Principal& author) {
    auto& f = record.fields;
    if (record.type == RecordType::Action && f.text(action::kState) != "done") {
        const bool own = f.get(action::kOwner) == author.worker && f.get(action::kOwnerAgency) == author.agency;
        f.put(action::kState, std::string{own ? "accepted" : "offered"});
    }
    if (record.type == RecordType::Measure) {
        if (const auto* instrument = instrumentOf(f.text(measure::kInstrument))) {
            record.category = instrument->category;
        }
    }
    if (record.type == RecordType::AdvancePlan) {
        const bool legal = f.text(advance_plan::kKind) == "advance-decision" || namesDecisionMaker(record);
        record.category = legal ? Category::LegalStatus : Category::HealthSummary;
    }
    if (record.type == RecordType::View && f.text(view::kWhose) == "carer") {
        record.category = Category::Carer;
    }
}

} // namespace frontsheet::care
