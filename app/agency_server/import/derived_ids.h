// Ids of what is imported: the same agency, type and local key give the same id on every machine and day, so that importing
// again is a difference and not a second copy.
#pragma once

#include "core/domain/record.h"

#include <string_view>

namespace frontsheet {

// BLAKE2b-128 (RFC 7693) with a purpose of their own.
[[nodiscard]] RecordId derivedRecordId(const AgencyId& agency, RecordType type, std::string_view localKey);
[[nodiscard]] PersonId derivedPersonId(const AgencyId& agency, std::string_view localPersonId);

} // namespace frontsheet
