// What is saved here and not yet sent, what needs a person, and how each server answers: the sync line's sentence.
#pragma once

#include "core/usecases/workplace.h"

namespace frontsheet {

struct WaitingItem {
    OutboxItem item;
    std::string personName;
    std::string title; // the need, or the note's first words; empty for links and the like
};

struct WaitingState {
    std::size_t toSend = 0;
    std::size_t needsAttention = 0;
    std::vector<ServerState> servers;
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

private:
    Workplace m_work;
};

} // namespace frontsheet
