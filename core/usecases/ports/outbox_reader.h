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
    bool reconciling = false; // restored from a backup, and not open to partners yet, as it last said
};

class OutboxReader {
public:
    virtual ~OutboxReader() = default;
    [[nodiscard]] virtual Result<std::vector<OutboxItem>> outbox() = 0;
    [[nodiscard]] virtual Result<std::vector<ServerState>> servers() = 0;
    // The person has seen an item that needs attention and lets it go (a correction that `replaces` it does this by itself).
    // Its words stay in the device's journal. What waited for it to be applied (`after`, or edits of a record that it was
    // to create) goes with it, unless it was a conflict: then the home has both versions and the rest may go on.
    // NotFound unless it needs attention.
    [[nodiscard]] virtual Result<void> settle(const OpId& op) = 0;
};

} // namespace frontsheet
