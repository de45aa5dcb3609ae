#include "core/domain/permission_rules.h"

#include "core/domain/change_checks.h"
#include "core/domain/referral_rules.h"
#include "core/domain/schema/permission.h"
#include "core/domain/schema/referral.h"
#include "core/domain/sharing/agreement_words.h"
#include "core/domain/sharing/permission_codec.h"

#include <algorithm>
#include <iterator>

namespace frontsheet {

namespace {

namespace s = permission_statement;
namespace n = permission_notice;
namespace r = objection_review;

void notLaterThan(FieldSet& fields, const TimeField& field, WallTime now) {
    if (fields.get(field) > now) {
        fields.put(field, now);
    }
}

void settleStatement(const Record* before, FieldSet& f, WallTime now) {
    if (before == nullptr) {
        notLaterThan(f, s::kAskedAt, now);
        return;
    }
    const auto& was = before->fields;
    if (was.get(s::kWithdrawnAt).isKnown()) {
        f.put(s::kWithdrawnAt, was.get(s::kWithdrawnAt));
        f.put(s::kWithdrawnBy, was.get(s::kWithdrawnBy));
        f.put(s::kWithdrawnWhy, was.get(s::kWithdrawnWhy));
        return;
    }
    notLaterThan(f, s::kWithdrawnAt, now);
    if (!f.get(s::kWithdrawnAt).isKnown()) {
        return;
    }
    f.erase(s::kWhere.tag); // nobody needs it any more, and others may be hiding there
    if (f.get(s::kWithdrawnAt) < f.get(s::kAskedAt)) {
        f.put(s::kWithdrawnAt, now); // a clock that is behind
    }
}

struct Answer {
    const TimeField& at;
    const WorkerField& by;
    const TextField& words;
};
constexpr Answer kOfGiven{n::kAcknowledgedAt, n::kAcknowledgedBy, n::kAcknowledgedWords};
constexpr Answer kOfWithdrawal{n::kWithdrawalAcknowledgedAt, n::kWithdrawalAcknowledgedBy,
                               n::kWithdrawalAcknowledgedWords};

void settleAnswer(const FieldSet& was, FieldSet& f, const Answer& answer, WallTime now) {
    if (was.get(answer.at).isKnown()) {
        f.put(answer.at, was.get(answer.at));
        f.put(answer.by, was.get(answer.by));
        f.put(answer.words, was.get(answer.words));
    } else {
        notLaterThan(f, answer.at, now);
    }
}

Result<void> checkCodes(const FieldSet& f) {
    if (!sharing::statementKind(f.text(s::kKind))) {
        return missing(s::kKind);
    }
    if (!sharing::howAsked(f.text(s::kHow))) {
        return missing(s::kHow);
    }
    if (!sharing::givenBy(f.text(s::kGivenBy))) {
        // Next of kin among them: they can neither permit nor object in a person's name.
        return {ErrorCode::NotPermitted, "only the person, an attorney or a deputy can say"};
    }
    if (!sharing::capacity(f.text(s::kCapacity))) {
        return missing(s::kCapacity);
    }
    FS_TRY(sharing::checkReaders(f, s::kReaders));
    const bool knows = (f.text(s::kCategory).empty() || sharing::fromWord<Category>(f.text(s::kCategory))) &&
                       (f.text(s::kPurpose).empty() || sharing::fromWord<sharing::Purpose>(f.text(s::kPurpose)));
    return knows ? ok() : Result<void>{ErrorCode::Malformed, "category or purpose of a statement"};
}

bool restrictsLocation(const FieldSet& f) {
    return f.text(s::kKind) == sharing::wordOf(sharing::StatementKind::RestrictedLocation);
}

// Whoever hides must not be found because a date passed, or because somebody of another agency was named.
Result<void> checkNewRestriction(const Change& c, const sharing::PermissionStatement& statement) {
    if (statement.until.isKnown()) {
        return {ErrorCode::InvalidArgument, "a hidden address comes to light by somebody's word, not by a date"};
    }
    if (!statement.home.empty() || !statement.receiver.empty() || statement.category || statement.purpose) {
        return {ErrorCode::InvalidArgument, "where somebody lives is hidden from everybody"};
    }
    if (statement.readers.empty()) {
        return missing(s::kReaders);
    }
    const bool own = std::all_of(statement.readers.begin(), statement.readers.end(),
                                 [&](const sharing::NamedReader& reader) { return reader.agency == c.after.home; });
    return own ? ok() : Result<void>{ErrorCode::NotPermitted, "readers of another agency"};
}

Result<void> checkNewStatement(const Change& c) {
    const auto& f = c.after.fields;
    FS_TRY(checkCodes(f));
    if (f.get(s::kAskedByAgency) != c.after.home) {
        return missing(s::kAskedByAgency);
    }
    const auto statement = sharing::statementIn(c.after);
    if (!statement) {
        return {ErrorCode::Malformed, "permission"};
    }
    if (statement->withdrawnAt.isKnown() || !statement->withdrawnBy.empty() || !f.text(s::kWithdrawnWhy).empty()) {
        return {ErrorCode::WrongState, "withdrawn before it was recorded"};
    }
    const bool needsWhy = statement->capacity == sharing::Capacity::BestInterests;
    if (needsWhy && isBlank(statement->decidedWhy)) {
        return missing(s::kDecidedWhy);
    }
    if (statement->givenBy != sharing::GivenBy::Person && isBlank(statement->authority)) {
        return missing(s::kAuthority);
    }
    if (statement->kind == sharing::StatementKind::RestrictedLocation) {
        FS_TRY(checkNewRestriction(c, *statement));
    } else if (!statement->where.empty()) {
        return {ErrorCode::InvalidArgument, "an address that nothing hides"};
    }
    return sharing::checkStatement(*statement);
}

// Visits are their visitor's own to plan and to take back, so that nobody is given an address by somebody else's entry.
Result<void> checkVisits(const Change& c) {
    const auto was = c.before->fields.get(s::kVisits);
    const auto is = c.after.fields.get(s::kVisits);
    std::vector<std::string> changed;
    std::set_symmetric_difference(was.begin(), was.end(), is.begin(), is.end(), std::back_inserter(changed));
    const auto readers = sharing::readersIn(c.after.fields, s::kReaders);
    const bool named = std::find(readers.begin(), readers.end(),
                                 sharing::NamedReader{c.author.agency, c.author.worker}) != readers.end();
    const std::string own = c.author.worker.str() + "/";
    const bool mine =
        std::all_of(changed.begin(), changed.end(), [&](const std::string& visit) { return visit.starts_with(own); });
    return changed.empty() || (mine && named) ? ok() : Result<void>{ErrorCode::NotPermitted, "somebody else's visit"};
}

// Who may know, who visits, and that it ends: for those who know of it, and for who recorded it.
Result<void> checkRestriction(const Change& c) {
    const auto before = sharing::statementIn(*c.before);
    const sharing::NamedReader author{c.author.agency, c.author.worker};
    const bool concerned = before && author.agency == c.after.home &&
                           (before->askedBy == author.worker ||
                            std::find(before->readers.begin(), before->readers.end(), author) != before->readers.end());
    if (!concerned) {
        return {ErrorCode::NotPermitted, "who may know where somebody lives is for those who know to say"};
    }
    const auto readers = sharing::readersIn(c.after.fields, s::kReaders);
    const bool own = std::all_of(readers.begin(), readers.end(),
                                 [&](const sharing::NamedReader& reader) { return reader.agency == c.after.home; });
    if (!own || readers.empty()) {
        return {ErrorCode::NotPermitted, "readers of another agency, or none"};
    }
    if (c.before->fields.get(s::kWithdrawnAt).isKnown() && changesOnly(c, {s::kReaders.tag, s::kVisits.tag})) {
        return {ErrorCode::WrongState, "lifted already"};
    }
    return checkVisits(c);
}

Result<void> checkAnswer(const Change& c, const Answer& answer, const WorkerId& author) {
    const auto& f = c.after.fields;
    const bool answers = changes(c, answer.at) || changes(c, answer.by) || changes(c, answer.words);
    if (!answers) {
        return ok();
    }
    if (!f.get(answer.at).isKnown()) {
        return missing(answer.at);
    }
    if (f.text(answer.words).size() > sharing::kMaxAcknowledgementBytes) {
        return {ErrorCode::TooLarge, "field " + std::string{answer.words.name}};
    }
    return f.get(answer.by) == author ? ok() : missing(answer.by);
}

} // namespace

void settlePermission(const Record* before, Record& after, WallTime now) {
    if (after.type == RecordType::PermissionStatement) {
        settleStatement(before, after.fields, now);
    } else if (after.type == RecordType::PermissionNotice && before != nullptr) {
        settleAnswer(before->fields, after.fields, kOfGiven, now);
        settleAnswer(before->fields, after.fields, kOfWithdrawal, now);
    }
}

Result<void> checkPermissionStatement(const Change& c) {
    const auto& f = c.after.fields;
    const bool setsDeliveries =
        c.before == nullptr ? f.find(s::kDeliveries.tag) != nullptr : changes(c, s::kDeliveries);
    if (setsDeliveries) {
        return {ErrorCode::NotPermitted, "what reached other agencies is the home's to say"};
    }
    if (c.before == nullptr) {
        return checkNewStatement(c);
    }
    FS_TRY(sharing::checkReaders(f, s::kReaders));
    const bool restricts = restrictsLocation(c.before->fields);
    if (restricts) {
        FS_TRY(checkRestriction(c));
        if (changesOnly(c, {s::kReaders.tag, s::kVisits.tag})) {
            return ok(); // who visits next is not part of what was said
        }
    }
    const bool erased = f.get(s::kWithdrawnAt).isKnown() && f.find(s::kWhere.tag) == nullptr;
    if (!changesOnly(c, {s::kWithdrawnAt.tag, s::kWithdrawnBy.tag, s::kWithdrawnWhy.tag,
                         erased ? s::kWhere.tag : s::kWithdrawnWhy.tag})) {
        return {ErrorCode::Immutable, "what was said is corrected by a new statement"};
    }
    if (!f.get(s::kWithdrawnAt).isKnown()) {
        return missing(s::kWithdrawnAt);
    }
    return f.get(s::kWithdrawnBy) == c.author.worker ? ok() : missing(s::kWithdrawnBy);
}

Result<void> checkPermissionNotice(const Change& c) {
    if (c.before == nullptr) {
        return {ErrorCode::NotPermitted, "a notice comes from another agency's server"};
    }
    if (!changesOnly(c, {kOfGiven.at.tag, kOfGiven.by.tag, kOfGiven.words.tag, kOfWithdrawal.at.tag,
                         kOfWithdrawal.by.tag, kOfWithdrawal.words.tag})) {
        return {ErrorCode::Immutable, "a notice is kept as it came"};
    }
    if (!c.after.fields.get(n::kWithdrawnAt).isKnown() && c.after.fields.get(kOfWithdrawal.at).isKnown()) {
        return {ErrorCode::WrongState, "nothing was withdrawn"};
    }
    FS_TRY(checkAnswer(c, kOfGiven, c.author.worker));
    return checkAnswer(c, kOfWithdrawal, c.author.worker);
}

Result<void> checkObjectionReview(const Change& c) {
    if (c.before == nullptr) {
        return {ErrorCode::NotPermitted, "a review comes with the concern it is about"};
    }
    if (!changesOnly(c, {r::kState.tag, r::kReviewedBy.tag, r::kReviewedAt.tag, r::kWords.tag})) {
        return {ErrorCode::Immutable, "what is reviewed stays as it was"};
    }
    const auto& f = c.after.fields;
    if (c.before->fields.text(r::kState) != "awaiting") {
        return {ErrorCode::Immutable, "reviewed already"};
    }
    if (f.text(r::kState) != "right" && f.text(r::kState) != "not-right") {
        return {ErrorCode::WrongState, "review state"};
    }
    if (f.get(r::kReviewedBy) != c.author.worker || !f.get(r::kReviewedAt).isKnown()) {
        return missing(r::kReviewedBy);
    }
    if (f.get(r::kReviewedBy) == f.get(r::kSentBy)) {
        return {ErrorCode::NotPermitted, "nobody reviews what they sent themselves"};
    }
    return isBlank(f.text(r::kWords)) ? missing(r::kWords) : ok();
}

std::optional<Record> reviewOfConcern(const Change& c) {
    const auto& f = c.after.fields;
    if (c.after.type != RecordType::Referral || c.before != nullptr || isBlank(f.text(referral::kDespiteObjection))) {
        return std::nullopt;
    }
    Record review;
    review.type = RecordType::ObjectionReview;
    review.home = c.after.home;
    review.person = c.after.person;
    review.category = Category::Involvement;
    review.authorAgency = c.author.agency;
    review.author = c.author.worker;
    review.occurredAt = c.intent.occurredAt;
    review.fields.put(r::kReferral, c.after.id);
    review.fields.put(r::kToAgency, f.get(referral::kToAgency));
    review.fields.put(r::kSentBy, c.author.worker);
    review.fields.put(r::kSentAt, c.now);
    review.fields.put(r::kReason, f.get(referral::kDespiteObjection));
    review.fields.put(r::kState, std::string{"awaiting"});
    return review;
}

} // namespace frontsheet
