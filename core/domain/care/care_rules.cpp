#include "core/domain/care/care_rules.h"

#include "core/domain/care/conference_rules.h"
#include "core/domain/care/movers.h"
#include "core/domain/care/obligations.h"
#include "core/domain/care/person_rules.h"
#include "core/domain/care/placement_rules.h"
#include "core/domain/care/plan_rules.h"
#include "core/domain/care/state_machine.h"
#include "core/domain/change_checks.h"
#include "core/domain/message_reading.h"
#include "core/domain/referral_rules.h"
#include "core/domain/schema/record_schema.h"
#include "core/domain/scope.h"
#include "core/domain/sharing/named_reader.h"

namespace frontsheet::care {

namespace {

bool says(const FieldSet& fields, FieldTag tag) {
    const Value* value = fields.find(tag);
    if (value == nullptr || isNothing(*value)) {
        return false;
    }
    const auto* text = std::get_if<std::string>(value);
    return text == nullptr || !isBlank(*text);
}

Result<void> missing(RecordType type, FieldTag tag) {
    const auto* field = schemaOf(type)->field(tag);
    return {ErrorCode::Missing, "field " + std::string{field == nullptr ? std::string_view{} : field->name}};
}

Result<void> checkObligations(const Change& c, std::string_view state) {
    const auto* obligations = obligationsOf(c.after.type);
    if (obligations == nullptr) {
        return ok();
    }
    for (const auto tag : obligations->always) {
        if (!says(c.after.fields, tag)) {
            return missing(c.after.type, tag);
        }
    }
    for (const auto& needed : obligations->inState) {
        if (needed.state == state && !says(c.after.fields, needed.field)) {
            return missing(c.after.type, needed.field);
        }
    }
    for (const auto tag : obligations->fixed) {
        if (c.before != nullptr && changes(c, tag)) {
            return {ErrorCode::Immutable, "a field fixed when it was written"};
        }
    }
    return ok();
}

Result<void> checkOwn(const Change& c) {
    switch (c.after.type) {
    case RecordType::CarePlan:
        return checkCarePlan(c);
    case RecordType::Action:
        return checkAction(c);
    case RecordType::PackageLine:
        return checkPackageLine(c);
    case RecordType::View:
        return checkView(c);
    case RecordType::Carer:
        return checkCarer(c);
    case RecordType::CarerAssessment:
        return checkCarerAssessment(c);
    case RecordType::Allergy:
        return checkAllergy(c);
    case RecordType::Death:
        return checkDeath(c);
    case RecordType::Measure:
        return checkMeasure(c);
    case RecordType::Appointment:
        return checkAppointment(c);
    case RecordType::Message:
        return checkReading(c);
    case RecordType::RotaEntry:
    case RecordType::Absence:
        return checkRota(c);
    case RecordType::Placement:
        return checkPlacement(c);
    case RecordType::PlacementReview:
        return checkPlacementReview(c);
    case RecordType::Slippage:
        return checkSlippage(c);
    case RecordType::ChecklistItem:
        return checkChecklistItem(c);
    case RecordType::Conference:
        return checkConference(c);
    case RecordType::Invitation:
        return checkInvitation(c);
    default:
        return ok(); // the tables say all there is
    }
}

} // namespace

bool isOfCare(RecordType type) {
    return type == RecordType::Placement || type == RecordType::RotaEntry || type == RecordType::Absence ||
           (type >= RecordType::AboutMe && type <= RecordType::Message);
}

Result<void> checkCare(const Change& c) {
    if (const SetField* readers = readersFieldOf(c.after.type)) {
        FS_TRY(sharing::checkReaders(c.after.fields, *readers));
    }
    std::string_view state;
    if (const auto* machine = machineOf(c.after.type)) {
        state = c.after.fields.text(machine->field);
        auto from = c.before == nullptr ? std::string_view{} : c.before->fields.text(machine->field);
        const bool without = c.after.type == RecordType::Placement && from.empty();
        if (without && c.before != nullptr) {
            from = "placed"; // written by an earlier program, or read from an extract: it got no stage yet
        }
        FS_TRY(without && state.empty() ? ok() : checkArrow(*machine, from, state, moversOf(c.after, c.author)));
    }
    FS_TRY(checkObligations(c, state));
    return checkOwn(c);
}

} // namespace frontsheet::care
