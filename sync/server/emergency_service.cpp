#include "sync/server/emergency_service.h"

#include "core/domain/schema/person_link.h"
#include "core/domain/schema/registration.h"
#include "sync/server/disclosure/disclosure_log.h"
#include "sync/server/next_version.h"
#include "sync/server/push.h"
#include "sync/wire/body_codec.h"

#include <algorithm>
#include <array>

namespace frontsheet {

namespace {

using disclosure::EmergencyStep;

// The same request names the same records: the n-th of them.
RecordId recordOf(const wire::EmergencyRequestId& request, std::size_t n) {
    RecordId id;
    std::copy(request.bytes.begin(), request.bytes.end(), id.bytes.begin());
    id.bytes.back() = static_cast<std::uint8_t>(id.bytes.back() ^ n);
    return id;
}

disclosure::Emergency entryOf(EmergencyStep step, const Principal& who, const Record& access, std::string words) {
    disclosure::Emergency entry;
    entry.step = step;
    std::copy(access.id.bytes.begin(), access.id.bytes.end(), entry.access.bytes.begin());
    entry.person = access.person;
    entry.until = endOf(access);
    entry.who = who;
    entry.words = std::move(words);
    return entry;
}

Result<void> log(LedgerWrites& ledger, disclosure::Emergency entry, WallTime now) {
    FS_ASSIGN(const auto number, disclosure::append(ledger, std::move(entry), now));
    (void)number;
    return ok();
}

} // namespace

Result<EmergencyService::Answer> EmergencyService::handle(const Principal& who, const wire::EmergencyAsk& ask) {
    auto reply = ask.step == wire::EmergencyAskStep::Open  ? open(who, ask)
                 : ask.step == wire::EmergencyAskStep::End ? end(who, ask)
                                                           : review(who, ask);
    if (!reply && !isRefusal(reply.error().code)) {
        return reply.error();
    }
    if (!reply && ask.step == wire::EmergencyAskStep::Open) {
        // Whoever tries birthdays until one fits leaves a trace, though nobody was found.
        disclosure::Emergency sought;
        sought.step = EmergencyStep::Sought;
        sought.who = who;
        FS_TRY(log(m_ledger, std::move(sought), m_now));
    }
    return Answer{std::move(reply)};
}

Result<wire::EmergencyReply> EmergencyService::open(const Principal& who, const wire::EmergencyAsk& ask) {
    if (!mayOpenInEmergency(who, m_ledger.home(), m_agreements, m_now)) {
        return {ErrorCode::NotPermitted, "no clause lets this role open anything in an emergency"};
    }
    FS_TRY(checkWish(ask.wish));
    FS_ASSIGN(const auto before, m_ledger.record(recordOf(ask.request, 0)));
    std::vector<Record> opened;
    if (before) {
        // The answer was lost on its way: the same again.
        for (std::size_t n = 0; n < wire::kMaxEmergencyPersons; ++n) {
            auto again = access(recordOf(ask.request, n));
            if (!again || again->author != who.worker || again->authorAgency != who.agency) {
                break;
            }
            opened.push_back(std::move(*again));
        }
        // A request of another's, or one that names a record, is answered like one that fits nobody: it tells of neither.
        return opened.empty() ? Result<wire::EmergencyReply>{ErrorCode::NotFound, "nobody here"} : replyAbout(opened);
    }
    FS_ASSIGN(const auto persons, meant(ask.wish.person));
    for (std::size_t n = 0; n < persons.size(); ++n) {
        Record access = openedInEmergency(who, m_ledger.home(), persons[n], ask.wish, m_now);
        access.id = recordOf(ask.request, n);
        FS_TRY(log(m_ledger, entryOf(EmergencyStep::Opened, who, access, ask.wish.reason), m_now));
        opened.push_back(access);
        FS_TRY(keep(std::move(access)));
    }
    return replyAbout(opened);
}

Result<wire::EmergencyReply> EmergencyService::end(const Principal& who, const wire::EmergencyAsk& ask) {
    FS_ASSIGN(auto before, access(ask.access));
    FS_ASSIGN(Record ended, endedEarly(who, std::move(before), m_now));
    FS_TRY(log(m_ledger, entryOf(EmergencyStep::Ended, who, ended, {}), m_now));
    FS_TRY(keep(ended));
    return replyAbout({std::move(ended)});
}

Result<wire::EmergencyReply> EmergencyService::review(const Principal& who, const wire::EmergencyAsk& ask) {
    if (who.agency != m_ledger.home() || !m_agreements.isAuditor(who)) {
        return {ErrorCode::NotPermitted, "reviews are the audit role's"};
    }
    FS_ASSIGN(auto before, access(ask.access));
    FS_ASSIGN(Record done, reviewed(who, std::move(before), ask.verdict, ask.words, m_now));
    FS_TRY(log(m_ledger, entryOf(EmergencyStep::Reviewed, who, done, ask.words), m_now));
    FS_TRY(keep(done));
    return replyAbout({std::move(done)});
}

// Every id that this home knows the one human by; Duplicate when it may be two humans.
Result<std::vector<PersonId>> EmergencyService::meant(const EmergencyPerson& person) {
    std::vector<PersonId> found;
    std::string number;
    bool differ = false;
    RecordRange range;
    range.of = RecordRange::Of::Category;
    range.category = Category::Identity; // registrations stand there, and links
    FS_TRY(m_ledger.records(range, [&](const KeptRecord& kept) -> Result<Walk> {
        if (kept.header.type != RecordType::Registration) {
            return Walk::On;
        }
        Record registration = kept.header;
        FS_ASSIGN(registration.fields, wire::decodeBody(kept.body));
        if (!isMeant(person, registration)) {
            return Walk::On;
        }
        const std::string theirs{registration.fields.text(registration::kNhsNumber)};
        differ = differ || (!number.empty() && !theirs.empty() && theirs != number);
        number = theirs.empty() ? number : theirs;
        if (std::find(found.begin(), found.end(), registration.person) == found.end()) {
            found.push_back(registration.person);
        }
        return found.size() > wire::kMaxEmergencyPersons ? Walk::Stop : Walk::On;
    }));
    if (found.empty()) {
        return {ErrorCode::NotFound, "nobody here"};
    }
    if (differ || found.size() > wire::kMaxEmergencyPersons) {
        return {ErrorCode::Duplicate, "several people"};
    }
    std::sort(found.begin(), found.end());
    return found;
}

Result<Record> EmergencyService::access(const RecordId& id) {
    FS_ASSIGN(auto kept, m_ledger.record(id));
    if (!kept || kept->header.type != RecordType::EmergencyAccess) {
        return {ErrorCode::NotFound, "emergency access"};
    }
    Record record = std::move(kept->header);
    FS_ASSIGN(record.fields, wire::decodeBody(kept->body));
    return record;
}

Result<void> EmergencyService::keep(Record record) {
    FS_ASSIGN(record.version, nextVersion(m_ledger, record.version));
    record.recordedAt = m_now;
    Bytes body = wire::encodeBody(record.fields);
    const std::array<RecordWrite, 1> write{RecordWrite{std::move(record), std::move(body)}};
    return m_ledger.append(write);
}

wire::EmergencyReply EmergencyService::replyAbout(const std::vector<Record>& accesses) const {
    wire::EmergencyReply reply;
    reply.agency = m_ledger.home();
    reply.serverTime = m_now;
    for (const auto& access : accesses) {
        reply.opened.push_back({access.id, access.person});
        reply.until = endOf(access);
    }
    return reply;
}

} // namespace frontsheet
