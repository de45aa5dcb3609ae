// Edith, known to the trust and to the council, with the nurse and the assessor on her care team: what one writes the other reads once they
// have met their servers.
#pragma once

#include "core/usecases/care_records.h"
#include "core/usecases/care_teams.h"
#include "tests/core/usecases/story.h"

namespace frontsheet {

class CareTeamStory : public Story {
protected:
    CareTeamStory() {
        world.hold({sampleMembership(world.ids(), "council", edith, "community_trust", "W012")});
        (void)must(CareTeams(nurse().workplace()).involve(edith, WorkerId{"W001"}));
        meet();
    }
    void meet() {
        for (int round = 0; round < 2; ++round) {
            world.sync(nurse());
            world.sync(colleague());
            world.sync(assessor());
        }
    }
    template <class Fill>
    Result<RecordId> writes(Desk& desk, RecordType type, Fill fill) {
        CareRecords care{desk.workplace()};
        FS_ASSIGN(auto record, care.begin(type, edith));
        fill(record.fields);
        return care.save(std::nullopt, std::move(record));
    }
    template <class Fill>
    RecordId written(Desk& desk, RecordType type, Fill fill) {
        return must(writes(desk, type, fill));
    }
};

} // namespace frontsheet
