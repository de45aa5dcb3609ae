// What waits to be sent and what needs attention, for people to see.
#pragma once

#include "core/domain/intent.h"

#include <optional>
#include <string>
#include <vector>

namespace frontsheet {

enum class OutboxState : std::uint8_t {
    Queued = 1,          // saved here, not yet at its home
    WaitsForAnother = 2, // `after` is not applied yet
    NeedsAttention = 3,  // refused, in conflict or held: a person decides
};

struct OutboxItem {
    Intent intent;
    OutboxState state = OutboxState::Queued;
    IntentOutcome outcome = IntentOutcome::Applied; // when NeedsAttention
    ErrorCode reason = ErrorCode::Internal;         // when NeedsAttention
    WallTime savedAt;
};

struct ServerState {
    AgencyId agency;
    WallTime lastAnswered; // by this device's clock; 0 never
    WallTime lastTried;
    ErrorCode lastError = ErrorCode::Internal;
    bool failing = false; // the last try failed, with lastError
    bool firstSyncDone = false;
};

class OutboxReader {
public:
    virtual ~OutboxReader() = default;
    [[nodiscard]] virtual Result<std::vector<OutboxItem>> outbox() = 0;
    [[nodiscard]] virtual Result<std::vector<ServerState>> servers() = 0;
    // The person has seen a refused item and lets it go, or wrote a correction that replaces it. The words are kept in the
    // device's journal either way.
    [[nodiscard]] virtual Result<void> settle(const OpId& op) = 0;
};

} // namespace frontsheet
