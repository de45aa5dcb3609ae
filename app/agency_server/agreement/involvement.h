// Whom an agreement's terms concern at one agency: who is on whose care team, and whose referral waits for whom, by the
// agency's ledger now. Counts and roles only; no person leaves here.
#pragma once

#include "app/agency_server/partnership_file.h"
#include "core/domain/sharing/agreement_check.h"
#include "sync/server/ledger.h"

#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace frontsheet {

class Involvement {
public:
    // The ledger's errors.
    static Result<Involvement> in(Ledger& ledger, const AgencyId& agency, const Partnership& partnership);

    // Of the directory, the partners' part as last pulled; each once, ascending.
    [[nodiscard]] std::vector<sharing::DirectoryRole> roles() const;
    // People registered here whom workers of the role at the receiver may be shown something of by these relationships now. Who
    // is on duty is joined to nobody beforehand. nullopt for another home: its own server knows.
    [[nodiscard]] std::optional<std::size_t> people(const AgencyId& home, const AgencyId& receiver,
                                                    const std::string& role, sharing::RelationshipSet by) const;

private:
    using AgencyRole = std::pair<AgencyId, std::string>;
    using PeopleByRole = std::map<AgencyRole, std::set<PersonId>>;
    [[nodiscard]] Result<void> readWorkers(LedgerReads& reads, const Partnership& partnership);
    [[nodiscard]] Result<void> readPeople(LedgerReads& reads, const Partnership& partnership);
    void keep(const Record& record, const std::map<std::string, AgencyId>& practices);

    AgencyId m_agency;
    std::set<std::pair<sharing::AgencyKind, std::string>> m_roles;
    std::map<std::pair<AgencyId, WorkerId>, std::string> m_roleOf;
    PeopleByRole m_careTeam;
    PeopleByRole m_referral;
    std::map<AgencyId, std::set<PersonId>> m_practiceList;
    std::set<PersonId> m_registered;
};

} // namespace frontsheet
