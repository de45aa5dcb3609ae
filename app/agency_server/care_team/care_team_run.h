// Applies care-team rules to everybody registered at one home.
#pragma once

#include "app/agency_server/care_team/care_team_rules.h"
#include "app/agency_server/partnership_file.h"
#include "core/base/clock.h"
#include "sync/server/ledger.h"

#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace frontsheet {

struct CareTeamCounts {
    std::uint64_t people = 0;
    std::uint64_t created = 0;
    std::uint64_t kept = 0; // as they are
    std::uint64_t ended = 0;
    std::map<std::string, std::uint64_t> byRule; // memberships that stand by it now
};

// The directory is the home's own and its partners' as last pulled. Memberships that earlier runs made and no rule gives any
// longer are ended; those that people or referrals made are left alone, and whom a worker took off is not put back. Done again it
// changes nothing.
[[nodiscard]] Result<CareTeamCounts> applyCareTeamRules(const std::vector<CareTeamRule>& rules,
                                                        const Partnership& partnership, Ledger& ledger,
                                                        const Clock& clock);

} // namespace frontsheet
