#include "core/domain/care/movers.h"

#include "core/domain/schema/care_plan.h"
#include "core/domain/schema/conference.h"

namespace frontsheet::care {

Movers moversOf(const Record& record, const Principal& who) {
    Movers out = Mover::AnyContributor;
    if (who.agency == record.home) {
        out = out | Mover::OfHome;
    }
    const auto& f = record.fields;
    if (record.type == RecordType::Action) {
        if (f.get(action::kOwner) == who.worker && f.get(action::kOwnerAgency) == who.agency) {
            out = out | Mover::Owner;
        }
        if (f.get(action::kAskedBy) == who.worker && f.get(action::kAskedByAgency) == who.agency) {
            out = out | Mover::Asker;
        }
    }
    if (record.type == RecordType::Invitation && f.get(invitation::kWorker) == who.worker &&
        f.get(invitation::kAgency) == who.agency) {
        out = out | Mover::Receiver;
    }
    return out;
}

bool mayMove(const Record& record, const Principal& who, std::string_view to) {
    const auto* machine = machineOf(record.type);
    if (machine == nullptr) {
        return false;
    }
    const auto from = record.fields.text(machine->field);
    return from != to && static_cast<bool>(checkArrow(*machine, from, to, moversOf(record, who)));
}

bool mayEdit(const Record& record, const Principal& who, const Relationships& relationships) {
    if (!mayContribute(who, record.home, record.type, &record, relationships)) {
        return false;
    }
    const auto& f = record.fields;
    switch (record.type) {
    case RecordType::View:
    case RecordType::Measure:
    case RecordType::Message:
        return false;
    case RecordType::CarePlan:
        return isOpen(record);
    case RecordType::Action:
        return isOpen(record) && (who.agency == record.home || who.agency == f.get(action::kAskedByAgency));
    default:
        return true;
    }
}

CaseOwnerMoves caseOwnerMoves(const Record& plan, const Principal& who) {
    CaseOwnerMoves out;
    if (plan.type != RecordType::CarePlan || who.agency != plan.home || who.worker.empty() || !isOpen(plan)) {
        return out;
    }
    const auto asked = plan.fields.get(care_plan::kOfferedTo);
    const bool theirs =
        plan.fields.get(care_plan::kOfferedBy) == who.worker || plan.fields.get(care_plan::kCaseOwner) == who.worker;
    out.answer = asked == who.worker;
    out.offer = asked.empty();
    out.takeBack = !asked.empty() && !out.answer && theirs;
    out.close = !out.answer;
    return out;
}

} // namespace frontsheet::care
