// POST /v1/{agency}/history as protobuf bytes (packed like every other message).
#pragma once

#include "core/domain/record_history.h"

namespace frontsheet::wire {

struct HistoryQuestion {
    AgencyId agency; // whose record
    RecordId record;
    HomeVersion before; // 0: from the newest
    friend bool operator==(const HistoryQuestion&, const HistoryQuestion&) = default;
};

[[nodiscard]] Bytes encode(const HistoryQuestion& question);
[[nodiscard]] Bytes encode(const AgencyId& agency, const HistoryPage& page);

// Malformed, NotText, TooLarge; WrongTenant for another agency's.
[[nodiscard]] Result<HistoryQuestion> decodeHistoryAsk(BytesView bytes, const AgencyId& agency);
// As above; Malformed too where the versions are not of one record and in order.
[[nodiscard]] Result<HistoryPage> decodeHistoryPage(BytesView bytes, const AgencyId& agency);

} // namespace frontsheet::wire
