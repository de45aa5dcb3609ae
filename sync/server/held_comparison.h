// What a device says it holds, compared with what it would be sent now: stretch by stretch, each as a count and a sum of content
// hashes (sync/wire/content_hash.h), after what is withheld was taken out. Where they differ the home's side goes back in
// parts, down to lists of ids and hashes, and the device asks for what differs (range-based set reconciliation, A. Meyer,
// arXiv 2212.13567, over what one viewer is granted). Nothing is kept between requests.
//
// One thread, the request's. Only scopes that the viewer is granted are walked, and only what is released of them is counted, so that a comparison tells
// nothing that a page would not bring.
#pragma once

#include "sync/server/grants.h"
#include "sync/server/pull.h"
#include "sync/wire/messages.h"

#include <set>

namespace frontsheet {

class HeldComparison {
public:
    // All of one snapshot.
    HeldComparison(LedgerReads& ledger, const GrantSet& grants, const Pull& pull)
        : m_ledger(ledger), m_grants(grants), m_pull(pull) {}

    // People (null: the directory) about whom something has changed since the device's place in the feed: what is about them
    // cannot be compared until the device has that.
    using Moved = std::set<PersonId>;
    [[nodiscard]] Result<void> answer(wire::SyncReply& reply, const std::vector<HeldSpan>& spans, const Moved& moved);

private:
    struct Entry {
        HeldPoint at;
        std::uint64_t hash = 0;
    };
    struct Walked {
        std::vector<Entry> entries;
        HeldPoint upTo; // how far it came
    };
    [[nodiscard]] bool concerns(const HeldSpan& span, const Moved& moved) const;
    [[nodiscard]] Result<Walked> walk(const HeldSpan& span);
    static void list(const HeldSpan& span, const Walked& walked, std::vector<HeldSpan>& parts);
    static void split(const HeldSpan& span, const Walked& walked, std::vector<HeldSpan>& parts);

    LedgerReads& m_ledger;
    const GrantSet& m_grants;
    const Pull& m_pull;
    std::size_t m_looked = 0;     // scopes and records that are the viewer's
    std::size_t m_passedOver = 0; // records that are not
};

} // namespace frontsheet
