#include "core/domain/referral_rules.h"

#include "core/base/utf8.h"
#include "core/domain/calendar.h"
#include "core/domain/care/managing.h"
#include "core/domain/change_checks.h"
#include "core/domain/referral_course.h"
#include "core/domain/referral_passing.h"
#include "core/domain/schema/record_schema.h"
#include "core/domain/schema/referral.h"

#include <algorithm>

namespace frontsheet {

namespace {

const FieldSpec* specOf(FieldTag tag) {
    static const RecordSchema* schema = schemaOf(RecordType::Referral);
    return schema->field(tag);
}

// What the sender says after sending: that the feedback has reached them, and why it is opened again.
bool isSendersOwn(FieldTag tag) {
    return tag == referral::kOutcomeReadBy.tag || tag == referral::kOutcomeReadAt.tag ||
           tag == referral::kReopenedBecause.tag;
}

// What a receiver writes on the sender's referral: its own answer, and nothing of the request.
bool isAnswer(FieldTag tag) {
    const FieldSpec* spec = specOf(tag);
    return spec != nullptr && spec->merge == MergeRule::Status && !isSendersOwn(tag);
}

bool isSeen(FieldTag tag) { return tag == referral::kSeenBy.tag || tag == referral::kSeenAt.tag; }
bool isOutcomeRead(FieldTag tag) { return tag == referral::kOutcomeReadBy.tag || tag == referral::kOutcomeReadAt.tag; }
// What is said beside the answer, in whatever state, and stands once it is said.
bool isSaidOnce(FieldTag tag) { return isSeen(tag) || tag == referral::kFirstContactAt.tag; }
bool isAddress(FieldTag tag) { return tag == referral::kToService.tag || tag == referral::kToWorker.tag; }

// To another agency or by another sender it would be another referral; when it arrived and when an answer is due is its home's to say;
// why somebody was overruled is under review.
bool isFixed(FieldTag tag) {
    return tag == referral::kToAgency.tag || tag == referral::kFromWorker.tag || tag == referral::kSentAt.tag ||
           tag == referral::kArrivedAt.tag || tag == referral::kAnswerBy.tag || tag == referral::kDespiteObjection.tag;
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
    // One that follows a declined one says where that has been.
    const auto isStated = [](FieldTag tag) {
        return tag == referral::kState.tag || tag == referral::kRedirects.tag || tag == referral::kPassedThrough.tag ||
               tag == referral::kRedirectedBecause.tag;
    };
    return editsOnly(c.intent, [&](FieldTag tag) { return isStated(tag) || (!isAnswer(tag) && !isSendersOwn(tag)); })
               ? ok()
               : Result<void>{ErrorCode::WrongState, "a new referral has no answer"};
}

// Who may touch what, before any state is looked at.
Result<void> checkSide(const Change& c, ReferralSide side, ReferralState from) {
    if (!editsOnly(c.intent, [](FieldTag tag) { return !isFixed(tag); })) {
        return {ErrorCode::Immutable, "whom a referral is from and to"};
    }
    if (side == ReferralSide::Receiver) {
        const bool passing = isPassedOn(*c.before, c.after);
        return editsOnly(c.intent, [&](FieldTag tag) { return isAnswer(tag) || (passing && isAddress(tag)); })
                   ? ok()
                   : Result<void>{ErrorCode::NotPermitted, "the request is the sender's to change"};
    }
    const bool passing = isPassedOn(*c.before, c.after);
    const auto isTheirs = [&](FieldTag tag) {
        return tag == referral::kState.tag || !isAnswer(tag) || isCountedByHome(tag) ||
               (passing && (tag == referral::kRedirectedBecause.tag || isOfTheLastAnswer(tag)));
    };
    if (!editsOnly(c.intent, isTheirs)) {
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
            const auto named = c.after.fields.get(who);
            const bool cleared = named.empty() && isPassedOn(*c.before, c.after);
            if (edit.field == who.tag && named != c.author.worker && !cleared) {
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

// Nothing of an answer comes with what ends one: it would be the next desk's.
Result<void> checkBeginsAnew(const Change& c) {
    const bool says = std::any_of(c.intent.edits.begin(), c.intent.edits.end(), [](const FieldEdit& edit) {
        return isOfTheLastAnswer(edit.field) && edit.after && !isNothing(*edit.after) && edit.before != edit.after;
    });
    return says ? Result<void>{ErrorCode::WrongState, "an answer to what is passed on"} : ok();
}

// What is passed on stands as sent, whatever it was before. Another state asked for would be taken as that, and the same
// request a second time would move it on from there.
bool isAskedToBeSent(const Intent& intent) {
    return std::all_of(intent.edits.begin(), intent.edits.end(), [](const FieldEdit& edit) {
        return edit.field != referral::kState.tag || edit.before == edit.after ||
               edit.after == Value{std::string{name(ReferralState::Sent)}};
    });
}

Result<void> checkPassing(const Change& c, ReferralSide side, ReferralState from, ReferralState to) {
    FS_TRY(checkBeginsAnew(c));
    if (to != ReferralState::Sent || !isAskedToBeSent(c.intent)) {
        return {ErrorCode::WrongState, "what is passed on is sent anew"};
    }
    if (from != to) {
        FS_TRY(checkMove(from, to, side));
    }
    if (edits(c.intent, referral::kFirstContactAt) || changes(c, referral::kReopenedBecause)) {
        return {ErrorCode::WrongState, "nothing else is said by passing it on"};
    }
    // The sender puts the address right without a word; a receiver who sends it away says why, and the sender reads it.
    return side == ReferralSide::Receiver && (isBlank(c.after.fields.text(referral::kRedirectedBecause)) ||
                                              !edits(c.intent, referral::kRedirectedBecause))
               ? missing(referral::kRedirectedBecause)
               : ok();
}

// By the sender, to the same desk or another one of the receiver's; what is asked for may be put more clearly.
Result<void> checkReopening(const Change& c) {
    FS_TRY(checkBeginsAnew(c));
    const auto isAsked = [](FieldTag tag) {
        return tag == referral::kState.tag || tag == referral::kReopenedBecause.tag || isCountedByHome(tag) ||
               isOfTheLastAnswer(tag) || (!isAnswer(tag) && !isFixed(tag) && !isOutcomeRead(tag));
    };
    if (!editsOnly(c.intent, isAsked)) {
        return {ErrorCode::NotPermitted, "the answer is the receiver's to give"};
    }
    return isBlank(c.after.fields.text(referral::kReopenedBecause)) || !edits(c.intent, referral::kReopenedBecause)
               ? missing(referral::kReopenedBecause)
               : ok();
}

// The loop is closed by who asked; by their manager where they are gone.
Result<void> checkOutcomeRead(const Change& c, ReferralState from) {
    const auto& f = c.after.fields;
    const bool theirs = c.author.agency == c.after.home &&
                        (c.author.worker == f.get(referral::kFromWorker) || care::mayManage(c.author));
    if (!theirs || !editsOnly(c.intent, [](FieldTag tag) { return isOutcomeRead(tag) || isCountedByHome(tag); })) {
        return {ErrorCode::NotPermitted, "an outcome is read by who asked for it"};
    }
    if (from != ReferralState::Completed && from != ReferralState::Declined) {
        return {ErrorCode::WrongState, "there is no outcome to read"};
    }
    return f.get(referral::kOutcomeReadBy) == c.author.worker && f.get(referral::kOutcomeReadAt).isKnown()
               ? ok()
               : missing(referral::kOutcomeReadBy);
}

// Said by whoever has it; before anybody has, by whoever it is addressed to.
Result<void> checkSaidOnce(const Change& c) {
    const auto& was = c.before->fields;
    const auto& is = c.after.fields;
    const auto taker = was.get(referral::kAcceptedBy);
    if (edits(c.intent, referral::kFirstContactAt) && !taker.empty() && taker != c.author.worker) {
        return {ErrorCode::NotPermitted, "field " + std::string{referral::kFirstContactAt.name}};
    }
    // Who and when are one thing said; passing it on takes both away.
    const bool saysSeen = changes(c, referral::kSeenAt) || changes(c, referral::kSeenBy);
    const bool whole = is.get(referral::kSeenBy).empty() != is.get(referral::kSeenAt).isKnown();
    return saysSeen && !was.get(referral::kSeenAt).isKnown() && !whole ? missing(referral::kSeenBy) : ok();
}

Result<void> checkMoved(const Change& c, ReferralState to) {
    if (to == ReferralState::Sent) {
        return {ErrorCode::WrongState, "sent to where it is"};
    }
    for (const auto& edit : difference(c.before->fields, c.after.fields)) {
        if (edit.field == referral::kAcceptedBy.tag && to != ReferralState::Accepted) {
            return {ErrorCode::WrongState, "nobody accepts by that move"};
        }
        if (edit.field == referral::kRedirectedBecause.tag || edit.field == referral::kReopenedBecause.tag) {
            return {ErrorCode::WrongState, "nothing is passed on by that move"};
        }
        if (edit.field == referral::kSuggestedService.tag && to != ReferralState::Declined) {
            return {ErrorCode::WrongState, "another service is suggested by who declines"};
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
        const auto& was = before->fields;
        if (was.get(referral::kSeenAt).isKnown()) {
            f.put(referral::kSeenAt, was.get(referral::kSeenAt));
            f.put(referral::kSeenBy, was.get(referral::kSeenBy));
        }
        if (was.get(referral::kOutcomeReadAt).isKnown()) {
            f.put(referral::kOutcomeReadAt, was.get(referral::kOutcomeReadAt));
            f.put(referral::kOutcomeReadBy, was.get(referral::kOutcomeReadBy));
        }
        // Not before it was here to be answered, and not in what is still to come: a device's clock may say either.
        if (was.get(referral::kFirstContactAt).isKnown()) {
            f.put(referral::kFirstContactAt, was.get(referral::kFirstContactAt));
        } else if (const WallTime met = f.get(referral::kFirstContactAt); met.isKnown()) {
            f.put(referral::kFirstContactAt, std::min(std::max(met, was.get(referral::kArrivedAt)), now));
        }
        settlePassing(*before, after, now);
        return;
    }
    f.put(referral::kArrivedAt, now);
    f.put(referral::kWaitsSince, now);
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
    // Whoever stands in answers once the time is up; until then it is still its worker's.
    const bool standsIn = *side == ReferralSide::Receiver && c.author.agency != c.before->home &&
                          !isAddressedTo(c.author, *c.before) && !isInHandOf(c.author, *c.before);
    if (standsIn && !hasFallenToDuty(*c.before, c.now)) {
        return {ErrorCode::NotPermitted, "it is still for its worker to answer"};
    }
    if (edits(c.intent, referral::kOutcomeReadBy) || edits(c.intent, referral::kOutcomeReadAt)) {
        return checkOutcomeRead(c, *from);
    }
    if (*side == ReferralSide::Sender && isReopened(*c.before, c.after)) {
        return checkReopening(c);
    }
    const bool saidOnce = *side == ReferralSide::Receiver &&
                          editsOnly(c.intent, [](FieldTag tag) { return isSaidOnce(tag) || isCountedByHome(tag); });
    if (!isOpen(*from) && !saidOnce) {
        return {ErrorCode::Immutable, "the referral is closed"};
    }
    FS_TRY(checkSide(c, *side, *from));
    FS_TRY(checkNames(c));
    FS_TRY(checkSaidOnce(c));
    if (isPassedOn(*c.before, c.after)) {
        return checkPassing(c, *side, *from, *to);
    }
    if (*from != *to) {
        FS_TRY(checkMove(*from, *to, *side));
        return checkMoved(c, *to);
    }
    if (changes(c, referral::kReopenedBecause) || changes(c, referral::kRedirectedBecause)) {
        return {ErrorCode::WrongState, "the referral is there already"};
    }
    // Without a move the receiver has nothing to say but what is said once: a second acceptance ends here.
    return *side == ReferralSide::Sender || saidOnce
               ? ok()
               : Result<void>{ErrorCode::WrongState, "the referral is there already"};
}

bool justAccepted(const Change& c) {
    return c.after.type == RecordType::Referral && c.before != nullptr &&
           c.before->fields.text(referral::kState) != name(ReferralState::Accepted) &&
           c.after.fields.text(referral::kState) == name(ReferralState::Accepted);
}

} // namespace frontsheet
