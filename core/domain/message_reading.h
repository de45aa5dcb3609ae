// What is written to somebody is read once: by the worker it names, or by whoever of the agency opens it first. The same for a message
// about a person and for one on a referral, so that neither goes quiet.
#pragma once

#include "core/base/result.h"
#include "core/domain/principal.h"
#include "core/domain/record.h"

namespace frontsheet {

struct Change;

[[nodiscard]] bool isMessage(RecordType type);
// Named in it, or of the agency where it names nobody. False for what is no message.
[[nodiscard]] bool isWrittenTo(const Principal& worker, const Record& message);
[[nodiscard]] bool isUnread(const Record& message);
void putRead(Record& message, const Principal& by, WallTime at);

// Of a message as it comes or changes. WrongState: a new one says that it was read. Immutable: words or address would change, or it was
// read already. NotPermitted: another's to read.
[[nodiscard]] Result<void> checkReading(const Change& change);

} // namespace frontsheet
