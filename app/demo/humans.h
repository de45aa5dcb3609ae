// Who is one human across the agencies, read off the servers' dumps: so that the demo's days can be about people who fit.
#pragma once

#include "app/demo/dump.h"

#include <functional>
#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace frontsheet::demo {

struct Human {
    std::string givenName;
    std::string familyName;
    bool isFemale = false;
    std::map<std::string, std::string> persons; // agency: its own id of them
    std::map<std::string, std::string> born;    // as each agency has it, ISO 8601; whole dates alone
    std::map<std::string, std::string> nhsNumbers;
    std::map<std::string, std::string> references;       // each agency's own: what its extracts call them
    std::set<std::pair<std::string, std::string>> teams; // {agency, worker}: care teams they are on
    std::string reviewedBy;                              // the officer of a placement that goes on; empty without one
    std::string reviewDue;                               // ISO 8601
    std::string placed;              // how their placement stands: "", still-there, returned-home ...
    std::set<std::string> addresses; // as each agency spells it: more than one is a disagreement
    std::set<std::string> towns;     // as each agency has it

    [[nodiscard]] bool livesAtHome() const { return placed.empty() || placed == "returned-home"; }
    [[nodiscard]] bool knownTo(const std::string& agency) const { return persons.contains(agency); }
    [[nodiscard]] bool hasOnTeam(const std::string& agency, const std::string& worker) const {
        return teams.contains({agency, worker});
    }
};

class Humans {
public:
    // Joined by stated links. Ordered by how many agencies know them, most first, ties always the same way.
    [[nodiscard]] static Humans in(const std::vector<Dump>& dumps);

    // The first who fits and was not taken before; null when nobody is left.
    [[nodiscard]] const Human* take(const std::function<bool(const Human&)>& fits);
    [[nodiscard]] std::size_t count() const { return m_all.size(); }

private:
    std::vector<Human> m_all;
    std::set<const Human*> m_taken;
};

} // namespace frontsheet::demo
