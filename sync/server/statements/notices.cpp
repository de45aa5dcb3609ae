#include "sync/server/statements/notices.h"

#include "core/domain/schema/permission.h"
#include "core/domain/sharing/permission_codec.h"
#include "sync/server/limits.h"
#include "sync/server/next_version.h"
#include "sync/wire/body_codec.h"

#include <sodium.h>

#include <algorithm>
#include <charconv>

namespace frontsheet::statements {

namespace {

namespace n = permission_notice;

Result<std::optional<Record>> recordOf(LedgerReads& reads, const RecordId& id, RecordType type) {
    FS_ASSIGN(auto found, reads.record(id));
    if (!found || found->header.type != type) {
        return std::optional<Record>{};
    }
    Record record = std::move(found->header);
    FS_ASSIGN(record.fields, wire::decodeBody(found->body));
    return std::optional{std::move(record)};
}

Result<void> appendNext(LedgerWrites& writes, Record record, WallTime now) {
    FS_ASSIGN(record.version, nextVersion(writes, record.version));
    record.recordedAt = now;
    record.authorAgency = writes.home();
    record.author = WorkerId{}; // the server itself
    Bytes body = wire::encodeBody(record.fields);
    const RecordWrite write{std::move(record), std::move(body)};
    return writes.append(std::span{&write, 1});
}

// Read as it stands, unreadable permissions too: the partner must hear of them all the same.
Result<bool> isFor(LedgerReads& reads, const AgencyId& partner, const Record& record) {
    const auto& f = record.fields;
    if (f.text(permission_statement::kKind) == sharing::wordOf(sharing::StatementKind::RestrictedLocation)) {
        return false;
    }
    const auto home = f.get(permission_statement::kHome);
    const auto receiver = f.get(permission_statement::kReceiver);
    if (home == partner || receiver == partner) {
        return true;
    }
    return home.empty() ? reads.statements().isKnownAt(record.person, partner) : Result<bool>{false};
}

std::string confirmedKey(const AgencyId& partner) { return "notices held by " + partner.str(); }

Result<std::uint64_t> confirmed(LedgerReads& reads, const AgencyId& partner) {
    FS_ASSIGN(const auto note, reads.note(confirmedKey(partner)));
    std::uint64_t seq = 0;
    if (note) {
        (void)std::from_chars(note->data(), note->data() + note->size(), seq);
    }
    return seq;
}

sharing::DeliveryOf dueOf(const Record& statement) {
    return statement.fields.get(permission_statement::kWithdrawnAt).isKnown() ? sharing::DeliveryOf::Withdrawal
                                                                              : sharing::DeliveryOf::Given;
}

Result<void> noteHeld(LedgerWrites& writes, const AgencyId& partner, const RecordId& id, WallTime now) {
    FS_ASSIGN(auto record, recordOf(writes, id, RecordType::PermissionStatement));
    if (!record) {
        return ok();
    }
    FS_ASSIGN(const bool addressed, isFor(writes, partner, *record));
    auto deliveries = sharing::deliveriesIn(record->fields);
    if (!addressed || !sharing::noteDelivered(deliveries, partner, dueOf(*record), now)) {
        return ok();
    }
    sharing::putDeliveries(record->fields, deliveries);
    return appendNext(writes, std::move(*record), now);
}

Result<void> noteAnswer(LedgerWrites& writes, const AgencyId& partner, sharing::Acknowledgement answer, WallTime now) {
    FS_ASSIGN(auto record, recordOf(writes, answer.statement, RecordType::PermissionStatement));
    if (!record) {
        return ok();
    }
    FS_ASSIGN(const bool addressed, isFor(writes, partner, *record));
    const bool early =
        answer.of == sharing::DeliveryOf::Withdrawal && dueOf(*record) != sharing::DeliveryOf::Withdrawal;
    if (!addressed || early) {
        return ok(); // nobody asked them
    }
    answer.at = std::min(answer.at, now);
    auto deliveries = sharing::deliveriesIn(record->fields);
    if (!sharing::noteAcknowledged(deliveries, partner, answer)) {
        return ok();
    }
    sharing::putDeliveries(record->fields, deliveries);
    return appendNext(writes, std::move(*record), now);
}

// One record for one statement of one agency, whatever id it claims.
RecordId noticeId(const AgencyId& home, const AgencyId& partner, const RecordId& statement) {
    const std::string key = "permission notice\n" + home.str() + "\n" + partner.str() + "\n" + statement.hex();
    RecordId id;
    crypto_generichash(id.bytes.data(), id.bytes.size(), reinterpret_cast<const unsigned char*>(key.data()), key.size(),
                       nullptr, 0);
    return id;
}

} // namespace

Result<void> addNotices(LedgerReads& reads, const AgencyId& partner, wire::PeerFacts& facts) {
    FS_ASSIGN(const auto changed, reads.statements().changedSince(RecordType::PermissionStatement, facts.noticeSeq,
                                                                  server_limits::kNoticesPerPull));
    for (const auto& one : changed) {
        facts.noticeSeq = one.seq;
        FS_ASSIGN(const auto record, recordOf(reads, one.record, RecordType::PermissionStatement));
        if (!record) {
            continue;
        }
        FS_ASSIGN(const bool addressed, isFor(reads, partner, *record));
        if (addressed) {
            facts.notices.push_back({record->person, sharing::noticeOf(*record)});
        }
    }
    facts.more = facts.more || changed.size() >= server_limits::kNoticesPerPull;
    return ok();
}

Result<bool> saysAnythingNew(LedgerReads& reads, const AgencyId& partner, const wire::PeerPull& said) {
    if (!said.acknowledgements.empty()) {
        return true;
    }
    FS_ASSIGN(const auto head, reads.head());
    FS_ASSIGN(const auto held, confirmed(reads, partner));
    if (said.noticeSeq > head.feedSeq || said.noticeSeq <= held) {
        return false;
    }
    FS_ASSIGN(const auto changed, reads.statements().changedSince(RecordType::PermissionStatement, held, 1));
    return !changed.empty() && changed.front().seq <= said.noticeSeq;
}

Result<void> noteAnswers(LedgerWrites& writes, const AgencyId& partner, const wire::PeerPull& said, WallTime now) {
    for (const auto& answer : said.acknowledgements) {
        FS_TRY(noteAnswer(writes, partner, answer, now));
    }
    FS_ASSIGN(const auto head, writes.head());
    FS_ASSIGN(auto held, confirmed(writes, partner));
    if (said.noticeSeq > head.feedSeq || said.noticeSeq <= held) {
        return ok();
    }
    while (held < said.noticeSeq) {
        FS_ASSIGN(const auto changed, writes.statements().changedSince(RecordType::PermissionStatement, held,
                                                                       server_limits::kNoticesPerPull));
        held = said.noticeSeq;
        for (const auto& one : changed) {
            if (one.seq > said.noticeSeq) {
                break;
            }
            held = one.seq;
            FS_TRY(noteHeld(writes, partner, one.record, now));
        }
        if (changed.size() < server_limits::kNoticesPerPull) {
            break;
        }
    }
    return writes.keepNote(confirmedKey(partner), std::to_string(said.noticeSeq));
}

Result<void> takeNotice(LedgerWrites& writes, const AgencyId& partner, const wire::Notice& notice, WallTime now) {
    const auto id = noticeId(writes.home(), partner, notice.fields.get(n::kStatement));
    FS_ASSIGN(auto held, recordOf(writes, id, RecordType::PermissionNotice));
    Record record;
    if (held) {
        record = std::move(*held);
        if (record.person != notice.person ||
            record.fields.get(n::kStatementVersion) > notice.fields.get(n::kStatementVersion)) {
            return ok(); // about somebody else it would be another statement; an older one is a restored ledger's
        }
        if (record.fields.get(n::kWithdrawnAt).isKnown() && !notice.fields.get(n::kWithdrawnAt).isKnown()) {
            return ok(); // withdrawn is withdrawn
        }
    } else {
        record.id = id;
        record.type = RecordType::PermissionNotice;
        record.home = writes.home();
        record.person = notice.person;
        record.category = Category::Involvement;
        record.occurredAt = now;
        record.fields.put(n::kReceivedAt, now);
    }
    FieldSet fields = notice.fields;
    for (const FieldSpec& own :
         {FieldSpec{n::kReceivedAt}, FieldSpec{n::kAcknowledgedAt}, FieldSpec{n::kAcknowledgedBy},
          FieldSpec{n::kAcknowledgedWords}, FieldSpec{n::kWithdrawalAcknowledgedAt},
          FieldSpec{n::kWithdrawalAcknowledgedBy}, FieldSpec{n::kWithdrawalAcknowledgedWords}}) {
        if (const Value* value = record.fields.find(own.tag)) {
            fields.set(own.tag, *value);
        }
    }
    // Its sender notes what became of it at others in new versions: of no interest here.
    FieldSet was = record.fields;
    was.put(n::kStatementVersion, fields.get(n::kStatementVersion));
    if (was == fields) {
        return ok();
    }
    record.fields = std::move(fields);
    return appendNext(writes, std::move(record), now);
}

Result<Answers> answersTo(LedgerReads& reads, const AgencyId& partner, std::uint64_t seq) {
    Answers out;
    out.upTo = seq;
    FS_ASSIGN(const auto changed,
              reads.statements().changedSince(RecordType::PermissionNotice, seq, server_limits::kNoticesPerPull));
    for (const auto& one : changed) {
        FS_ASSIGN(const auto record, recordOf(reads, one.record, RecordType::PermissionNotice));
        if (record && record->fields.get(n::kFromAgency) == partner) {
            auto answers = sharing::acknowledgementsIn(*record);
            if (out.acknowledgements.size() + answers.size() > wire::kMaxAcknowledgementsPerPull) {
                out.more = true;
                return out;
            }
            std::move(answers.begin(), answers.end(), std::back_inserter(out.acknowledgements));
        }
        out.upTo = one.seq;
    }
    out.more = changed.size() >= server_limits::kNoticesPerPull;
    return out;
}

} // namespace frontsheet::statements
