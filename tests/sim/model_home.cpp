#include "tests/sim/model_home.h"

#include "core/domain/admit.h"
#include "core/domain/canonical.h"
#include "core/domain/referral_machine.h"
#include "core/domain/schema/care_team.h"
#include "core/domain/schema/record_schema.h"
#include "core/domain/schema/referral.h"
#include "core/domain/sharing/permission_codec.h"
#include "core/domain/sharing/record_view.h"
#include "core/domain/two_versions.h"
#include "sync/wire/body_codec.h"
#include "sync/wire/intent_codec.h"
#include "tests/sim/naive_merge.h"

#include <algorithm>

namespace frontsheet::sim {

namespace {

Record wholeOf(const Record& header, BytesView body) {
    Record record = header;
    record.fields = wire::decodeBody(body).value_or(FieldSet{});
    return record;
}

// Whose words a second version was told to stand against is looked up by the home in the record's history.
FieldSet withoutStanding(FieldSet fields) {
    auto others = fields.others();
    for (auto& other : others) {
        other.standingAgency = {};
        other.standingAuthor = {};
        other.standingSince = {};
    }
    fields.setOthers(std::move(others));
    return fields;
}

bool isSameContent(const Record& a, const Record& b) {
    return a.type == b.type && a.person == b.person && a.category == b.category && a.author == b.author &&
           a.authorAgency == b.authorAgency && a.occurredAt == b.occurredAt && a.recordedAt == b.recordedAt &&
           a.version == b.version && withoutStanding(a.fields) == withoutStanding(b.fields);
}

} // namespace

std::string inWords(IntentOutcome outcome) {
    switch (outcome) {
    case IntentOutcome::Applied:
        return "applied";
    case IntentOutcome::Merged:
        return "merged";
    case IntentOutcome::Conflict:
        return "conflict";
    case IntentOutcome::Held:
        return "held";
    case IntentOutcome::Refused:
        return "refused";
    }
    return "unknown";
}

std::string inWords(const IntentResult& result) {
    const bool why = result.outcome == IntentOutcome::Refused || result.outcome == IntentOutcome::Held;
    return inWords(result.outcome) + (why ? " (" + std::string{name(result.reason)} + ")" : "") + " at version " +
           std::to_string(result.version.n);
}

std::string inWords(RecordType type) {
    const RecordSchema* schema = schemaOf(type);
    return schema == nullptr ? "record" : std::string{schema->name};
}

// What is known

const Record* ModelHome::current(const RecordId& id) const {
    const auto found = m_records.find(id);
    return found == m_records.end() ? nullptr : &found->second.back();
}

const Record* ModelHome::version(const RecordId& id, HomeVersion version) const {
    const auto found = m_records.find(id);
    return found == m_records.end() || version.n == 0 || version.n > found->second.size()
               ? nullptr
               : &found->second[version.n - 1];
}

const Record* ModelHome::newest(const RecordId& id, const Changed* over) const {
    if (over != nullptr) {
        if (const auto found = over->find(id); found != over->end()) {
            return &found->second;
        }
    }
    return current(id);
}

std::vector<const Record*> ModelHome::about(const PersonId& person, const Changed* over) const {
    std::vector<const Record*> out;
    if (const auto known = m_about.find(person); known != m_about.end()) {
        for (const auto& id : known->second) {
            out.push_back(newest(id, over));
        }
    }
    if (over != nullptr) {
        for (const auto& [id, record] : *over) {
            if (record.person == person && !m_records.contains(id)) {
                out.push_back(&record);
            }
        }
    }
    return out;
}

const ModelHome::Kept* ModelHome::answered(const DeviceId& device, const OpId& op) const {
    const auto found = m_answered.find({device, op});
    return found == m_answered.end() ? nullptr : &found->second;
}

void ModelHome::noteReleased(const DeviceId& device, const Record& record) {
    m_released.insert({device, {record.person, record.category}});
}

// Sharing

Joining ModelHome::joining(const Principal& who, const PersonId& person, WallTime now, const Changed* over) const {
    Joining out;
    if (person.isNull()) {
        return out;
    }
    for (const Record* record : about(person, over)) {
        if (record->type == RecordType::CareTeamMembership) {
            const auto until = record->fields.get(care_team::kUntil);
            const bool names = record->fields.get(care_team::kAgency) == who.agency &&
                               record->fields.get(care_team::kWorker) == who.worker;
            out.direct.careTeam = out.direct.careTeam || (names && (until.ms == 0 || now.ms < until.ms));
        }
        if (record->type == RecordType::Referral) {
            const auto state = record->fields.get(referral::kState);
            const bool over_ = state == "completed" || state == "declined" || state == "withdrawn";
            const auto worker = record->fields.get(referral::kToWorker);
            const bool toThem =
                record->fields.get(referral::kToAgency) == who.agency && (worker.empty() || worker == who.worker);
            out.direct.addressedReferral = out.direct.addressedReferral || (toThem && !over_);
        }
    }
    if (out.direct.careTeam) {
        out.all = out.all | sharing::Relationship::CareTeam;
    }
    if (out.direct.addressedReferral) {
        out.all = out.all | sharing::Relationship::AddressedReferral;
    }
    return out;
}

naive::Answer ModelHome::decides(const Principal& who, const Record& record, WallTime now, const Changed* over) const {
    const auto joined = joining(who, record.person, now, over);
    std::vector<sharing::PermissionStatement> said;
    for (const Record* other : about(record.person, over)) {
        if (auto statement = sharing::inEffectHere(*other)) {
            said.push_back(std::move(*statement));
        }
    }
    const sharing::RecordView view{record, who, joined.direct};
    return naive::decide({who, sharing::PurposeSet::all(), joined.all}, view.facts(), m_terms.authored(), said, now);
}

// A referral and its messages come to a device with others' referrals, or because the referral is open and addressed to its worker:
// once it is closed, having been addressed gives nothing any more.
bool ModelHome::reachesAsReferral(const Principal& who, const Record& record, WallTime now) const {
    if (record.type != RecordType::Referral && record.type != RecordType::ReferralMessage) {
        return true;
    }
    const Record* on =
        record.type == RecordType::Referral ? &record : current(record.fields.get(referral_message::kReferral));
    if (on != nullptr) {
        const auto worker = on->fields.get(referral::kToWorker);
        const auto state = referralState(on->fields.text(referral::kState));
        if (on->fields.get(referral::kToAgency) == who.agency && (worker.empty() || worker == who.worker) && state &&
            isOpen(*state)) {
            return true;
        }
    }
    const auto joined = joining(who, record.person, now);
    const AgencyId noAgency;
    const WorkerId noWorker;
    std::vector<sharing::PermissionStatement> said;
    for (const Record* other : about(record.person, nullptr)) {
        if (auto statement = sharing::inEffectHere(*other)) {
            said.push_back(std::move(*statement));
        }
    }
    for (const auto type : {RecordType::Referral, RecordType::ReferralMessage}) {
        const sharing::RecordFacts facts{
            m_agency, type, record.category, sharing::Standing::Plain, sharing::Addressing::ToOthers, noAgency,
            noWorker, {}};
        const auto answer =
            naive::decide({who, sharing::PurposeSet::all(), joined.all}, facts, m_terms.authored(), said, now);
        if (!answer.fields.empty() || answer.newer) {
            return true;
        }
    }
    return false;
}

std::optional<Record> ModelHome::shown(const Principal& who, const Record& record, WallTime now) const {
    const auto answer = decides(who, record, now);
    if ((answer.fields.empty() && !answer.newer) || !reachesAsReferral(who, record, now)) {
        return std::nullopt;
    }
    const SetField* readers = readersFieldOf(record.type);
    Record out = record;
    FieldSet fields;
    const auto may = [&](FieldTag tag) {
        const bool known = schemaOf(record.type) != nullptr && schemaOf(record.type)->field(tag) != nullptr;
        const bool named = readers != nullptr && readers->tag == tag;
        return known ? answer.fields.contains(tag.number) || named : answer.newer;
    };
    for (const auto& [tag, value] : record.fields) {
        if (may(tag)) {
            fields.set(tag, value);
        }
    }
    std::vector<OtherVersion> others;
    for (OtherVersion other : record.fields.others()) {
        std::vector<OtherVersion::Said> says;
        for (const auto& said : other.says) {
            if (may(said.field)) {
                says.push_back(said);
            }
        }
        other.says = std::move(says);
        if (!other.says.empty()) {
            others.push_back(std::move(other));
        }
    }
    fields.setOthers(std::move(others));
    out.fields = std::move(fields);
    return out;
}

std::map<RecordId, Record> ModelHome::allShown(const Principal& who, WallTime now) const {
    std::map<RecordId, Record> out;
    for (const auto& [id, versions] : m_records) {
        if (auto seen = shown(who, versions.back(), now)) {
            out.emplace(id, std::move(*seen));
        }
    }
    return out;
}

// Judging

struct ModelHome::Made {
    std::vector<Record> writes;
    Changed changed;     // by this transaction, on top of what came before it
    Changed memberships; // of those: what joins the author at once
};

Intent ModelHome::withWhatWasSeen(Intent intent, const Record* before) const {
    const Record* then = before == nullptr || intent.base.n == 0 || intent.base > before->version
                             ? nullptr
                             : (intent.base == before->version ? before : version(before->id, intent.base));
    if (then == nullptr) {
        return intent;
    }
    for (auto& edit : intent.edits) {
        if (!edit.before) {
            const Value* value = then->fields.find(edit.field);
            edit.before = value == nullptr ? std::nullopt : std::optional{*value};
        }
    }
    return intent;
}

// In words, when a version of somebody's words is lost that nobody has settled, or the one that came is not there.
std::string lostVersion(const Record* before, const Intent& intent, const Met& met, const FieldSet& after) {
    const auto has = [&after](const OpId& op) {
        return std::any_of(after.others().begin(), after.others().end(),
                           [&op](const OtherVersion& other) { return other.op == op; });
    };
    for (const auto& other : before != nullptr ? before->fields.others() : std::vector<OtherVersion>{}) {
        const bool settled = std::find(intent.settles.begin(), intent.settles.end(), other.op) != intent.settles.end();
        // Its own author goes on from it.
        const bool goesOn =
            met.conflict && std::any_of(other.says.begin(), other.says.end(), [&](const auto& said) {
                return std::any_of(intent.edits.begin(), intent.edits.end(), [&](const FieldEdit& edit) {
                    return edit.field == said.field && edit.before == said.value;
                });
            });
        if (!has(other.op) && !settled && !goesOn) {
            return "a version of somebody's words is gone, and nobody settled it";
        }
    }
    return met.conflict && !has(intent.op) ? "words in conflict are not kept beside what stands" : std::string{};
}

// The reason of the refusal; nullopt: taken, and `made` and `expected` say how.
std::optional<ErrorCode> ModelHome::admits(const Principal& author, const Intent& intent, WallTime now,
                                           const Changed& over, Made& made, Expected& expected) const {
    Changed all = over;
    for (const auto& [id, record] : made.changed) {
        all.insert_or_assign(id, record);
    }
    // What joins is asked of the state before the transaction, but for memberships that it makes itself.
    Changed joins = over;
    for (const auto& [id, record] : made.memberships) {
        joins.insert_or_assign(id, record);
    }
    const Record* before = newest(intent.record, &all);
    const PersonId& person = before != nullptr ? before->person : intent.person;
    const auto mayWrite = [&](const Record& record) { return decides(author, record, now, &joins); };
    if (before != nullptr) {
        const auto answer = mayWrite(*before);
        if (!answer.contribute) {
            const bool unseen = answer.fields.empty() && !answer.newer && m_agency == author.agency;
            return unseen ? ErrorCode::NotFound : ErrorCode::NotPermitted;
        }
    }
    const auto whole = withWhatWasSeen(intent, before);
    const auto direct = joining(author, person, now, &joins).direct;
    const auto was = before != nullptr ? std::optional{*before} : std::nullopt;
    auto admission = admit(author, was, whole, direct, now);
    if (!admission) {
        return admission.error().code;
    }
    const auto moved = [&] {
        if (before == nullptr) {
            return true;
        }
        const Record& after = admission->record;
        const bool readdressed = after.type == RecordType::Referral &&
                                 (before->fields.get(referral::kToService) != after.fields.get(referral::kToService) ||
                                  before->fields.get(referral::kToWorker) != after.fields.get(referral::kToWorker));
        return before->category != after.category || readdressed ||
               (sharing::standingOf(*before) == sharing::Standing::Draft &&
                sharing::standingOf(after) != sharing::Standing::Draft);
    };
    if (admission->changed && moved() && !mayWrite(admission->record).contribute) {
        return ErrorCode::NotPermitted;
    }
    // Nobody puts away words of which they are shown a part.
    if (before != nullptr && !intent.settles.empty()) {
        const auto answer = mayWrite(*before);
        for (const auto& other : before->fields.others()) {
            const bool named =
                std::find(intent.settles.begin(), intent.settles.end(), other.op) != intent.settles.end();
            const bool whole_ = std::all_of(other.says.begin(), other.says.end(), [&](const OtherVersion::Said& said) {
                return answer.fields.contains(said.field.number);
            });
            if (named && !whole_) {
                return ErrorCode::NotPermitted;
            }
        }
    }
    if (before == nullptr && admission->record.type == RecordType::ReferralMessage) {
        const Record* on = newest(admission->record.fields.get(referral_message::kReferral), &all);
        const Record& message = admission->record;
        if (on == nullptr || on->type != RecordType::Referral || on->person != message.person ||
            on->category != message.category) {
            return ErrorCode::NotFound;
        }
    }
    // The same once more without the product's merge.
    const auto met = naivelyMerged(before, whole);
    expected.result.outcome = met.conflict                       ? IntentOutcome::Conflict
                              : met.beside && admission->changed ? IntentOutcome::Merged
                                                                 : IntentOutcome::Applied;
    if (met.refused) {
        return ErrorCode::Conflict;
    }
    HomeVersion version = before != nullptr ? before->version : HomeVersion{};
    if (admission->changed) {
        Record record = admission->record;
        FieldSet fields;
        for (const auto& [tag, value] : met.fields) {
            if (!isSettledByHome(record.type, tag)) {
                fields.set(tag, value);
            }
        }
        for (const auto& [tag, value] : record.fields) {
            if (isSettledByHome(record.type, tag)) {
                fields.set(tag, value);
            }
        }
        fields.setOthers(admission->record.fields.others());
        expected.lost = lostVersion(before, intent, met, fields);
        record.fields = std::move(fields);
        record.version.n = ++version.n;
        record.recordedAt = now;
        record.home = m_agency;
        if (record.type == RecordType::CareTeamMembership) {
            made.memberships.insert_or_assign(record.id, record);
        }
        made.changed.insert_or_assign(record.id, record);
        made.writes.push_back(std::move(record));
    }
    for (auto& consequence : admission->consequences) {
        consequence.version.n = 1;
        consequence.recordedAt = now;
        consequence.home = m_agency;
        made.writes.push_back(std::move(consequence));
    }
    expected.result.version = version;
    expected.result.reason = ErrorCode{};
    return std::nullopt;
}

// Who never could write it is refused; who could when they wrote it is held. The model knows for certain only what it has seen go
// to the device.
void ModelHome::markHeld(const Principal& author, const Intent& judged, WallTime now, const Changed& over,
                         Expected& expected) const {
    const Record* before = newest(judged.record, &over);
    expected.mayBeHeld = true;
    if (before != nullptr && before->type == RecordType::Referral) {
        return; // it may have been sent elsewhere since
    }
    expected.mayBeHeld = mayContribute(author, m_agency, judged.type, before, Relationships{true, true});
    if (before == nullptr || !expected.mayBeHeld) {
        return;
    }
    const auto answer = decides(author, *before, now, &over);
    const bool readsIt = !answer.fields.empty() || answer.newer;
    const bool hadIt = m_released.contains({author.device, {before->person, before->category}});
    expected.mustBeHeld = hadIt && !readsIt;
}

ModelHome::Judged ModelHome::judge(const Principal& author, const std::vector<OutgoingIntent>& push,
                                   WallTime now) const {
    Judged judged;
    judged.author = author;
    judged.now = now;
    judged.results.resize(push.size());
    Changed over;
    for (std::size_t i = 0; i < push.size(); ++i) {
        judged.results[i].intent = push[i].intent;
        judged.results[i].result.op = push[i].intent.op;
    }
    for (std::size_t i = 0; i < push.size(); ++i) {
        const auto& id = push[i].intent.transaction;
        Transaction transaction;
        bool first = true;
        for (std::size_t k = 0; k < push.size(); ++k) {
            if (k == i || (!id.isNull() && push[k].intent.transaction == id)) {
                first = first && k >= i;
                transaction.members.push_back(k);
            }
        }
        if (!first) {
            continue;
        }
        const bool again = std::any_of(transaction.members.begin(), transaction.members.end(), [&](std::size_t k) {
            return answered(author.device, push[k].intent.op) != nullptr;
        });
        if (again) {
            for (const auto k : transaction.members) {
                const Kept* before = answered(author.device, push[k].intent.op);
                auto& expected = judged.results[k];
                // The same name for other words (of a device that was set back): refused, and nothing of it remembered.
                const bool other =
                    before != nullptr && wire::intentHash(before->intent) != wire::intentHash(push[k].intent);
                expected.isAnswered = true;
                expected.result = before == nullptr || other
                                      ? IntentResult{push[k].intent.op,
                                                     IntentOutcome::Refused,
                                                     other ? ErrorCode::Duplicate : ErrorCode::Conflict,
                                                     {}}
                                      : before->result;
            }
            continue;
        }
        Made made;
        std::optional<ErrorCode> refused;
        const Intent* fell = nullptr;
        for (const auto k : transaction.members) {
            refused = admits(author, push[k].intent, now, over, made, judged.results[k]);
            if (refused) {
                fell = &push[k].intent;
                break;
            }
        }
        if (refused) {
            for (const auto k : transaction.members) {
                auto& expected = judged.results[k];
                expected.result = {push[k].intent.op, IntentOutcome::Refused, *refused, HomeVersion{}};
                if (*refused == ErrorCode::NotPermitted || *refused == ErrorCode::NotFound) {
                    markHeld(author, *fell, now, over, expected);
                }
            }
        } else {
            transaction.writes = std::move(made.writes);
            for (auto& [record, changed] : made.changed) {
                over.insert_or_assign(record, std::move(changed));
            }
            for (const auto& write : transaction.writes) {
                if (write.id.isNull()) { // a consequence counts for what follows in the request
                    Record stand = write;
                    stand.id.bytes[0] = 0xFF;
                    stand.id.bytes[1] = static_cast<std::uint8_t>(over.size());
                    over.insert_or_assign(stand.id, stand);
                }
            }
        }
        judged.transactions.push_back(std::move(transaction));
    }
    return judged;
}

ModelHome::Judged ModelHome::judgeClosing(const Principal& author, const std::vector<OutgoingIntent>& push,
                                          ErrorCode reason, WallTime now) const {
    Judged judged;
    judged.author = author;
    judged.now = now;
    judged.closing = true;
    for (const auto& outgoing : push) {
        Expected expected;
        expected.intent = outgoing.intent;
        const Kept* before = answered(author.device, outgoing.intent.op);
        expected.isAnswered = before != nullptr;
        expected.result = before != nullptr
                              ? before->result
                              : IntentResult{outgoing.intent.op, IntentOutcome::Held, reason, HomeVersion{}};
        if (before == nullptr) {
            judged.transactions.push_back({{judged.results.size()}, {}});
        }
        judged.results.push_back(std::move(expected));
    }
    return judged;
}

// Observing

void ModelHome::keep(const Record& record) {
    auto& versions = m_records[record.id];
    if (versions.empty()) {
        m_about[record.person].push_back(record.id);
    }
    versions.push_back(record);
}

std::string ModelHome::takeFeed(LedgerReads& reads, std::vector<std::pair<Record, bool>>& out) {
    std::vector<FeedEntry> entries;
    const auto read = reads.feed(m_feedHead, [&](const FeedEntry& entry) -> Result<Walk> {
        entries.push_back(entry);
        return Walk::On;
    });
    if (!read) {
        return "the feed cannot be read: " + describe(read.error());
    }
    const auto head = reads.head();
    if (!head || head->feedSeq != m_feedHead + entries.size()) {
        return "the feed's head is not its last entry";
    }
    std::map<RecordId, std::uint64_t> seen;
    for (const auto& entry : entries) {
        if (entry.seq != ++m_feedHead) {
            return "the feed is not dense: " + std::to_string(entry.seq) + " where " + std::to_string(m_feedHead) +
                   " belongs";
        }
        const auto known = m_records.find(entry.record);
        const std::uint64_t before =
            seen.contains(entry.record) ? seen[entry.record] : (known == m_records.end() ? 0 : known->second.size());
        if (entry.version.n != before + 1) {
            return "version " + std::to_string(entry.version.n) + " of a record follows version " +
                   std::to_string(before);
        }
        seen[entry.record] = entry.version.n;
        const auto found = reads.record(entry.record);
        if (!found || !*found) {
            return "the feed names a record that is not there";
        }
        Record record = wholeOf((*found)->header, (*found)->body);
        if (record.version != entry.version) {
            bool there = false;
            const auto walked = reads.history(entry.record, [&](const KeptRecord& kept) -> Result<Walk> {
                there = kept.header.version == entry.version;
                if (there) {
                    record = wholeOf(kept.header, kept.body);
                }
                return there ? Walk::Stop : Walk::On;
            });
            if (!walked || !there) {
                return "an earlier version of a record is not kept";
            }
            record.type = (*found)->header.type;
            record.person = (*found)->header.person;
            record.home = (*found)->header.home;
        }
        out.emplace_back(std::move(record), entry.endsTransaction);
    }
    return {};
}

std::string ModelHome::observe(LedgerReads& reads, const Judged* judged, Others others) {
    m_lastKept.clear();
    std::vector<std::pair<Record, bool>> fresh;
    if (auto wrong = takeFeed(reads, fresh); !wrong.empty()) {
        return wrong;
    }
    std::size_t at = 0;
    std::size_t kept = 0;
    std::size_t asked = 0;
    for (const auto& transaction : judged != nullptr ? judged->transactions : std::vector<Transaction>{}) {
        for (const auto k : transaction.members) {
            const Expected& expected = judged->results[k];
            const auto operation = reads.operation(judged->author.device, expected.intent.op);
            ++asked;
            if (!operation) {
                return "an answer cannot be looked up";
            }
            if (!*operation) {
                continue;
            }
            ++kept;
            const auto& is = (*operation)->result;
            const bool held = is.outcome == IntentOutcome::Held && is.reason == ErrorCode::NotPermitted;
            const bool wanted = expected.mustBeHeld ? held : is == expected.result || (expected.mayBeHeld && held);
            m_lastKept += (m_lastKept.empty() ? "" : ", ") + expected.intent.op.hex().substr(0, 8) + " " + inWords(is);
            if (!wanted) {
                return "an edit of a " + inWords(expected.intent.type) + " (" + expected.intent.op.hex().substr(0, 8) +
                       ") is " + inWords(is) + " where it must be " +
                       (expected.mustBeHeld ? "held" : inWords(expected.result));
            }
            m_answered[{judged->author.device, expected.intent.op}] = {expected.intent, is};
            if (!expected.lost.empty()) {
                return expected.lost;
            }
        }
    }
    if (kept != 0 && kept != asked) {
        return "half of a push was kept: " + std::to_string(kept) + " of " + std::to_string(asked);
    }
    if (kept != 0) {
        for (const auto& transaction : judged->transactions) {
            for (std::size_t i = 0; i < transaction.writes.size(); ++i, ++at) {
                if (at >= fresh.size()) {
                    return "a version that was accepted has no entry in the feed";
                }
                Record wanted = transaction.writes[i];
                const auto& [is, ends] = fresh[at];
                if ((!wanted.id.isNull() && wanted.id != is.id) || !isSameContent(wanted, is)) {
                    wanted.id = is.id;
                    return "accepted as " + canonicalLine(is) + " where it must be " + canonicalLine(wanted);
                }
                if (ends != (i + 1 == transaction.writes.size())) {
                    return "the feed cuts a transaction";
                }
                keep(is);
            }
        }
    }
    if (at != fresh.size() && others == Others::WriteNothing) {
        return "versions appear that nobody wrote: " + canonicalLine(fresh[at].first);
    }
    for (; at < fresh.size(); ++at) {
        keep(fresh[at].first);
    }
    return {};
}

std::string ModelHome::compareAll(LedgerReads& reads) const {
    std::size_t seen = 0;
    std::string wrong;
    const auto walked = reads.records({}, [&](const KeptRecord& kept) -> Result<Walk> {
        ++seen;
        const Record record = wholeOf(kept.header, kept.body);
        const Record* known = current(record.id);
        if (known == nullptr || canonicalLine(*known) != canonicalLine(record)) {
            wrong = "the ledger has " + canonicalLine(record) + " where the log of versions has " +
                    (known == nullptr ? "nothing" : canonicalLine(*known));
        }
        return wrong.empty() ? Walk::On : Walk::Stop;
    });
    if (!walked) {
        return "the ledger cannot be read: " + describe(walked.error());
    }
    if (wrong.empty() && seen != m_records.size()) {
        return "the ledger has " + std::to_string(seen) + " records where the log of versions has " +
               std::to_string(m_records.size());
    }
    for (const auto& [key, one] : m_answered) {
        const auto operation = reads.operation(key.first, key.second);
        if (wrong.empty() && (!operation || !*operation || (*operation)->result != one.result)) {
            return "an answer that was given is forgotten or another";
        }
    }
    return wrong;
}

} // namespace frontsheet::sim
