// What one worker's devices may hold of this home: scopes under terms (core/domain/scope.h), worked out from the agreements,
// what joins the worker to each person, what people said, and what there is. Nothing is kept of what a device holds.
#pragma once

#include "core/domain/decision.h"
#include "core/domain/scope.h"
#include "core/domain/sharing/agreement.h"
#include "sync/server/grant_terms.h"
#include "sync/server/joined.h"
#include "sync/server/ledger.h"
#include "sync/server/sharing_in_force.h"

#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <unordered_map>
#include <vector>

namespace frontsheet {

class GrantSet {
public:
    // Everything granted at `now`. Keeps `sharing` and `statements`, by which records are decided as well.
    static Result<GrantSet> of(LedgerReads& reads, const Principal& viewer,
                               std::shared_ptr<const SharingInForce> sharing,
                               std::shared_ptr<const Statements> statements, WallTime now);

    struct Granted {
        std::string name; // of the key
        ScopeKey key;
        sharing::Lease lease;
    };
    [[nodiscard]] const std::vector<Granted>& scopes() const { return m_scopes; } // ascending by name
    [[nodiscard]] bool holds(std::string_view key) const;
    [[nodiscard]] std::uint64_t heldHash() const { return m_heldHash; }

    [[nodiscard]] const SharingInForce& sharing() const { return *m_sharing; }
    [[nodiscard]] sharing::PurposeSet purposes() const { return m_purposes; }
    [[nodiscard]] Joined joinedTo(const PersonId& person) const;
    [[nodiscard]] std::span<const sharing::PermissionStatement> saidBy(const PersonId& person) const {
        return frontsheet::saidBy(*m_statements, person);
    }
    // Whether a record about this person (null: of the directory) may be of interest at all.
    [[nodiscard]] bool concerns(const PersonId& person) const;
    // Of which categories about this person some scope is held: a bit a category (removal/removal_rows.h).
    [[nodiscard]] removal::Categories categoriesAbout(const PersonId& person) const;
    // Whether some scope of the set covers the record: what no scope covers could never be taken away again.
    [[nodiscard]] bool covers(const Record& record) const;
    // Whether the record comes with a scope of its person's own, with what that gives, rather than with everybody's.
    [[nodiscard]] bool comesApart(const ScopedRecord& record) const;
    // The set holds until then unless the ledger or what is in force changes; unknown: for ever.
    [[nodiscard]] WallTime validUntil() const { return m_validUntil; }

private:
    struct OfPerson {
        Category category{};
        Audience audience;
        bool othersReferrals = false;
    };
    GrantSet() = default;
    void grant(Scope scope, const GrantTerms& terms);
    [[nodiscard]] bool coversScoped(const ScopedRecord& record) const;
    void grantPerson(const Cell& cell, const GrantTerms& terms);
    void sayWithheld(const Cell& cell, const GrantTerms& terms);
    [[nodiscard]] Result<void> grantEverybody(LedgerReads& reads, TermsFor& terms);
    [[nodiscard]] Result<void> grantOne(LedgerReads& reads, TermsFor& terms, const PersonId& person,
                                        const std::vector<Cell>& besides);
    [[nodiscard]] Result<void> grantConcerns(LedgerReads& reads, const Principal& viewer, TermsFor& terms);
    [[nodiscard]] const GrantTerms* everyone(Category category) const;
    void close(WallTime now);

    bool m_ownAgency = false;
    bool m_directory = false;
    std::shared_ptr<const SharingInForce> m_sharing;
    std::shared_ptr<const Statements> m_statements;
    sharing::PurposeSet m_purposes;
    std::vector<Granted> m_scopes;
    EverybodyJoined m_joined;
    std::map<Category, GrantTerms> m_everyone;
    std::unordered_map<PersonId, std::vector<OfPerson>> m_persons;
    std::unordered_map<PersonId, std::vector<Scope>> m_referrals; // of m_joined's those that release; own concerns
    std::uint64_t m_heldHash = 0;
    WallTime m_validUntil;
};

// Remembers what people said for as long as nothing was said. Any thread.
class StatementCache {
public:
    [[nodiscard]] Result<std::shared_ptr<const Statements>> of(LedgerReads& reads);

private:
    std::mutex m_mutex;
    std::uint64_t m_counter = 0;
    std::shared_ptr<const Statements> m_kept;
};

// Remembers each worker's set for as long as the grant counters that concern it stand still. Any thread.
class GrantCache {
public:
    [[nodiscard]] Result<std::shared_ptr<const GrantSet>>
    of(LedgerReads& reads, const Principal& viewer, std::shared_ptr<const SharingInForce> sharing, WallTime now);

private:
    struct Kept {
        std::uint64_t counter = 0;
        std::shared_ptr<const GrantSet> set;
    };
    // The role is the certificate's: a worker whose role changed has two for a while.
    using Who = std::tuple<AgencyId, WorkerId, std::string>;
    StatementCache m_statements;
    std::mutex m_mutex;
    std::map<Who, Kept> m_kept;
};

} // namespace frontsheet
