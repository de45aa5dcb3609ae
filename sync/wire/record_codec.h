// Records on the wire: a header and a body that stays packed on its way between mirror and ledger.
#pragma once

#include "core/usecases/ports/sync_store.h"

namespace frontsheet::v1 {
class Record;
}

namespace frontsheet::wire {

// `header.home` is not sent: it is the agency whose server speaks.
void fill(v1::Record& out, const IncomingRecord& record);

// Malformed, TooLarge or NotText; a record that comes through has a body that checkBody() takes. Types and categories of a
// newer schema are kept as their numbers.
[[nodiscard]] Result<IncomingRecord> decodeRecord(BytesView bytes, const AgencyId& home);

} // namespace frontsheet::wire
