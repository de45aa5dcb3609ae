#include "core/usecases/messages.h"

#include "core/domain/decision.h"
#include "core/domain/front_sheet.h"
#include "core/domain/message_reading.h"
#include "core/domain/referral_rules.h"
#include "core/domain/schema/message.h"
#include "core/domain/schema/referral.h"
#include "core/usecases/care_records.h"
#include "core/usecases/own_person.h"

#include <algorithm>
#include <set>
#include <tuple>

namespace frontsheet {

namespace {

constexpr std::size_t kMostUnread = 200;

} // namespace

Result<WorkingRecord> Messages::load(const RecordId& id) {
    FS_ASSIGN(auto found, m_work.reader.record(id));
    if (!found || found->record.type != RecordType::Message) {
        return {ErrorCode::NotFound, "message"};
    }
    return std::move(*found);
}

// What has not been sent yet has no author but whoever works here.
bool Messages::isMine(const Record& message) const { return message.version.n == 0 || isAuthorOf(m_work.me, message); }

Result<std::optional<Intent>> Messages::reading(const Record& message) {
    if (!isWrittenTo(m_work.me, message) || !isUnread(message) || isMine(message)) {
        return std::optional<Intent>{};
    }
    Record after = message;
    putRead(after, m_work.me, m_work.clock.now());
    FS_ASSIGN(auto intent, intentFor(m_work, message, after));
    return std::optional{std::move(intent)};
}

Record Messages::recordOf(const NewMessage& wanted) const {
    Record record = newRecord(m_work, RecordType::Message, wanted.person, Category::Involvement);
    if (!wanted.record.isNull()) {
        record.id = wanted.record;
    }
    auto& f = record.fields;
    f.put(message::kAbout, wanted.about);
    f.put(message::kText, wanted.text);
    f.put(message::kToAgency, wanted.toAgency);
    f.put(message::kToWorker, wanted.toWorker);
    f.put(message::kReplyTo, wanted.replyTo);
    return record;
}

Result<RecordId> Messages::keep(const NewMessage& wanted) {
    const Record record = recordOf(wanted);
    FS_TRY(CareRecords(m_work).keepUnfinished(std::nullopt, record));
    return record.id;
}

Result<std::optional<NewMessage>> Messages::left(const PersonId& person) {
    FS_ASSIGN(const auto kept, CareRecords(m_work).unfinished());
    const auto own = ownIdOf(m_work.reader, m_work.me.agency, person);
    for (const auto& one : kept) {
        const auto& f = one.after.fields;
        if (one.after.type == RecordType::Message && one.after.person == own) {
            return std::optional{NewMessage{one.after.id, person, f.get(message::kAbout), f.get(message::kText),
                                            f.get(message::kToAgency), f.get(message::kToWorker),
                                            f.get(message::kReplyTo)}};
        }
    }
    return std::optional<NewMessage>{};
}

Result<void> Messages::giveUp(const RecordId& record) {
    return record.isNull() ? ok() : CareRecords(m_work).giveUp(record);
}

Result<RecordId> Messages::write(const NewMessage& wanted) {
    if (isBlank(wanted.text)) {
        return {ErrorCode::Missing, "field text"};
    }
    const Record record = recordOf(wanted);
    std::vector<Intent> intents;
    FS_ASSIGN(auto intent, intentFor(m_work, std::nullopt, record));
    intents.push_back(std::move(intent));
    if (!wanted.replyTo.isNull()) {
        FS_ASSIGN(const auto answered, load(wanted.replyTo));
        FS_ASSIGN(auto read, reading(answered.record));
        if (read) {
            intents.push_back(std::move(*read));
        }
    }
    FS_TRY(m_work.writer.save(std::move(intents)));
    FS_TRY(giveUp(record.id));
    return record.id;
}

Result<void> Messages::read(const RecordId& id) {
    FS_ASSIGN(const auto found, load(id));
    FS_ASSIGN(auto intent, reading(found.record));
    return intent ? m_work.writer.save({std::move(*intent)}) : ok();
}

Result<void> Messages::readOnReferral(const RecordId& referral) {
    FS_ASSIGN(const auto waiting, unread());
    std::vector<Intent> intents;
    for (const auto& one : waiting) {
        if (one.message.type == RecordType::ReferralMessage &&
            one.message.fields.get(referral_message::kReferral) == referral) {
            FS_ASSIGN(auto intent, reading(one.message));
            if (intent) {
                intents.push_back(std::move(*intent));
            }
        }
    }
    return intents.empty() ? ok() : m_work.writer.save(std::move(intents));
}

Result<std::vector<MessageShown>> Messages::unread() {
    std::vector<MessageShown> out;
    std::vector<PersonId> persons;
    for (const auto& [list, owner] : {std::pair{Worklist::Messages, m_work.me.worker.str()},
                                      std::pair{Worklist::MessagesAtAgency, m_work.me.agency.str()}}) {
        FS_ASSIGN(auto held, m_work.reader.worklist(list, owner, kMostUnread));
        std::reverse(held.begin(), held.end());
        for (auto& one : held) {
            // What one wrote to one's own duty desk waits for a colleague.
            if (!isMine(one.record)) {
                persons.push_back(one.record.person);
                out.push_back({std::move(one.record), {}, one.waiting, false, false});
            }
        }
    }
    FS_ASSIGN(auto rows, m_work.reader.personRows(persons));
    for (std::size_t at = 0; at < out.size(); ++at) {
        out[at].person = std::move(rows[at]);
    }
    return out;
}

Result<std::vector<MessageShown>> Messages::about(const PersonId& person) {
    FS_ASSIGN(const auto all, loadAbout(m_work.reader, person));
    std::vector<MessageShown> out;
    std::vector<Record> shown;
    std::set<RecordId> answered;
    for (const auto& record : all.records) {
        if (record.type != RecordType::Message) {
            continue;
        }
        answered.insert(record.fields.get(message::kReplyTo));
        out.push_back(
            {record, {}, std::binary_search(all.waiting.begin(), all.waiting.end(), record.id), false, isMine(record)});
        shown.push_back(record);
    }
    noteShown(m_work, shown);
    for (auto& one : out) {
        one.answered = answered.contains(one.message.id);
    }
    std::sort(out.begin(), out.end(), [](const MessageShown& a, const MessageShown& b) {
        return std::tie(a.message.occurredAt, a.message.id) < std::tie(b.message.occurredAt, b.message.id);
    });
    return out;
}

Result<std::vector<WorkerEntry>> Messages::readers(const PersonId& person) {
    FS_ASSIGN(const auto all, loadAbout(m_work.reader, person));
    FS_ASSIGN(const auto directory, loadDirectory(m_work.reader));
    const auto sheet = assembleFrontSheet({all.records, all.waiting, m_work.me.agency, m_work.clock.now()}, directory);
    std::vector<WorkerEntry> out;
    for (const auto& involved : sheet.careTeam) {
        if (involved.worker.code != m_work.me.worker) {
            out.push_back(involved.worker);
            out.back().agency = involved.agency.code;
            out.back().role = involved.role;
        }
    }
    return out;
}

} // namespace frontsheet
