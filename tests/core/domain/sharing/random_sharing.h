// Random agreements, viewers, records and statements over a small world, so that cells are met often. The same seed gives
// the same again.
#pragma once

#include "core/domain/sharing/compiled_agreement.h"
#include "core/domain/sharing/sharing_decision.h"
#include "tests/support/naive_sharing.h"

#include <random>

namespace frontsheet::sharing {

// A question to both evaluators, with everything it borrows.
struct RandomCase {
    std::vector<naive::ActiveAgreement> agreements;
    Principal principal;
    PurposeSet purposes;
    RelationshipSet relationships;
    AgencyId home;
    RecordType type = RecordType::Registration;
    Category category = Category::Identity;
    Standing standing = Standing::Plain;
    Addressing addressing = Addressing::NotOfAReferral;
    AgencyId authorAgency;
    WorkerId author;
    std::vector<NamedReader> readers;
    Following following = Following::No;
    Asking asking = Asking::NotOfViewer;
    std::vector<PermissionStatement> statements;
    WallTime now;

    [[nodiscard]] Viewer viewer() const { return {principal, purposes, relationships}; }
    [[nodiscard]] RecordFacts record() const {
        return {home, type, category, standing, addressing, authorAgency, author, readers, following, asking};
    }
    [[nodiscard]] AgreementsInForce compiled() const;
    [[nodiscard]] Decision decided() const { return decide(viewer(), record(), compiled(), statements, now); }
    [[nodiscard]] naive::Answer decidedNaively() const;
};

class RandomSharing {
public:
    explicit RandomSharing(std::uint64_t seed) : m_chance(seed) {}
    [[nodiscard]] RandomCase next();
    // 0 to count - 1.
    [[nodiscard]] std::size_t below(std::size_t count) { return m_chance() % count; }
    [[nodiscard]] bool oneIn(std::size_t count) { return below(count) == 0; }
    [[nodiscard]] PermissionStatement statement(StatementKind kind, WallTime now);
    // An id of a clause of one of the agreements; both empty when there is none.
    struct ClauseAt {
        std::size_t agreement = 0;
        std::size_t clause = 0;
    };
    [[nodiscard]] std::optional<ClauseAt> someClause(const RandomCase& of);

private:
    [[nodiscard]] naive::ActiveAgreement agreement(AgreementForm form, const std::string& id, WallTime now);
    [[nodiscard]] Clause clause(AgreementForm form, const std::string& id);
    [[nodiscard]] Category category();

    std::mt19937_64 m_chance;
};

} // namespace frontsheet::sharing
