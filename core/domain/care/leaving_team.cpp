#include "core/domain/care/leaving_team.h"

#include <algorithm>

namespace frontsheet::care {

namespace {

// Somebody answers for it by name, alone.
bool needsItsOwner(WorkKind kind) { return kind == WorkKind::Plan || kind == WorkKind::Placement; }

// Nothing that anybody would have to do in their place.
bool waitsForOthers(WorkKind kind) { return kind == WorkKind::SentReferral || kind == WorkKind::Message; }

} // namespace

LeavingTeam leavingTeam(std::span<const Record> about, const AgencyId& home, const AgencyId& agency,
                        const WorkerId& worker) {
    LeavingTeam leaving;
    for (const auto& record : about) {
        auto work = record.home == home ? openWorkOf(record, agency) : std::nullopt;
        if (!work || work->owner != worker || work->ownerAgency != agency || waitsForOthers(work->kind)) {
            continue;
        }
        auto& list = needsItsOwner(work->kind) ? leaving.handOver : leaving.stays;
        list.push_back(std::move(*work));
    }
    std::stable_sort(leaving.stays.begin(), leaving.stays.end(), comesBefore);
    return leaving;
}

} // namespace frontsheet::care
