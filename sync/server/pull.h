// What a device gets: the scopes it lost and won, snapshot pages of scopes it does not hold whole yet, then the feed. Every
// record passes the sharing decision at the moment it is sent.
#pragma once

#include "core/domain/sharing/sharing_decision.h"
#include "sync/server/disclosure/disclosure_entry.h"
#include "sync/server/grants.h"
#include "sync/server/ledger.h"
#include "sync/wire/messages.h"

#include <map>
#include <set>

namespace frontsheet {

// The records that a scope may cover, in order of id.
[[nodiscard]] RecordRange rangeOf(const Scope& scope);

class Pull {
public:
    // All in one snapshot of the ledger; `grants` as of that snapshot and `now`.
    Pull(LedgerReads& ledger, const Principal& viewer, const GrantSet& grants, WallTime now)
        : m_ledger(ledger), m_viewer(viewer), m_grants(grants), m_now(now) {}

    // Fills grants, pages, cursors and `more` of the reply.
    [[nodiscard]] Result<void> fill(wire::SyncReply& reply, const wire::SyncRequest& request);

    // The record as this viewer may have it now; nullopt: not at all.
    struct Shown {
        IncomingRecord record;
        disclosure::Terms terms;
        sharing::FieldMask fields;
        sharing::NewerFields newer{};
    };
    // `atMost`: of what the same record's newest version shows, so that an earlier one says nothing that was withheld since.
    [[nodiscard]] Result<std::optional<Shown>> shown(const KeptRecord& kept, const Shown* atMost = nullptr) const;

    // The record as a page of `within` would bring it now; nullopt: not.
    [[nodiscard]] Result<std::optional<IncomingRecord>> asSent(const KeptRecord& kept, const Scope& within) const;

    // What was filled in, for the disclosure log: a release for each page with records, `who` and terms set.
    [[nodiscard]] std::vector<disclosure::Release> takeReleases() { return std::move(m_releases); }
    // Referrals among it that are addressed to the viewer's agency.
    [[nodiscard]] std::vector<RecordId> takeReferrals() { return std::move(m_referrals); }

private:
    // A record, and what the log has to say of it.
    struct Told {
        sharing::Decision decision;
        RecordType type{};
        bool isForItsReceiver = false; // a referral, to the side that is to answer it
    };
    struct Released {
        IncomingRecord record;
        Told told;
    };
    [[nodiscard]] bool settleGrants(wire::SyncReply& reply, const wire::Have& have, const LedgerHead& head);
    [[nodiscard]] Result<void> askAgain(wire::SyncReply& reply, const wire::SyncRequest& request);
    [[nodiscard]] Result<bool> snapshot(wire::SyncReply& reply, const ScopeProgress& progress);
    [[nodiscard]] Result<void> feed(wire::SyncReply& reply, std::uint64_t after, std::uint64_t head);
    // nullopt: not for this viewer, or not of the scope `within` (nullptr: of any).
    [[nodiscard]] Result<std::optional<Released>> released(const KeptRecord& kept, const Scope* within = nullptr,
                                                           const Shown* atMost = nullptr) const;
    void fetchAgain(wire::SyncReply& reply, const std::vector<Scope>& gone, const std::vector<const Scope*>& kept,
                    const LedgerHead& head) const;
    // What a comparison found missing or wrong (HeldComparison).
    [[nodiscard]] Result<void> sendAgain(wire::SyncReply& reply, const wire::Have& have);
    void log(const IncomingPage& page, const std::vector<Told>& told);
    // Whether an earlier version may be on the device (pull_removing.cpp).
    [[nodiscard]] Result<bool> mayHold(const RecordId& id);
    // Of what is not the viewer's any more the reply names what this device was sent, and nothing else.
    [[nodiscard]] Result<void> namesOnlyWhatWasSent(wire::SyncReply& reply) const;
    [[nodiscard]] bool isFull() const { return m_records >= m_maxRecords || m_bytes >= m_maxBytes; }

    LedgerReads& m_ledger;
    const Principal& m_viewer;
    const GrantSet& m_grants;
    WallTime m_now;
    std::vector<disclosure::Release> m_releases;
    std::vector<RecordId> m_referrals;
    std::set<PersonId> m_moved;                      // about whom the feed had something, null for the directory
    std::map<RecordId, std::set<PersonId>> m_unsure; // to be told as removed if the log has it as sent; about whom
    std::size_t m_records = 0;
    std::size_t m_bytes = 0; // unpacked
    std::size_t m_maxRecords = 0;
    std::size_t m_maxBytes = 0;
};

} // namespace frontsheet
