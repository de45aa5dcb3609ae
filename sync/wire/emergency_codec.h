// POST /v1/{agency}/emergency as protobuf bytes (packed like every other message).
#pragma once

#include "core/domain/emergency_access.h"

#include <vector>

namespace frontsheet::wire {

enum class EmergencyAskStep : std::uint8_t { Open = 1, End = 2, Review = 3 };

using EmergencyRequestId = Id128<struct EmergencyRequestTag>;

struct EmergencyAsk {
    AgencyId agency; // whose records
    EmergencyAskStep step = EmergencyAskStep::Open;
    EmergencyWish wish;         // to open
    EmergencyRequestId request; // to open: sent again it opens nothing twice
    RecordId access;            // to end or to review
    EmergencyVerdict verdict = EmergencyVerdict::NotJustified;
    std::string words; // of a review
};

struct EmergencyReply {
    AgencyId agency;
    struct Opened {
        RecordId access;
        PersonId person;
    };
    std::vector<Opened> opened; // one for each id that the home knows the person by
    WallTime until;
    WallTime serverTime;
};

inline constexpr std::size_t kMaxEmergencyBytes = 16 * 1024;
inline constexpr std::size_t kMaxEmergencyPersons = 16;

[[nodiscard]] Bytes encode(const EmergencyAsk& ask);
[[nodiscard]] Bytes encode(const EmergencyReply& reply);

// Malformed, NotText, TooLarge; WrongTenant for another agency's. Whether the wish is one is checkWish's to say.
[[nodiscard]] Result<EmergencyAsk> decodeEmergencyAsk(BytesView bytes, const AgencyId& agency);
[[nodiscard]] Result<EmergencyReply> decodeEmergencyReply(BytesView bytes, const AgencyId& agency);

} // namespace frontsheet::wire
