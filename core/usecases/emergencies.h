// Emergency accesses to this agency's records: what waits for the governance lead's review, and what the people involved with
// a person are told of it. Opening, ending and reviewing go over ports/emergency_line.h. Not for the UI thread.
#pragma once

#include "core/usecases/workplace.h"

#include <string>
#include <vector>

namespace frontsheet {

struct EmergencyRow {
    RecordId access;
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

class Emergencies {
public:
    explicit Emergencies(Workplace workplace) : m_work(workplace) {}

    // Newest first.
    [[nodiscard]] Result<std::vector<EmergencyRow>> toReview(std::size_t limit);
    // Of one human under every id that stated links join; newest first.
    [[nodiscard]] Result<std::vector<EmergencyRow>> about(const PersonId& person);

private:
    [[nodiscard]] EmergencyRow rowOf(const Record& access) const;

    Workplace m_work;
};

} // namespace frontsheet
