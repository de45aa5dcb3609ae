// POST /v1/{agency}/emergency: opening one person's records with a reason, ending that, reviewing it. The rules are
// core/domain/emergency_access.h's; what is opened is the agreements' to say, at the next exchange. Each step is a record and
// an entry of the disclosure log in one transaction, on the disk before the answer leaves.
#pragma once

#include "core/base/id_source.h"
#include "core/domain/sharing/compiled_agreement.h"
#include "sync/server/ledger.h"
#include "sync/wire/emergency_codec.h"

namespace frontsheet {

class EmergencyService {
public:
    EmergencyService(LedgerWrites& ledger, const sharing::AgreementsInForce& agreements, WallTime now)
        : m_ledger(ledger), m_agreements(agreements), m_now(now) {}

    // Refusals. NotPermitted: no clause for this role, another's access, no audit role. NotFound: nobody here is meant.
    // Duplicate: several people may be meant, ask by NHS number. Else as checkWish, endedEarly and reviewed say.
    struct Answer {
        Result<wire::EmergencyReply> reply;
    };
    // An error only where the ledger fails. A refusal is an answer: that it was tried stays in the log.
    [[nodiscard]] Result<Answer> handle(const Principal& who, const wire::EmergencyAsk& ask);

private:
    [[nodiscard]] Result<wire::EmergencyReply> open(const Principal& who, const wire::EmergencyAsk& ask);
    [[nodiscard]] Result<wire::EmergencyReply> end(const Principal& who, const wire::EmergencyAsk& ask);
    [[nodiscard]] Result<wire::EmergencyReply> review(const Principal& who, const wire::EmergencyAsk& ask);

    [[nodiscard]] Result<std::vector<PersonId>> meant(const EmergencyPerson& person);
    [[nodiscard]] Result<Record> access(const RecordId& id);
    [[nodiscard]] Result<void> keep(Record record);
    [[nodiscard]] wire::EmergencyReply replyAbout(const std::vector<Record>& accesses) const;

    LedgerWrites& m_ledger;
    const sharing::AgreementsInForce& m_agreements;
    WallTime m_now;
};

} // namespace frontsheet
