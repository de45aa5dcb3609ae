// What a partner's server is told of people's permissions and objections, and what it says back. Only what is addressed to that
// agency goes, and no more of it than the notice (sharing::noticeOf).
//
// A statement that names agencies goes to those it names. One that names none, "to nobody", goes to every agency of which a link
// stated here says that it holds the person: others learn nothing of them. A restricted location is told to nobody.
#pragma once

#include "core/base/clock.h"
#include "sync/server/ledger.h"
#include "sync/wire/peer_codec.h"

namespace frontsheet::statements {

// What changed after `facts.noticeSeq` for `partner`, into `facts`; sets its noticeSeq, and `more` where there is more.
[[nodiscard]] Result<void> addNotices(LedgerReads& reads, const AgencyId& partner, wire::PeerFacts& facts);

// Whether the partner's message says anything that the ledger does not hold yet.
[[nodiscard]] Result<bool> saysAnythingNew(LedgerReads& reads, const AgencyId& partner, const wire::PeerPull& said);
// What the partner holds has been delivered, what its workers answered has been acknowledged. About statements that are not
// addressed to it, it has no say; what it says twice is said once.
[[nodiscard]] Result<void> noteAnswers(LedgerWrites& writes, const AgencyId& partner, const wire::PeerPull& said,
                                       WallTime now);

// A partner's notice as a record of this home. Idempotent: the same statement of the same agency is one record, which keeps
// what was acknowledged here. An older version of it changes nothing.
[[nodiscard]] Result<void> takeNotice(LedgerWrites& writes, const AgencyId& partner, const wire::Notice& notice,
                                      WallTime now);
// What this agency's workers acknowledged of `partner`'s notices after `seq` of this feed; `upTo`: how far was looked.
struct Answers {
    std::vector<sharing::Acknowledgement> acknowledgements;
    std::uint64_t upTo = 0;
    bool more = false;
};
[[nodiscard]] Result<Answers> answersTo(LedgerReads& reads, const AgencyId& partner, std::uint64_t seq);

} // namespace frontsheet::statements
