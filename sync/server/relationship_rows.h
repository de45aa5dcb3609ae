// What a record says about who is related to whom, in the shape the ledger keeps beside it. Only extracts; whether a
// relationship counts for a viewer is core/domain's to say.
#pragma once

#include "core/domain/sharing/named_reader.h"
#include "sync/server/ledger.h"

#include <optional>

namespace frontsheet {

// nullopt for anything but a care-team membership that names somebody.
[[nodiscard]] std::optional<Membership> membershipIn(const Record& record);
// nullopt for anything but an emergency access; it ends when it ends by itself, or was ended.
[[nodiscard]] std::optional<Membership> emergencyIn(const Record& record);
// nullopt for anything but an open referral.
[[nodiscard]] std::optional<AddressedReferral> addressIn(const Record& record);

// nullopt for anything but a safeguarding concern of one of the home's own workers.
[[nodiscard]] std::optional<SentConcern> concernIn(const Record& record);

// Where a record with its fields stands among what is granted.
[[nodiscard]] Cell cellOf(const Record& record);
// Whose it is beside those whom relationships give it: named readers and the author of what is restricted, a draft's author.
[[nodiscard]] std::vector<sharing::NamedReader> readersBesides(const Record& record);
// Empty for anything but a registration with a practice.
[[nodiscard]] std::string practiceIn(const Record& record);
// Practices covered by a worker of the home's own in its directory; empty for anything else.
[[nodiscard]] std::vector<std::string> practicesCoveredIn(const Record& record);
[[nodiscard]] std::optional<DutyPoint> dutyIn(const Record& record);
[[nodiscard]] bool isStatement(RecordType type);

} // namespace frontsheet
