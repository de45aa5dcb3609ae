// After the worker's own agency has shut this device out: what waits is handed in at every home that answers, what is left is
// sealed for the agency, everything goes, the homes are told, and the keys are destroyed.
//
//   own agency answers "closed" ─► hand in there, then at every other home ─► seal the rest ─► remove all ─► tell ─► destroy
//
// Photos and documents go with the work, as many as is worth waiting for; those that nobody has are laid beside it.
//
// Where something is left and the agency has given no key to seal it to, everything goes but the author's own words, which wait,
// encrypted, for the homes that did not answer; each exchange with the own agency tries them again.
//
// Each step may be cut off: the next exchange with the own agency goes on from what is on the disk.
#pragma once

#include "core/usecases/ports/profile_keeper.h"
#include "sync/client/closing_talk.h"

namespace frontsheet {

class ProfileClosing {
public:
    ProfileClosing(SyncStore& store, ProfileKeeper& keeper, Transport& transport, const AgencyId& own)
        : m_store(store), m_keeper(keeper), m_transport(transport), m_own(own) {}

    // Errors: the transport's, of the own agency; the store's.
    [[nodiscard]] Result<ClosingTalk::Outcome> run();

private:
    [[nodiscard]] Result<ClosingTalk::Outcome> handInEverywhere(std::map<AgencyId, std::uint64_t>& removals);
    [[nodiscard]] Result<void> keepOwnWords(const std::map<AgencyId, std::uint64_t>& removals);
    [[nodiscard]] Result<void> tell(const std::map<AgencyId, std::uint64_t>& removals);

    SyncStore& m_store;
    ProfileKeeper& m_keeper;
    Transport& m_transport;
    const AgencyId& m_own;
};

} // namespace frontsheet
