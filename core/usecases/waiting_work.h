// What is saved here and not yet sent, what needs a person, and how each server answers: the sync line's sentence.
#pragma once

#include "core/domain/tidings.h"
#include "core/usecases/workplace.h"

#include <optional>

namespace frontsheet {

struct WaitingItem {
    OutboxItem item;
    std::string personName;
    std::string title;                  // the need, or the note's first words; empty for links and the like
    std::string words;                  // of what needs its author: all that they wrote
    std::optional<SettledWork> settled; // of what was held: what its home did with it
    bool mayKeep = false;        // another agency has it, or would not have it: its words may be kept at one's own
    std::size_t along = 0;       // others that are let go with it, since they go together or not at all
    bool waitsForAuthor = false; // it goes after one that needs its author
};

struct WaitingState {
    std::size_t toSend = 0;
    std::size_t needsAttention = 0;
    std::vector<ServerState> servers;
    AgencyId own;                     // this worker's
    bool anyAnsweredRecently = false; // within five minutes
    bool noSignal = false;            // every server failed on the last try
    WallTime noSignalSince;           // with noSignal: the last answer of any; 0 where none ever answered
};

class WaitingWork {
public:
    explicit WaitingWork(Workplace workplace) : m_work(workplace) {}
    [[nodiscard]] Result<WaitingState> state();
    [[nodiscard]] Result<std::vector<WaitingItem>> items();
    [[nodiscard]] Result<void> settle(const OpId& op);
    // What another agency holds, has closed or would not take, as a note of this worker's own agency: the words as they were written.
    // Then the item is settled. WrongState unless it is held or was refused elsewhere; Missing where it has no words.
    [[nodiscard]] Result<void> keepAtOwnAgency(const OpId& op);
    [[nodiscard]] bool mayKeepAtOwnAgency(const OutboxItem& item) const;

private:
    Workplace m_work;
};

} // namespace frontsheet
