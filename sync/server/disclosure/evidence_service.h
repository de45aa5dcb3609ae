// Who may ask this home who saw what, and what they are told.
//
// The home's audit role is told everything, by person, by worker, emergencies, and what is held about a person. A worker of the home
// who is joined to a person is told who got and read those records of that person that they may read themselves, without
// devices' numbers. Nobody else is told anything; a partner's audit role looks at its own home.
#pragma once

#include "sync/server/disclosure/evidence_rows.h"
#include "sync/server/pull.h"
#include "sync/server/removal/removal_views.h"

#include <unordered_map>

namespace frontsheet::disclosure {

class EvidenceService {
public:
    // All in one snapshot of the ledger; `grants` as of it and `now`.
    EvidenceService(LedgerReads& ledger, const Principal& who, const GrantSet& grants, removal::NowGranted granted,
                    WallTime now)
        : m_ledger(ledger), m_who(who), m_grants(grants), m_granted(std::move(granted)), m_now(now),
          m_pull(ledger, who, grants, now) {}

    // Without the log's own standing. NotPermitted, which is to be logged too; the ledger's errors.
    [[nodiscard]] Result<EvidencePage> answer(const EvidenceAsk& ask);
    // The records whose bodies are in the answer: a release like any other. Without parts: none.
    [[nodiscard]] Release takeRelease() { return std::move(m_release); }

private:
    enum class Standing : std::uint8_t { Nobody, JoinedToThePerson, Auditor };
    [[nodiscard]] Standing standingOf(const EvidenceAsk& ask, const std::vector<PersonId>& person) const;
    [[nodiscard]] Result<void> fillRows(EvidencePage& page, const EvidenceAsk& ask,
                                        const std::vector<PersonId>& person);
    [[nodiscard]] Result<void> fillDevices(EvidencePage& page, const std::vector<PersonId>& person);
    [[nodiscard]] Result<void> fillHoldings(EvidencePage& page, const EvidenceAsk& ask,
                                            const std::vector<PersonId>& person);
    void noteReleased(const Terms& terms, const Record& header);
    struct Known {
        RecordType type{};
        Category category{};
        bool mayRead = false;
    };
    [[nodiscard]] Result<Known> known(const RecordId& record);

    LedgerReads& m_ledger;
    const Principal& m_who;
    const GrantSet& m_grants;
    removal::NowGranted m_granted;
    WallTime m_now;
    Pull m_pull;
    Standing m_standing = Standing::Nobody;
    std::unordered_map<RecordId, Known> m_known;
    Release m_release;
};

} // namespace frontsheet::disclosure
