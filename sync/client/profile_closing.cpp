#include "sync/client/profile_closing.h"

#include "core/base/crash_point.h"
#include "sync/client/file_carrier.h"

namespace frontsheet {

Result<ClosingTalk::Outcome> ProfileClosing::handInEverywhere(std::map<AgencyId, std::uint64_t>& removals) {
    ClosingTalk::Outcome outcome;
    const auto at = [&](const AgencyId& home) -> Result<Exchanged::Closing> {
        FS_ASSIGN(const auto handed, ClosingTalk(m_store, m_transport, home).handIn());
        if (handed.closing == Exchanged::Closing::Closed) {
            FS_TRY(m_keeper.noteHandedIn(home, handed.intents));
            if (auto* shelf = m_keeper.shelf()) {
                (void)FileCarrier(*shelf, m_transport).handIn(home); // what does not go is set aside
            }
            outcome.handedIn += handed.intents;
            removals.emplace(home, handed.removal);
        }
        return handed.closing;
    };
    FS_ASSIGN(outcome.closing, at(m_own));
    if (outcome.closing != Exchanged::Closing::Closed) {
        return outcome;
    }
    FS_ASSIGN(const auto homes, m_keeper.openHomes());
    for (const auto& home : homes) {
        if (home != m_own) {
            (void)at(home).has_value(); // one that does not answer, or does not know yet: its work is sealed
        }
    }
    return outcome;
}

// Nothing to seal to, or more than can be sealed: all goes but what the author wrote and nobody took.
Result<void> ProfileClosing::keepOwnWords(const std::map<AgencyId, std::uint64_t>& removals) {
    FS_ASSIGN(auto homes, m_keeper.openHomes());
    homes.push_back(m_own);
    for (const auto& home : homes) {
        const auto number = removals.find(home);
        FS_TRY(m_store.closeHome(home, number != removals.end() ? number->second : 0,
                                 SyncStore::HomeClosing::KeepOwnWords));
    }
    return tell(removals);
}

Result<void> ProfileClosing::tell(const std::map<AgencyId, std::uint64_t>& removals) {
    Result<void> own = ok();
    for (const auto& [home, number] : removals) {
        auto told = ClosingTalk(m_store, m_transport, home).tellRemoved();
        if (home == m_own) {
            own = std::move(told);
        }
    }
    return own;
}

Result<ClosingTalk::Outcome> ProfileClosing::run() {
    std::map<AgencyId, std::uint64_t> removals;
    ClosingTalk::Outcome outcome;
    FS_ASSIGN(const bool emptied, m_keeper.isEmptied());
    if (emptied) {
        // Cut off between the removal and the end: those that asked are still to be told.
        outcome.closing = Exchanged::Closing::Closed;
        FS_ASSIGN(const auto asked, m_keeper.removalsToTell());
        for (const auto& home : asked) {
            removals.emplace(home, 0);
        }
    } else {
        FS_ASSIGN(outcome, handInEverywhere(removals));
        if (outcome.closing != Exchanged::Closing::Closed) {
            return outcome;
        }
        crashPoint("sync.wipe.handed-in");
        const auto prepared = m_keeper.prepare();
        if (!prepared &&
            (prepared.error().code == ErrorCode::NotFound || prepared.error().code == ErrorCode::TooLarge)) {
            FS_TRY(keepOwnWords(removals));
            return outcome;
        }
        FS_TRY(prepared);
        crashPoint("sync.wipe.before-removal");
        FS_TRY(m_keeper.leaveNothing(removals));
    }
    crashPoint("sync.wipe.before-told");
    FS_TRY(tell(removals)); // the own agency hears of it first; else the next exchange tells it
    crashPoint("sync.wipe.before-end");
    FS_TRY(m_keeper.destroy());
    outcome.closing = Exchanged::Closing::Wiped;
    return outcome;
}

} // namespace frontsheet
