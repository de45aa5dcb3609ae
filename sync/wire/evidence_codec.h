// POST /v1/{agency}/evidence as protobuf bytes (packed like every other message).
#pragma once

#include "core/domain/evidence.h"

namespace frontsheet::wire {

struct EvidenceQuestion {
    AgencyId agency; // whose log
    EvidenceAsk ask;
    friend bool operator==(const EvidenceQuestion&, const EvidenceQuestion&) = default;
};

[[nodiscard]] Bytes encode(const EvidenceQuestion& question);
[[nodiscard]] Bytes encode(const AgencyId& agency, const EvidencePage& page);

// Malformed (a view of a newer program, no person where one is needed, codes that are none), TooLarge; WrongTenant for another
// agency's.
[[nodiscard]] Result<EvidenceQuestion> decodeEvidenceAsk(BytesView bytes, const AgencyId& agency);
[[nodiscard]] Result<EvidencePage> decodeEvidencePage(BytesView bytes, const AgencyId& agency);

} // namespace frontsheet::wire
