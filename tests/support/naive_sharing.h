// The sharing rule once more, written straight from its text (core/domain/sharing/sharing_decision.h) and sharing no code
// with it: slow, in sets and loops, over agreements as they were authored. What the two disagree on is a mistake in one.
#pragma once

#include "core/domain/sharing/sharing_decision.h"

#include <cstdint>
#include <set>
#include <string>
#include <vector>

namespace frontsheet::naive {

struct ActiveAgreement {
    sharing::Agreement agreement;
    std::vector<AgencyId> bound;
    struct Stop {
        AgencyId by;
        std::vector<std::string> clauses;
    };
    std::vector<Stop> stops;
};

struct Answer {
    std::set<std::uint16_t> fields; // tags
    std::set<std::uint16_t> masked;
    std::set<std::uint16_t> announced;
    bool newer = false;
    bool contribute = false;
    bool further = false;
    bool told = false; // withheld, and the viewer is told so
    unsigned softHours = 0;
    unsigned hardHours = 0;
    sharing::Reason reason = sharing::Reason::NotAParty;
    std::string agreement; // ids; empty: none
    std::string clause;

    friend bool operator==(const Answer&, const Answer&) = default;
};

[[nodiscard]] Answer decide(const sharing::Viewer& viewer, const sharing::RecordFacts& record,
                            const std::vector<ActiveAgreement>& agreements,
                            const std::vector<sharing::PermissionStatement>& statements, WallTime now);

// The product's decision in the same shape.
[[nodiscard]] Answer inWords(const sharing::Decision& decision, RecordType type,
                             const sharing::AgreementsInForce& agreements);
[[nodiscard]] std::string describe(const Answer& answer);

} // namespace frontsheet::naive
