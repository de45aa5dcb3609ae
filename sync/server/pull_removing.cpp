// What the feed names as removed: records that the viewer may not have any more and that this very device may hold. A device that
// says an old place in the feed, or that came by its scope after the record was taken out of it, hears of nothing it never had.
#include "sync/server/disclosure/disclosure_views.h"
#include "sync/server/pull.h"

#include <algorithm>

namespace frontsheet {

// Decided with today's relationships: who has lost those has lost the scope, and all of it goes. What the viewer wrote may be on
// the device without ever having been sent to it; for the rest the log is asked, once a reply.
Result<bool> Pull::mayHold(const RecordId& id) {
    bool was = false;
    bool own = false;
    std::set<PersonId> people;
    FS_TRY(m_ledger.history(id, [&](const KeptRecord& kept) -> Result<Walk> {
        own = own || (kept.header.author == m_viewer.worker && kept.header.authorAgency == m_viewer.agency);
        people.insert(kept.header.person);
        FS_ASSIGN(const auto record, released(kept));
        was = was || record.has_value();
        return was && own ? Walk::Stop : Walk::On;
    }));
    const bool isDirectory = people.contains(PersonId{}); // about nobody, and in no view of the log
    if (was && !own && !isDirectory) {
        m_unsure.emplace(id, std::move(people));
    }
    return was;
}

Result<void> Pull::namesOnlyWhatWasSent(wire::SyncReply& reply) const {
    if (m_unsure.empty()) {
        return ok();
    }
    std::set<PersonId> people;
    for (const auto& [id, about] : m_unsure) {
        people.insert(about.begin(), about.end());
    }
    const std::vector<PersonId> all(people.begin(), people.end());
    FS_ASSIGN(const auto sent, disclosure::sentTo(m_ledger, m_viewer.device, all));
    if (!sent.isWhole) {
        return ok(); // rather a name too many than a record that stays
    }
    for (auto& page : reply.pages) {
        std::erase_if(page.removed,
                      [&](const RecordId& id) { return m_unsure.contains(id) && !sent.records.contains(id); });
    }
    return ok();
}

} // namespace frontsheet
