// An agreement as a table for deciding: a cell is found by four small numbers, without comparing words.
#pragma once

#include "core/domain/principal.h"
#include "core/domain/sharing/agreement.h"
#include "core/domain/sharing/field_mask.h"

#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace frontsheet::sharing {

// One agency stops clauses of an agreement, by itself and at once: what it holds is not released under them, and it is
// released nothing under them. Never widens, so it needs nobody's signature.
struct Suspension {
    AgencyId by;
    std::vector<std::string> clauses; // ids; empty: all of them
};

// Who has agreed to a version, and who has stopped what.
struct AgreementStanding {
    std::vector<AgencyId> bound; // their signatures were checked; a cell needs both its agencies here
    std::vector<Suspension> suspensions;
    Bytes hash; // of the version's canonical form: what replies and logs name
};

class CompiledAgreement {
public:
    static constexpr std::uint16_t kNone = 0xFFFF;

    struct CompiledClause {
        std::uint64_t suspendedBy = 0; // bit n: the n-th party
        std::uint16_t source = 0;      // position in the agreement's clauses as sorted by id
        RelationshipSet relationships;
        FieldChoice choice = FieldChoice::Nothing;
        PermissionMode permission = PermissionMode::PermissionRequired;
        Access access = Access::Read;
        WhenWithheld whenWithheld = WhenWithheld::Silent;
        FurtherRelease furtherRelease = FurtherRelease::NotAllowed;
        Lease lease;
        std::uint32_t only = 0; // of FieldChoice::Only: first of its masks, one a record type
    };

    // Conflict when two clauses cover one cell; Missing or InvalidArgument when a clause names what the agreement does not
    // have; TooLarge past the bounds in agreement.h. Full of words about it is agreement_check.h: check first.
    static Result<CompiledAgreement> of(Agreement agreement, AgreementStanding standing);

    [[nodiscard]] const Agreement& agreement() const {
        return m_agreement;
    } // clauses and parties in order of their ids
    [[nodiscard]] const Bytes& hash() const { return m_hash; }
    [[nodiscard]] std::span<const CompiledClause> clauses() const { return m_clauses; } // as in the agreement
    [[nodiscard]] bool isPolicy() const { return m_agreement.form == AgreementForm::OwnAgencyPolicy; }

    // kNone when it is not a party. In a policy every agency is party 0.
    [[nodiscard]] std::uint16_t partyOf(const AgencyId& agency) const;
    // kNone when the party's kind has no such role. In a policy the first role of the name, whatever its kind.
    [[nodiscard]] std::uint16_t roleOf(std::uint16_t party, std::string_view role) const;
    [[nodiscard]] bool isBound(std::uint16_t party) const { return isPolicy() || (m_bound >> party & 1U) != 0; }
    [[nodiscard]] bool isProcessor(std::uint16_t party) const { return (m_processors >> party & 1U) != 0; }
    [[nodiscard]] bool isAuditRole(std::uint16_t role) const { return m_agreement.roles[role].audit == AuditRole::Yes; }
    [[nodiscard]] bool hasBegun(WallTime now) const { return m_agreement.effective <= now; }
    [[nodiscard]] bool hasExpired(WallTime now) const {
        return m_agreement.expires.isKnown() && m_agreement.expires <= now;
    }

    // nullptr when no clause covers the cell.
    [[nodiscard]] const CompiledClause* cell(std::uint16_t home, std::uint16_t role, Category category,
                                             Purpose purpose) const {
        if (static_cast<std::size_t>(category) >= kCategories) {
            return nullptr; // of a newer schema: no agreement can have meant it
        }
        const auto at = m_cells[cellIndex(home, role, category, purpose)];
        return at == kNone ? nullptr : &m_clauses[at];
    }
    // What the clause releases of `group`, fields of one type that one cell decides about.
    [[nodiscard]] FieldMask fieldsOf(const CompiledClause& clause, const TypeFields& type, FieldMask group) const;

private:
    static constexpr std::size_t kCategories = 23; // 0 is no category
    [[nodiscard]] std::size_t cellIndex(std::uint16_t home, std::uint16_t role, Category category,
                                        Purpose purpose) const;
    [[nodiscard]] Result<void> addClause(std::uint16_t source, const AgreementStanding& standing);
    [[nodiscard]] Result<void> claimCells(const Clause& clause, std::uint16_t at);

    Agreement m_agreement;
    Bytes m_hash;
    std::uint64_t m_bound = 0;
    std::uint64_t m_processors = 0;
    std::vector<CompiledClause> m_clauses;
    std::vector<FieldMask> m_onlyMasks;
    std::vector<std::uint16_t> m_cells; // [home][role][category][purpose]
};

// What a home decides by: the agreements it has activated, and its policy for its own workers.
class AgreementsInForce {
public:
    AgreementsInForce() = default;
    // Duplicate when two have one id: a home has one active version of each.
    static Result<AgreementsInForce> of(std::vector<CompiledAgreement> agreements);

    [[nodiscard]] std::span<const CompiledAgreement> all() const { return m_all; } // in order of their ids
    // Everything that the viewer's role may act for towards this home, own workers by the policy. Empty: nothing is released
    // for anything.
    [[nodiscard]] PurposeSet purposesOf(const Principal& viewer, const AgencyId& home) const;
    // Whether the viewer's role is one that audits its own agency, by the policy for own workers.
    [[nodiscard]] bool isAuditor(const Principal& viewer) const;
    // Whom to ask at an agency, by the first agreement that names it; nullptr when none does.
    [[nodiscard]] const Party* whomToAsk(const AgencyId& agency) const;

private:
    std::vector<CompiledAgreement> m_all;
};

} // namespace frontsheet::sharing
