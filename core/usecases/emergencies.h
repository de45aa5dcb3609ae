// Emergency accesses to this agency's records: what waits for the governance lead's review, and how one is told of. Opening, ending and reviewing go over ports/emergency_line.h. Not for the UI thread.
#pragma once

#include "core/usecases/workplace.h"

#include <string>
#include <vector>

namespace frontsheet {

struct EmergencyRow {
    RecordId access;
    AgencyId home; // whose records it opened
    PersonId person;
    std::string personName; // as called aloud; empty where this device holds nothing else of them
    AgencyId agency;        // of who opened it
    WorkerId worker;
    std::string role;
    std::string reason;
    WallTime openedAt;
    WallTime until; // when it ended or will end
    bool isOpen = false;
    bool isMine = false; // who opened it may not review it
    std::string review;  // awaiting justified not-justified
    WorkerId reviewedBy;
    WallTime reviewedAt;
    std::string reviewWords;
};

// Without the name.
[[nodiscard]] EmergencyRow emergencyRow(const Record& access, const Principal& me, WallTime now);

class Emergencies {
public:
    explicit Emergencies(Workplace workplace) : m_work(workplace) {}

    // Newest first.
    [[nodiscard]] Result<std::vector<EmergencyRow>> toReview(std::size_t limit);

private:
    Workplace m_work;
};

} // namespace frontsheet
