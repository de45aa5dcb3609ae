#include "core/usecases/permissions.h"

#include "core/domain/referral_machine.h"
#include "core/domain/schema/permission.h"
#include "core/domain/schema/person_link.h"
#include "core/domain/schema/referral.h"
#include "core/domain/sharing/permission_codec.h"
#include "core/usecases/own_person.h"

#include <algorithm>
#include <tuple>

namespace frontsheet {

namespace {

namespace stated = permission_statement;
namespace notice = permission_notice;
namespace review_of = objection_review;

bool isWaiting(const About& about, const RecordId& id) {
    return std::binary_search(about.waiting.begin(), about.waiting.end(), id);
}

ToldUs toldUs(const Record& record, bool waiting) {
    ToldUs out;
    out.notice = record.id;
    out.person = record.person;
    const auto& f = record.fields;
    // A permission that this program cannot read whole is shown as what it can read of it.
    out.statement = sharing::statementIn(record).value_or(sharing::PermissionStatement{});
    out.from = f.get(notice::kFromAgency);
    out.receivedAt = f.get(notice::kReceivedAt);
    out.waiting = waiting;
    const bool withdrawn = f.get(notice::kWithdrawnAt).isKnown();
    out.acknowledgedAt = f.get(withdrawn ? notice::kWithdrawalAcknowledgedAt : notice::kAcknowledgedAt);
    out.acknowledgedBy = f.get(withdrawn ? notice::kWithdrawalAcknowledgedBy : notice::kAcknowledgedBy);
    out.words = f.get(withdrawn ? notice::kWithdrawalAcknowledgedWords : notice::kAcknowledgedWords);
    out.toAcknowledge = !out.acknowledgedAt.isKnown();
    return out;
}

std::optional<KeptThere> keptThere(const Record& record, const AgencyId& me) {
    if (record.type != RecordType::Referral || record.home != me) {
        return std::nullopt;
    }
    const auto& f = record.fields;
    const auto state = referralState(f.text(referral::kState));
    const bool taken = !f.get(referral::kAcceptedBy).empty();
    if (!state || !taken || f.get(referral::kToAgency) == me) {
        return std::nullopt;
    }
    return KeptThere{f.get(referral::kToAgency), f.get(referral::kNeed), f.get(referral::kAnsweredAt)};
}

std::vector<AgencyId> holdersOf(const About& about, const AgencyId& me) {
    std::vector<AgencyId> out;
    for (const auto& record : about.records) {
        if (record.type == RecordType::Registration) {
            out.push_back(record.home);
        } else if (record.type == RecordType::PersonLink && record.fields.text(person_link::kState) == "stated") {
            out.push_back(record.fields.get(person_link::kOtherAgency));
        }
    }
    std::erase_if(out, [&](const AgencyId& agency) { return agency.empty() || agency == me; });
    std::sort(out.begin(), out.end());
    out.erase(std::unique(out.begin(), out.end()), out.end());
    return out;
}

} // namespace

Result<Record> Permissions::load(const RecordId& id, RecordType type) {
    FS_ASSIGN(auto found, m_work.reader.record(id));
    if (!found || found->record.type != type) {
        return {ErrorCode::NotFound, "what the person said"};
    }
    return std::move(found->record);
}

Record Permissions::drafted(const NewStatement& wanted) const {
    Record record = newRecord(m_work, RecordType::PermissionStatement, wanted.person, Category::Involvement);
    sharing::PermissionStatement statement;
    statement.kind = wanted.kind;
    statement.home = wanted.home;
    statement.receiver = wanted.receiver;
    statement.category = wanted.category;
    statement.purpose = wanted.purpose;
    statement.askedAt = record.occurredAt;
    statement.askedBy = m_work.me.worker;
    statement.askedByAgency = m_work.me.agency;
    statement.how = wanted.how;
    statement.givenBy = wanted.givenBy;
    statement.authority = wanted.authority;
    if (!wanted.decidedWhy.empty()) {
        statement.capacity = sharing::Capacity::BestInterests;
        statement.decidedBy = m_work.me.worker;
        statement.decidedWhy = wanted.decidedWhy;
    }
    statement.words = wanted.words;
    statement.until = wanted.until;
    sharing::putStatement(record.fields, statement);
    return record;
}

Record Permissions::withdrawn(const Record& statement, sharing::WithdrawnWhy why) const {
    Record after = statement;
    after.fields.put(stated::kWithdrawnAt, m_work.clock.now());
    after.fields.put(stated::kWithdrawnBy, m_work.me.worker);
    after.fields.put(stated::kWithdrawnWhy, std::string{sharing::wordOf(why)});
    return after;
}

Result<RecordId> Permissions::record(const NewStatement& statement) {
    const Record record = drafted(statement);
    FS_ASSIGN(auto intent, intentFor(m_work, std::nullopt, record));
    FS_TRY(m_work.writer.save({intent}));
    return record.id;
}

Result<void> Permissions::withdraw(const RecordId& id) {
    FS_ASSIGN(const auto before, load(id, RecordType::PermissionStatement));
    if (before.fields.get(stated::kWithdrawnAt).isKnown()) {
        return ok();
    }
    FS_ASSIGN(auto intent, intentFor(m_work, before, withdrawn(before, sharing::WithdrawnWhy::ChangedMind)));
    return m_work.writer.save({intent});
}

Result<RecordId> Permissions::correct(const RecordId& wrong, const NewStatement& right) {
    FS_ASSIGN(const auto before, load(wrong, RecordType::PermissionStatement));
    if (before.fields.get(stated::kWithdrawnAt).isKnown()) {
        return {ErrorCode::Immutable, "withdrawn already"};
    }
    if (before.person != right.person && before.person != ownIdOf(m_work.reader, m_work.me.agency, right.person)) {
        return {ErrorCode::InvalidArgument, "a correction about somebody else"};
    }
    Record record = drafted(right);
    record.fields.put(stated::kCorrects, wrong);
    FS_ASSIGN(auto takenBack, intentFor(m_work, before, withdrawn(before, sharing::WithdrawnWhy::RecordedWrongly)));
    FS_ASSIGN(auto stands, intentFor(m_work, std::nullopt, record));
    takenBack.transaction = stands.transaction = m_work.ids.random<TransactionId>();
    FS_TRY(m_work.writer.save({takenBack, stands}));
    return record.id;
}

Said Permissions::describe(const Record& record, bool waiting, const std::vector<AgencyId>& holders) const {
    Said out;
    out.statement = sharing::statementIn(record).value_or(sharing::PermissionStatement{});
    out.home = record.home;
    out.mine = record.home == m_work.me.agency;
    out.waiting = waiting;
    if (out.statement.kind == sharing::StatementKind::RestrictedLocation) {
        return out; // told to nobody
    }
    const auto due = sharing::dueDelivery(out.statement);
    for (const auto& agency : sharing::addressees(out.statement, holders)) {
        if (agency == record.home) {
            continue;
        }
        Told told{agency, due, {}, {}, {}, {}};
        for (const auto& delivery : out.statement.deliveries) {
            if (delivery.agency == agency && delivery.of == due) {
                told.deliveredAt = delivery.deliveredAt;
                told.acknowledgedAt = delivery.acknowledgedAt;
                told.acknowledgedBy = delivery.acknowledgedBy;
                told.words = delivery.words;
            }
        }
        out.told.push_back(std::move(told));
    }
    return out;
}

Result<PersonsPermissions> Permissions::of(const PersonId& person) {
    FS_ASSIGN(const auto about, loadAbout(m_work.reader, person));
    PersonsPermissions out;
    out.holders = holdersOf(about, m_work.me.agency);
    for (const auto& record : about.records) {
        const bool waiting = isWaiting(about, record.id);
        if (record.type == RecordType::PermissionStatement) {
            out.said.push_back(describe(record, waiting, out.holders));
        } else if (record.type == RecordType::PermissionNotice) {
            out.toldUs.push_back(toldUs(record, waiting));
        } else if (auto kept = keptThere(record, m_work.me.agency)) {
            out.kept.push_back(std::move(*kept));
        }
    }
    std::sort(out.said.begin(), out.said.end(), [](const Said& a, const Said& b) {
        return std::tie(b.statement.askedAt, b.statement.id) < std::tie(a.statement.askedAt, a.statement.id);
    });
    return out;
}

Result<std::vector<ToldUs>> Permissions::toAcknowledge(std::size_t limit) {
    FS_ASSIGN(const auto listed, m_work.reader.worklist(Worklist::NoticesToAcknowledge, m_work.me.agency.str(), limit));
    std::vector<ToldUs> out;
    for (const auto& working : listed) {
        // Somebody whom nothing here joins to a person of this agency is nobody that a worker could do anything about.
        FS_ASSIGN(const auto same, m_work.reader.sameHuman(working.record.person));
        if (same.size() < 2) {
            continue;
        }
        FS_ASSIGN(const auto names, spokenNames(m_work.reader, same));
        out.push_back(toldUs(working.record, working.waiting));
        out.back().personName = names.empty() ? std::string{} : names.begin()->second;
    }
    return out;
}

Result<void> Permissions::acknowledge(const RecordId& id, const std::string& words) {
    FS_ASSIGN(const auto before, load(id, RecordType::PermissionNotice));
    if (!toldUs(before, false).toAcknowledge) {
        return ok();
    }
    Record after = before;
    const bool withdrawal = before.fields.get(notice::kWithdrawnAt).isKnown();
    after.fields.put(withdrawal ? notice::kWithdrawalAcknowledgedAt : notice::kAcknowledgedAt, m_work.clock.now());
    after.fields.put(withdrawal ? notice::kWithdrawalAcknowledgedBy : notice::kAcknowledgedBy, m_work.me.worker);
    after.fields.put(withdrawal ? notice::kWithdrawalAcknowledgedWords : notice::kAcknowledgedWords, words);
    FS_ASSIGN(auto intent, intentFor(m_work, before, after));
    return m_work.writer.save({intent});
}

Result<bool> Permissions::objects(const PersonId& person, const AgencyId& receiver, Category category) {
    FS_ASSIGN(const auto about, loadAbout(m_work.reader, person));
    const WallTime now = m_work.clock.now();
    return std::any_of(about.records.begin(), about.records.end(), [&](const Record& record) {
        if (record.home != m_work.me.agency) {
            return false;
        }
        const auto said = sharing::inEffectHere(record);
        return said && said->kind == sharing::StatementKind::Objection && sharing::isInForce(*said, now) &&
               (!said->category || *said->category == category) &&
               (said->home.empty() || said->home == m_work.me.agency) &&
               (said->receiver.empty() || said->receiver == receiver);
    });
}

Result<std::vector<ObjectionReviewRow>> Permissions::reviews(std::size_t limit) {
    FS_ASSIGN(const auto listed, m_work.reader.worklist(Worklist::ObjectionReviews, m_work.me.agency.str(), limit));
    std::vector<PersonId> persons;
    for (const auto& working : listed) {
        persons.push_back(working.record.person);
    }
    FS_ASSIGN(const auto names, spokenNames(m_work.reader, std::move(persons)));
    std::vector<ObjectionReviewRow> out;
    for (const auto& working : listed) {
        const auto& record = working.record;
        const auto& f = record.fields;
        const auto name = names.find(record.person);
        out.push_back({record.id, f.get(review_of::kReferral), record.person,
                       name == names.end() ? std::string{} : name->second, f.get(review_of::kToAgency),
                       f.get(review_of::kSentBy), f.get(review_of::kSentAt), f.get(review_of::kReason),
                       f.get(review_of::kSentBy) == m_work.me.worker});
    }
    return out;
}

Result<void> Permissions::review(const RecordId& id, ReviewFinding finding, const std::string& words) {
    FS_ASSIGN(const auto before, load(id, RecordType::ObjectionReview));
    Record after = before;
    after.fields.put(review_of::kState, std::string{finding == ReviewFinding::Right ? "right" : "not-right"});
    after.fields.put(review_of::kReviewedBy, m_work.me.worker);
    after.fields.put(review_of::kReviewedAt, m_work.clock.now());
    after.fields.put(review_of::kWords, words);
    FS_ASSIGN(auto intent, intentFor(m_work, before, after));
    return m_work.writer.save({intent});
}

} // namespace frontsheet
