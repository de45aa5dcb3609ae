// Asking a home to open somebody's records in an emergency, to end that, or to say what a review found. Online: each call
// waits for the home's answer. One thread at a time; not the UI's.
#pragma once

#include "core/domain/emergency_access.h"

#include <vector>

namespace frontsheet {

struct EmergencyOpening {
    std::vector<PersonId> persons; // the ids the home knows the person by
    std::vector<RecordId> accesses;
    WallTime until; // by the home's clock
};

class EmergencyLine {
public:
    virtual ~EmergencyLine() = default;
    // `request`: 16 random bytes; the same again, after an answer that never came, opens nothing twice. NotPermitted, NotFound,
    // Duplicate (several people may be meant), what checkWish says, and the network's errors.
    [[nodiscard]] virtual Result<EmergencyOpening> open(const AgencyId& home, const EmergencyWish& wish,
                                                        const OpId& request) = 0;
    [[nodiscard]] virtual Result<void> end(const AgencyId& home, const RecordId& access) = 0;
    [[nodiscard]] virtual Result<void> review(const AgencyId& home, const RecordId& access, EmergencyVerdict verdict,
                                              const std::string& words) = 0;
};

} // namespace frontsheet
