#include "core/domain/referral_rules.h"

#include "core/base/utf8.h"
#include "core/domain/calendar.h"
#include "core/domain/change_checks.h"
#include "core/domain/schema/record_schema.h"
#include "core/domain/schema/referral.h"

#include <algorithm>

namespace frontsheet {

namespace {

const FieldSpec* specOf(FieldTag tag) {
    static const RecordSchema* schema = schemaOf(RecordType::Referral);
    return schema->field(tag);
}

// What a receiver writes on the sender's referral: its own answer, and nothing of the request.
bool isAnswer(FieldTag tag) {
    const FieldSpec* spec = specOf(tag);
    return spec != nullptr && spec->merge == MergeRule::Status;
}

bool isSeen(FieldTag tag) { return tag == referral::kSeenBy.tag || tag == referral::kSeenAt.tag; }

// To another agency or by another sender it would be another referral; when it arrived is its home's to say; why somebody was
// overruled is under review.
bool isFixed(FieldTag tag) {
    return tag == referral::kToAgency.tag || tag == referral::kFromWorker.tag || tag == referral::kSentAt.tag ||
           tag == referral::kArrivedAt.tag || tag == referral::kDespiteObjection.tag;
}

// Edits that are meant, whether or not they take; those that only state the rest of a group are not.
template <class Match>
bool editsOnly(const Intent& intent, Match allowed) {
    return std::all_of(intent.edits.begin(), intent.edits.end(),
                       [&](const FieldEdit& edit) { return edit.before == edit.after || allowed(edit.field); });
}

bool edits(const Intent& intent, const FieldSpec& field) {
    return !editsOnly(intent, [&](FieldTag tag) { return tag != field.tag; });
}

Result<void> checkCreation(const Change& c) {
    const auto& f = c.after.fields;
    if (isBlank(f.text(referral::kNeed))) {
        return missing(referral::kNeed);
    }
    if (f.get(referral::kToAgency).empty()) {
        return missing(referral::kToAgency);
    }
    if (f.get(referral::kFromWorker) != c.author.worker) {
        return {ErrorCode::NotPermitted, "a referral is sent by its author"};
    }
    if (f.text(referral::kState) != name(ReferralState::Sent)) {
        return {ErrorCode::WrongState, "a new referral is sent"};
    }
    if (!isBlank(f.text(referral::kDespiteObjection)) && c.after.category != Category::Safeguarding) {
        return {ErrorCode::NotPermitted, "only a safeguarding concern goes out despite an objection"};
    }
    return editsOnly(c.intent, [](FieldTag tag) { return tag == referral::kState.tag || !isAnswer(tag); })
               ? ok()
               : Result<void>{ErrorCode::WrongState, "a new referral has no answer"};
}

// Who may touch what, before any state is looked at.
Result<void> checkSide(const Change& c, ReferralSide side, ReferralState from) {
    if (!editsOnly(c.intent, [](FieldTag tag) { return !isFixed(tag); })) {
        return {ErrorCode::Immutable, "whom a referral is from and to"};
    }
    if (side == ReferralSide::Receiver) {
        return editsOnly(c.intent, isAnswer)
                   ? ok()
                   : Result<void>{ErrorCode::NotPermitted, "the request is the sender's to change"};
    }
    if (!editsOnly(c.intent, [](FieldTag tag) { return tag == referral::kState.tag || !isAnswer(tag); })) {
        return {ErrorCode::NotPermitted, "the answer is the receiver's to give"};
    }
    const bool taken = from == ReferralState::Accepted || from == ReferralState::Started;
    if (taken && !editsOnly(c.intent, isAnswer)) {
        return {ErrorCode::Immutable, "what was accepted stays as it was asked"};
    }
    return ok();
}

// Whoever says a thing is named as the one who said it.
Result<void> checkNames(const Change& c) {
    for (const auto& edit : difference(c.before->fields, c.after.fields)) {
        for (const WorkerField& who : {referral::kSeenBy, referral::kAcceptedBy, referral::kAnsweredBy}) {
            if (edit.field == who.tag && c.after.fields.get(who) != c.author.worker) {
                return {ErrorCode::NotPermitted, "field " + std::string{who.name}};
            }
        }
    }
    return ok();
}

Result<void> checkWords(const Change& c, ReferralState to) {
    const auto& is = c.after.fields;
    switch (to) {
    case ReferralState::Accepted:
        return is.get(referral::kAcceptedBy) == c.author.worker ? ok() : missing(referral::kAcceptedBy);
    case ReferralState::Declined: // a referral ends with a reason that the sender can read
    case ReferralState::InfoAsked:
        // Said now: "I'll come on Thursday" of the acceptance is no reason for giving it back.
        return isBlank(is.text(referral::kAnswer)) || !edits(c.intent, referral::kAnswer) ? missing(referral::kAnswer)
                                                                                          : ok();
    case ReferralState::Completed:
        return isBlank(is.text(referral::kOutcome)) ? missing(referral::kOutcome) : ok();
    case ReferralState::Draft:
    case ReferralState::Sent:
    case ReferralState::UnderReview:
    case ReferralState::Started:
    case ReferralState::Withdrawn:
        return ok();
    }
    return ok();
}

Result<void> checkMoved(const Change& c, ReferralState to) {
    for (const auto& edit : difference(c.before->fields, c.after.fields)) {
        if (edit.field == referral::kAcceptedBy.tag && to != ReferralState::Accepted) {
            return {ErrorCode::WrongState, "nobody accepts by that move"};
        }
        if ((edit.field == referral::kOutcome.tag || edit.field == referral::kOutcomeAt.tag) &&
            to != ReferralState::Completed) {
            return {ErrorCode::WrongState, "an outcome comes with completion"};
        }
    }
    return checkWords(c, to);
}

} // namespace

bool isBlank(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        const char32_t c = nextCodePoint(text, at);
        if (c != ' ' && c != '\t' && c != '\r' && c != '\n' && c != 0xA0 && c != 0x3000 && c != 0x200B && c != 0xFEFF) {
            return false;
        }
    }
    return true;
}

void settleReferral(const Record* before, Record& after, WallTime now) {
    auto& f = after.fields;
    if (before != nullptr) {
        if (before->fields.get(referral::kSeenAt).isKnown()) {
            f.put(referral::kSeenAt, before->fields.get(referral::kSeenAt));
            f.put(referral::kSeenBy, before->fields.get(referral::kSeenBy));
        }
        return;
    }
    f.put(referral::kArrivedAt, now);
    const WallTime stated = f.get(referral::kAnswerBy);
    if (const auto due = dueAfter(now, f.text(referral::kRespondWithin))) {
        f.put(referral::kAnswerBy, *due);
    } else if (stated.isKnown() && f.get(referral::kSentAt).isKnown()) {
        f.put(referral::kAnswerBy, now + (stated - f.get(referral::kSentAt)));
    }
}

Result<void> checkReferral(const Change& c) {
    if (c.before == nullptr) {
        return checkCreation(c);
    }
    const auto from = referralState(c.before->fields.text(referral::kState));
    const auto to = referralState(c.after.fields.text(referral::kState));
    const auto side = sideOf(c.author, *c.before);
    if (!side) {
        return {ErrorCode::NotPermitted, "neither sender nor receiver"};
    }
    if (!from || !to) {
        return {ErrorCode::WrongState, "referral state"};
    }
    const bool onlySeen = *side == ReferralSide::Receiver && editsOnly(c.intent, isSeen);
    if (!isOpen(*from) && !onlySeen) {
        return {ErrorCode::Immutable, "the referral is closed"};
    }
    FS_TRY(checkSide(c, *side, *from));
    FS_TRY(checkNames(c));
    if (*from != *to) {
        FS_TRY(checkMove(*from, *to, *side));
        return checkMoved(c, *to);
    }
    // Without a move the receiver has nothing to say but that it was seen: a second acceptance ends here.
    return *side == ReferralSide::Sender || onlySeen
               ? ok()
               : Result<void>{ErrorCode::WrongState, "the referral is there already"};
}

bool justAccepted(const Change& c) {
    return c.after.type == RecordType::Referral && c.before != nullptr &&
           c.before->fields.text(referral::kState) != name(ReferralState::Accepted) &&
           c.after.fields.text(referral::kState) == name(ReferralState::Accepted);
}

} // namespace frontsheet
