#include "sync/server/push.h"

#include "core/base/planted_bug.h"
#include "core/domain/admit.h"
#include "core/domain/asking.h"
#include "core/domain/concern.h"
#include "core/domain/referral_passing.h"
#include "core/domain/schema/record_schema.h"
#include "core/domain/schema/referral.h"
#include "core/domain/sharing/record_view.h"
#include "sync/server/limits.h"
#include "sync/server/next_version.h"
#include "sync/server/relationship_rows.h"
#include "sync/server/removal/late_inbox.h"
#include "sync/server/standing_words.h"
#include "sync/wire/body_codec.h"
#include "sync/wire/intent_codec.h"
#include "sync/wire/wire_limits.h"

#include <algorithm>
#include <unordered_map>
#include <unordered_set>

namespace frontsheet {

bool isRefusal(ErrorCode code) {
    const auto number = static_cast<unsigned>(code);
    return (number >= 200 && number < 300) || (number >= 400 && number < 500) || code == ErrorCode::NotFound ||
           code == ErrorCode::InvalidArgument || code == ErrorCode::Unsupported;
}

// A transaction of intents as it would stand.
struct Push::Taken {
    std::vector<RecordWrite> writes;
    std::unordered_map<RecordId, std::size_t> newest; // into writes
    std::vector<IntentResult> results;

    [[nodiscard]] std::size_t bodyBytes() const {
        std::size_t bytes = 0;
        for (const auto& w : writes) {
            bytes += w.body.size();
        }
        return bytes;
    }

    void write(Record record) {
        Bytes body = wire::encodeBody(record.fields);
        newest[record.id] = writes.size();
        writes.push_back({std::move(record), std::move(body)});
    }
};

namespace {

// By its sender's agency, or opened again, which sends it once more. Passed on among the receiver's own desks it goes nowhere new, and
// need not stay with who passes it on.
bool isSentElsewhere(const Principal& author, const Record& before, const Record& after) {
    return after.type == RecordType::Referral && author.agency == after.home &&
           (isPassedOn(before, after) || isReopened(before, after));
}

IntentResult refused(const OpId& op, ErrorCode reason) { return {op, IntentOutcome::Refused, reason, HomeVersion{}}; }

} // namespace

Result<std::vector<IntentResult>> Push::take(const wire::SyncRequest& request) {
    std::vector<IntentResult> results(request.push.size());
    std::unordered_map<TransactionId, std::vector<std::size_t>> members;
    for (std::size_t i = 0; i < request.push.size(); ++i) {
        const auto& id = request.push[i].intent.transaction;
        if (!id.isNull()) {
            members[id].push_back(i);
        }
    }
    std::unordered_map<TransactionId, ErrorCode> broken;
    for (std::size_t i = 0; i < request.unacceptableTransactions.size(); ++i) {
        broken.emplace(request.unacceptableTransactions[i], request.unacceptable[i].reason);
    }
    std::vector<Asked> asked;
    for (std::size_t i = 0; i < request.push.size(); ++i) {
        const auto& transaction = request.push[i].intent.transaction;
        std::vector<std::size_t> places{i};
        if (!transaction.isNull()) {
            places = members[transaction];
            if (places.front() != i) {
                continue; // done with its first
            }
            if (const auto reason = broken.find(transaction); reason != broken.end()) {
                for (const std::size_t place : places) {
                    results[place] = refused(request.push[place].intent.op, reason->second);
                }
                continue;
            }
        }
        asked.clear();
        for (const std::size_t place : places) {
            const Intent& intent = request.push[place].intent;
            const auto hash = wire::intentHash(intent);
            asked.push_back({&intent, Bytes{reinterpret_cast<const char*>(hash.data()), hash.size()}});
        }
        FS_ASSIGN(auto taken, takeTransaction(asked));
        for (std::size_t k = 0; k < places.size(); ++k) {
            results[places[k]] = taken[k];
        }
    }
    // What could not even be read is answered for good, too; it has no hash to be remembered by and will read no better.
    results.insert(results.end(), request.unacceptable.begin(), request.unacceptable.end());
    return results;
}

// The answers that were given before, when any was: nothing is done twice, and nothing is added later to a transaction
// that was answered.
Result<std::optional<std::vector<IntentResult>>> Push::answeredBefore(const std::vector<Asked>& intents) {
    std::vector<IntentResult> results;
    bool any = false;
    for (const auto& asked : intents) {
        FS_ASSIGN(auto operation, m_ledger.operation(m_author.device, asked.intent->op));
        if (planted(PlantedBug::ForgottenAnswers)) {
            operation.reset();
        }
        if (!operation) {
            results.push_back(refused(asked.intent->op, ErrorCode::Conflict));
            continue;
        }
        any = true;
        const bool same = wire::isHashOf(operation->hash, *asked.intent);
        results.push_back(same ? operation->result : refused(asked.intent->op, ErrorCode::Duplicate));
    }
    return any ? std::optional{std::move(results)} : std::nullopt;
}

Result<std::vector<IntentResult>> Push::takeTransaction(const std::vector<Asked>& intents) {
    FS_ASSIGN(auto answered, answeredBefore(intents));
    if (answered) {
        return std::move(*answered);
    }
    Taken taken;
    std::unordered_set<OpId> ops;
    const Intent* judged = nullptr;
    Result<void> fits = intents.size() > server_limits::kIntentsPerTransaction
                            ? Result<void>{ErrorCode::TooLarge, "transaction"}
                            : ok();
    for (const auto& asked : intents) {
        if (!ops.insert(asked.intent->op).second) {
            // Two edits under one identity cannot both be remembered; nothing of this is stored either.
            return std::vector<IntentResult>(intents.size(), refused(asked.intent->op, ErrorCode::Duplicate));
        }
        if (fits) {
            judged = asked.intent;
            fits = admitOne(*asked.intent, taken);
        }
    }
    if (fits && taken.bodyBytes() > server_limits::kBytesPerTransaction) {
        fits = {ErrorCode::TooLarge, "transaction"};
    }
    if (!fits) {
        if (!isRefusal(fits.error().code)) {
            return fits.error();
        }
        const ErrorCode reason = fits.error().code;
        // Who never could is refused; who could when they wrote it is held.
        const bool denied = reason == ErrorCode::NotPermitted || reason == ErrorCode::NotFound;
        FS_ASSIGN(const bool late,
                  denied&& judged != nullptr ? cameTooLate(*judged, reason, taken) : Result<bool>{false});
        taken = Taken{};
        m_about.clear(); // what it wrote, which may have joined the author to somebody, is undone
        m_posts.reset();
        std::vector<const Intent*> all;
        for (const auto& asked : intents) {
            all.push_back(asked.intent);
            taken.results.push_back(refused(asked.intent->op, reason));
        }
        if (late) {
            FS_ASSIGN(taken.results, removal::LateInbox(m_ledger, m_author, m_now).hold(all, ErrorCode::NotPermitted));
        }
    }
    FS_TRY(keep(taken));
    for (std::size_t i = 0; i < intents.size(); ++i) {
        FS_TRY(m_ledger.remember(m_author.device, {intents[i].hash, taken.results[i]}, m_now));
    }
    return std::move(taken.results);
}

Result<void> Push::keep(Taken& taken) {
    const auto joins = [](const RecordWrite& write) {
        const auto type = write.record.type;
        return type == RecordType::CareTeamMembership || type == RecordType::Referral ||
               type == RecordType::Registration || type == RecordType::EmergencyAccess ||
               type == RecordType::PersonLink || isStatement(type);
    };
    if (std::any_of(taken.writes.begin(), taken.writes.end(), joins)) {
        m_about.clear(); // to be asked of the ledger again; a link says something of other ids, too
    }
    if (!taken.writes.empty()) {
        FS_TRY(m_ledger.append(taken.writes));
    }
    return ok();
}

// The grant is what is missing, and this device had it; or it is about what waits in the late inbox itself.
Result<bool> Push::cameTooLate(const Intent& intent, ErrorCode reason, const Taken& taken) {
    FS_ASSIGN(const auto before, current(intent.record, taken));
    const Record* record = before ? &*before : nullptr;
    FS_ASSIGN(const auto past, removal::LateInbox(m_ledger, m_author, m_now).past(intent, before));
    const bool readdressed = record != nullptr && record->type == RecordType::Referral;
    if (!readdressed && !mayContribute(m_author, intent.home, intent.type, record, Relationships{true, true})) {
        return false; // nobody in their place may write this
    }
    if (reason == ErrorCode::NotFound && !before) {
        return past.waits;
    }
    Record asked = before ? *before : withIntent(std::nullopt, intent);
    if (!before) {
        asked.author = m_author.worker;
        asked.authorAgency = m_author.agency;
    }
    FS_ASSIGN(const auto decision, decisionOn(asked));
    FS_ASSIGN(const auto* known, about(asked.person));
    const bool mayNow =
        decision.mayContribute() && mayContribute(m_author, intent.home, intent.type, record, known->joined.direct);
    // Who may read it and not write it was never able to, as far as the grant goes.
    const bool readsOnly = decision.releases() && !decision.mayContribute();
    return past.waits || (past.could && !mayNow && !readsOnly);
}

Result<const Push::About*> Push::about(const PersonId& person) {
    if (const auto known = m_about.find(person); known != m_about.end()) {
        return &known->second;
    }
    if (!m_posts) {
        FS_ASSIGN(m_posts, Posts::of(m_ledger, m_author, m_sharing));
    }
    About about;
    FS_ASSIGN(about.joined, joinedTo(m_ledger, m_author, *m_posts, person, m_now));
    if (!person.isNull()) {
        FS_ASSIGN(about.said, m_ledger.statements().statementsOf(person));
    }
    return &m_about.emplace(person, std::move(about)).first->second;
}

// Of what this transaction writes, what joins the author to somebody counts for what follows in it.
void Push::relate(const Record& written) {
    switch (written.type) {
    case RecordType::CareTeamMembership: {
        const auto known = m_about.find(written.person);
        if (known != m_about.end() && isCurrentMember(m_author, written, m_now)) {
            known->second.joined.direct.careTeam = true;
            known->second.joined.all = known->second.joined.all | sharing::Relationship::CareTeam;
        }
        break;
    }
    case RecordType::Worker:
    case RecordType::Service:
    case RecordType::ContactPoint:
        m_posts.reset();
        break;
    default:
        break;
    }
}

Result<sharing::Decision> Push::decisionOn(const Record& record) {
    const RecordSchema* schema = schemaOf(record.type);
    if (schema != nullptr && schema->subject == Subject::Directory) {
        // The directory is the agency's own to keep; whom it lets do so is mayContribute()'s.
        sharing::Decision own;
        own.newer = sharing::NewerFields::Released;
        own.access = record.home == m_author.agency ? sharing::Access::Contribute : sharing::Access::Read;
        return own;
    }
    FS_ASSIGN(const auto* known, about(record.person));
    const sharing::RecordView view{record, m_author, known->joined.direct};
    if (!m_purposes) {
        m_purposes = m_sharing.agreements.purposesOf(m_author, m_ledger.home());
    }
    return decide(sharing::Viewer{m_author, *m_purposes, known->joined.all}, view.facts(), m_sharing.agreements,
                  known->said, m_now);
}

Result<void> Push::mayEdit(const Record& record) {
    FS_ASSIGN(const auto decision, decisionOn(record));
    if (decision.mayContribute()) {
        return ok();
    }
    // What one may not see is answered like what is not there: for own workers that is NotFound, partners hear the same of
    // everything.
    const bool unseen = !decision.releases() && record.home == m_author.agency;
    return {unseen ? ErrorCode::NotFound : ErrorCode::NotPermitted, "no relationship"};
}

// What the author makes, files or sends elsewhere, or signs must be theirs to write as it then stands.
Result<void> Push::mayLeaveAs(const std::optional<Record>& before, const Record& after, const Taken& taken) {
    const bool moved = before && (before->category != after.category || isSentElsewhere(m_author, *before, after) ||
                                  (sharing::standingOf(*before) == sharing::Standing::Draft &&
                                   sharing::standingOf(after) != sharing::Standing::Draft));
    if (before && !moved) {
        return ok();
    }
    FS_ASSIGN(const auto decision, decisionOn(after));
    if (!decision.mayContribute()) {
        return {ErrorCode::NotPermitted, "no relationship"};
    }
    return decision.reason == sharing::Reason::OwnConcern ? mayRaise(after, taken) : ok();
}

// Nobody puts away words of which they were shown a part.
Result<void> Push::maySettle(const Record& before, const Intent& intent) {
    if (intent.settles.empty() || before.fields.others().empty()) {
        return ok();
    }
    FS_ASSIGN(const auto decision, decisionOn(before));
    const auto isShown = [&](const OtherVersion::Said& said) {
        const auto bit = sharing::bitOf(before.type, said.field);
        return bit ? decision.fields.has(*bit) : decision.newer == sharing::NewerFields::Released;
    };
    for (const auto& other : before.fields.others()) {
        const bool named = std::find(intent.settles.begin(), intent.settles.end(), other.op) != intent.settles.end();
        if (named && !std::all_of(other.says.begin(), other.says.end(), isShown)) {
            return {ErrorCode::NotPermitted, "a version not shown whole"};
        }
    }
    return ok();
}

Result<void> Push::mayRaise(const Record& after, const Taken& taken) {
    bool may = false;
    if (after.type == RecordType::ReferralMessage) {
        FS_ASSIGN(const auto on, current(after.fields.get(referral_message::kReferral), taken));
        may = on && on->person == after.person && isConcern(*on) && isOwnConcern(m_author, *on);
    } else {
        const auto look = [&](const KeptRecord& kept) -> Result<Walk> {
            if (kept.header.type == RecordType::ContactPoint) {
                Record point = kept.header;
                FS_ASSIGN(point.fields, wire::decodeBody(kept.body));
                may = isAddressedToPoint(after, point);
            }
            return may ? Walk::Stop : Walk::On;
        };
        const bool within = after.fields.get(referral::kToAgency) == m_ledger.home();
        FS_TRY(within ? m_ledger.records({RecordRange::Of::Directory, {}, {}}, look) : m_ledger.partnerRecords(look));
    }
    return may ? ok() : Result<void>{ErrorCode::NotPermitted, "no relationship"};
}

Result<std::vector<IntentResult>> Push::release(const std::vector<const Intent*>& transaction) {
    m_grant = Grant::Waived;
    Taken taken;
    for (const Intent* intent : transaction) {
        FS_TRY(admitOne(*intent, taken));
    }
    FS_TRY(keep(taken));
    return std::move(taken.results);
}

Result<std::optional<Record>> Push::current(const RecordId& id, const Taken& taken) {
    if (const auto found = taken.newest.find(id); found != taken.newest.end()) {
        return std::optional{taken.writes[found->second].record};
    }
    FS_ASSIGN(auto kept, m_ledger.record(id));
    if (!kept) {
        return std::optional<Record>{};
    }
    FS_ASSIGN(auto fields, wire::decodeBody(kept->body));
    Record record = std::move(kept->header);
    record.fields = std::move(fields);
    return std::optional{std::move(record)};
}

// What only the ledger can know: a message belongs to a referral that is here and about the same person.
Result<void> Push::checkReferences(const Record& record, const Taken& taken) {
    if (record.type != RecordType::ReferralMessage) {
        return ok();
    }
    FS_ASSIGN(const auto parent, current(record.fields.get(referral_message::kReferral), taken));
    // Filed as it is, so that whoever may not see a concern does not read of it in its messages.
    const bool on = parent && parent->type == RecordType::Referral && parent->person == record.person &&
                    parent->category == record.category;
    if (!on) {
        return {ErrorCode::NotFound, "the message's referral"};
    }
    return ok();
}

Result<void> Push::admitOne(const Intent& intent, Taken& taken) {
    FS_ASSIGN(const auto before, current(intent.record, taken));
    Relationships relationships{true, true};
    const bool judged = m_grant == Grant::AsItStands;
    if (judged) {
        FS_ASSIGN(const auto* known, about(before ? before->person : intent.person));
        relationships = known->joined.direct;
        FS_TRY(before ? mayEdit(*before) : ok()); // before anything about the record, so that a guess learns nothing
    }
    FS_ASSIGN(const auto whole, removal::withWhatWasSeen(m_ledger, before, intent));
    FS_ASSIGN(auto admission, admit(m_author, before, whole, relationships, m_now));
    FS_TRY(judged && admission.changed ? mayLeaveAs(before, admission.record, taken) : ok());
    FS_TRY(judged && before ? maySettle(*before, intent) : ok());
    if (admission.outcome == IntentOutcome::Conflict && admission.changed) {
        FS_TRY(attributeStanding(m_ledger, *before, admission.record));
    }
    relate(admission.record);
    if (!before) {
        FS_TRY(checkReferences(admission.record, taken));
    }
    HomeVersion version = before ? before->version : HomeVersion{};
    if (admission.changed) {
        if (!m_line) {
            FS_ASSIGN(const auto head, m_ledger.head());
            m_line = head.line;
        }
        version = versionAfter(version, *m_line);
        admission.record.version = version;
        admission.record.recordedAt = m_now;
        FS_ASSIGN(auto joins, whoJoins(before, admission.record, whole.occurredAt, taken));
        if (joins) {
            admission.consequences.push_back(std::move(*joins));
        }
        taken.write(std::move(admission.record));
        if (taken.writes.back().body.size() > wire::kMaxBodyBytes) {
            return {ErrorCode::TooLarge, "record"};
        }
    }
    for (auto& consequence : admission.consequences) {
        if (consequence.id.isNull()) {
            consequence.id = m_ids.timeOrdered<RecordId>(m_now);
        }
        consequence.version.n = 1;
        consequence.recordedAt = m_now;
        relate(consequence);
        taken.write(std::move(consequence));
    }
    taken.results.push_back({intent.op, admission.outcome, ErrorCode{}, version});
    return ok();
}

Result<std::optional<Record>> Push::whoJoins(const std::optional<Record>& before, const Record& after,
                                             WallTime occurredAt, const Taken& taken) {
    const auto whom = asksAnew(before ? &*before : nullptr, after);
    if (!whom) {
        return std::optional<Record>{};
    }
    const Principal asked{whom->agency, whom->worker, {}, {}};
    FS_ASSIGN(const auto rows, m_ledger.membershipsAbout(after.person));
    const bool stands = std::any_of(rows.begin(), rows.end(),
                                    [&](const Membership& row) { return isCurrentMember(asked, row, m_now); });
    const bool written = std::any_of(taken.writes.begin(), taken.writes.end(), [&](const RecordWrite& write) {
        return write.record.person == after.person && isCurrentMember(asked, write.record, m_now);
    });
    if (stands || written) {
        return std::optional<Record>{};
    }
    if (m_author.agency != after.home) {
        return {ErrorCode::NotPermitted, "who is asked is not on the care team"};
    }
    return std::optional{membershipByAsking(after, *whom, m_author, occurredAt, m_now)};
}

} // namespace frontsheet
