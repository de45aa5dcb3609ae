#include "core/domain/care/conference_rules.h"

#include "core/domain/care/conference_call.h"
#include "core/domain/change_checks.h"
#include "core/domain/referral_rules.h"
#include "core/domain/schema/conference.h"

namespace frontsheet::care {

namespace {

// Against the time its author states: a call written without signal arrives when the hour may be past.
Result<void> checkHour(const Change& c) {
    const auto& f = c.after.fields;
    if (f.text(conference::kState) != "planned" || (c.before != nullptr && !changes(c, conference::kStartsAt))) {
        return ok();
    }
    return isHourForOne(f.get(conference::kStartsAt), c.after.occurredAt)
               ? ok()
               : Result<void>{ErrorCode::ImpossibleDate, "field " + std::string{conference::kStartsAt.name}};
}

Result<void> checkWhatIsOver(const Change& c) {
    namespace k = conference;
    if (c.before == nullptr) {
        return ok();
    }
    const auto was = c.before->fields.text(k::kState);
    if (was == "cancelled" && !changesOnly(c, {})) {
        return {ErrorCode::Immutable, "the conference was called off"};
    }
    // The minutes may be added to, and who was there put right; when, where and what about it was held stands.
    const bool minutes = changesOnly(c, {k::kSummary.tag, k::kPersonThere.tag, k::kPersonAbsentBecause.tag});
    return was == "held" && !minutes ? Result<void>{ErrorCode::Immutable, "the conference was held"} : ok();
}

} // namespace

Result<void> checkConference(const Change& c) {
    const auto& f = c.after.fields;
    const auto there = f.text(conference::kPersonThere);
    // Nobody is talked about behind their back without a word of why: not when it is called, and not when it was held.
    const bool absent = !there.empty() && there != "there" && there != "represented";
    if (absent && isBlank(f.text(conference::kPersonAbsentBecause))) {
        return missing(conference::kPersonAbsentBecause);
    }
    const auto heldOn = f.text(conference::kHeldOn);
    if (f.text(conference::kState) == "held" && !isDayPast(heldOn, c.now)) {
        return {ErrorCode::ImpossibleDate, "field " + std::string{conference::kHeldOn.name}};
    }
    FS_TRY(checkHour(c));
    return checkWhatIsOver(c);
}

Result<void> checkInvitation(const Change& c) {
    const auto& f = c.after.fields;
    if (f.get(invitation::kWorker).empty() && isBlank(f.text(invitation::kName))) {
        return missing(invitation::kName);
    }
    if (!f.get(invitation::kWorker).empty() && f.get(invitation::kAgency).empty()) {
        return missing(invitation::kAgency);
    }
    // Who is asked answers; to what, and who was there, is the convener's to say.
    const bool convener = c.before == nullptr || c.author.agency == c.after.home;
    return convener || (answersAlone(c) && !changes(c, invitation::kAttended))
               ? ok()
               : Result<void>{ErrorCode::NotPermitted, "an invitation is the convener's"};
}

} // namespace frontsheet::care
