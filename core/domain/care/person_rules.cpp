#include "core/domain/care/person_rules.h"

#include "core/domain/calendar.h"
#include "core/domain/care/holder.h"
#include "core/domain/care/instruments.h"
#include "core/domain/care/managing.h"
#include "core/domain/care/safety_action.h"
#include "core/domain/change_checks.h"
#include "core/domain/referral_rules.h"
#include "core/domain/said_right.h"
#include "core/domain/schema/appointment.h"
#include "core/domain/schema/carer.h"
#include "core/domain/schema/measure.h"
#include "core/domain/schema/message.h"
#include "core/domain/schema/rota.h"
#include "core/domain/schema/safety.h"
#include "core/domain/schema/view.h"

namespace frontsheet::care {

namespace {

constexpr HeldDuty kVisitor{appointment::kWorker, appointment::kOfferedTo, appointment::kOfferedBy,
                            appointment::kOfferedAt};

Result<void> bySelf(const Change& c, const WorkerField& field) {
    return c.after.fields.get(field) == c.author.worker
               ? ok()
               : Result<void>{ErrorCode::NotPermitted, "field " + std::string{field.name}};
}

} // namespace

Result<void> checkView(const Change& c) {
    const auto& f = c.after.fields;
    if (c.before == nullptr) {
        FS_TRY(bySelf(c, view::kRecordedBy));
    }
    const bool notAsked = f.text(view::kHow) == "not-asked";
    if (notAsked ? isBlank(f.text(view::kNotAskedBecause)) : isBlank(f.text(view::kSaid))) {
        return missing(notAsked ? view::kNotAskedBecause : view::kSaid);
    }
    if (f.text(view::kWhose) != "person" && isBlank(f.text(view::kName))) {
        return missing(view::kName); // words of nobody in particular are no view
    }
    if (isSaidRight(c.after)) {
        FS_TRY(checkSaidRight(c));
    }
    return isAhead(f.text(view::kSaidOn), c.now) ? impossible(view::kSaidOn) : ok();
}

Result<void> checkCarer(const Change& c) {
    const auto& f = c.after.fields;
    if (f.get(carer::kCarer) == c.after.person) {
        return misfit(carer::kCarer); // of themselves
    }
    // Never assumed: whoever is said to be willing, or not, was asked, by somebody, on a day.
    const auto willing = f.text(carer::kWilling);
    if (!willing.empty() && willing != "not-asked") {
        if (f.text(carer::kAskedOn).empty()) {
            return missing(carer::kAskedOn);
        }
        if (f.get(carer::kAskedBy).empty()) {
            return missing(carer::kAskedBy);
        }
    }
    return ok();
}

Result<void> checkCarerAssessment(const Change& c) {
    const auto& f = c.after.fields;
    // A carers' centre may hold no record of the cared-for person, and assesses the carer all the same.
    if (f.get(carer_assessment::kCaresFor).isNull() && isBlank(f.text(carer_assessment::kCaresForName))) {
        return missing(carer_assessment::kCaresFor);
    }
    const bool wasSaid = c.before != nullptr && !c.before->fields.get(carer_assessment::kCaresFor).isNull();
    return wasSaid && changes(c, carer_assessment::kCaresFor) ? fixed(carer_assessment::kCaresFor) : ok();
}

Result<void> checkAllergy(const Change& c) {
    const auto& f = c.after.fields;
    const bool noneKnown = f.get(allergy::kNoneKnown) == 1;
    if (noneKnown != isBlank(f.text(allergy::kSubstance))) {
        return noneKnown ? misfit(allergy::kSubstance) : missing(allergy::kSubstance);
    }
    return ok();
}

Result<void> checkDeath(const Change& c) {
    const auto& f = c.after.fields;
    if (isAhead(f.text(death::kDiedOn), c.now)) {
        return impossible(death::kDiedOn);
    }
    return f.text(death::kState) == "entered-in-error" && c.before != nullptr &&
                   c.before->fields.text(death::kState) == "recorded"
               ? bySelf(c, death::kErrorBy)
               : ok();
}

Result<void> checkMeasure(const Change& c) {
    const auto& f = c.after.fields;
    if (c.before == nullptr) {
        FS_TRY(bySelf(c, measure::kTakenBy));
    }
    if (isAhead(f.text(measure::kTakenOn), c.now)) {
        return impossible(measure::kTakenOn);
    }
    if (!f.text(measure::kSafety).empty() && (c.before == nullptr || changes(c, measure::kSafety))) {
        FS_TRY(bySelf(c, measure::kSafetyBy));
        const auto decided = safetyDecision(f.text(measure::kSafety));
        // Of an action one reads what it is; of the rest nobody knows but who was there.
        if (decided && *decided != SafetyDecision::ActionMade && isBlank(f.text(measure::kSafetyWords))) {
            return missing(measure::kSafetyWords);
        }
    }
    return checkScore(f);
}

Result<void> checkAppointment(const Change& c) {
    const auto& f = c.after.fields;
    const auto state = f.text(appointment::kState);
    const bool wasNoReply = c.before != nullptr && c.before->fields.text(appointment::kState) == "no-reply";
    if (wasNoReply && state != "no-reply" && isBlank(f.text(appointment::kSafeBecause))) {
        return missing(appointment::kSafeBecause); // nobody stops looking without a word of how they know
    }
    const auto minutes = f.get(appointment::kMinutes);
    if (minutes < 0 || minutes > 24 * 60) {
        return minutes < 0 ? misfit(appointment::kMinutes) : tooLarge(appointment::kMinutes);
    }
    return checkHeldDuty(c, kVisitor);
}

Result<void> checkRota(const Change& c) {
    const auto& f = c.after.fields;
    const bool away = c.after.type == RecordType::Absence;
    const bool own = away && f.get(absence::kWorker) == c.author.worker;
    if (!own && !mayManage(c.author)) {
        return {ErrorCode::NotPermitted, "a manager's to say"};
    }
    const auto days = away ? daysBetween(f.text(absence::kFrom), f.text(absence::kUntil))
                           : daysBetween(f.text(rota_entry::kFrom), f.text(rota_entry::kUntil));
    if (days && *days < 0) {
        return impossible(away ? absence::kUntil : rota_entry::kUntil);
    }
    return away && f.get(absence::kDeputy) == f.get(absence::kWorker) ? misfit(absence::kDeputy) // of themselves
                                                                      : ok();
}

} // namespace frontsheet::care
