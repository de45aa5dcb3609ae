#include "core/domain/emergency_access.h"
#include "core/usecases/emergencies.h"
#include "core/usecases/people.h"
#include "tests/core/usecases/story.h"

namespace frontsheet {
namespace {

using namespace std::chrono_literals;

class EmergenciesStory : public Story {
protected:
    Record opened(const std::string& reason, WallTime at) {
        EmergencyWish wish;
        wish.person = {"", "Marlowe", "Edith", "1939-02-11"};
        wish.reason = reason;
        Record access = openedInEmergency({AgencyId{"council"}, WorkerId{"W001"}, "social work assessor", {}},
                                          AgencyId{"community_trust"}, edith, wish, at);
        access.id = world.ids().timeOrdered<RecordId>(at);
        access.version.n = 1;
        return access;
    }
    // As the front sheet tells of them.
    std::vector<EmergencyRow> told(Workplace at) {
        std::vector<EmergencyRow> rows;
        const auto sheet = People{at}.frontSheet(edith); // NotFound where nothing of her is held
        for (const auto& access : sheet ? sheet->emergencies : std::vector<Record>{}) {
            rows.push_back(emergencyRow(access, at.me, kFridayMorning));
        }
        return rows;
    }
    Emergencies emergencies{nurse().workplace()};
};

TEST_F(EmergenciesStory, WhoIsInvolvedIsToldWhoOpenedWhatAndWhy) {
    world.hold({opened("Found on the floor, nobody answered", kFridayMorning + -1h),
                opened("Rang at night, very confused, alone", kFridayMorning + -20h)});
    world.sync(nurse());
    const auto rows = told(nurse().workplace());
    ASSERT_EQ(rows.size(), 2U);
    EXPECT_EQ(rows[0].reason, "Found on the floor, nobody answered");
    EXPECT_EQ(rows[0].worker, WorkerId{"W001"});
    EXPECT_EQ(rows[0].until, kFridayMorning + 3h);
    EXPECT_TRUE(rows[0].isOpen);
    EXPECT_FALSE(rows[1].isOpen);
    EXPECT_FALSE(rows[0].isMine);
}

TEST_F(EmergenciesStory, WaitsForReviewUntilItIsReviewed) {
    const Record access = opened("Found on the floor, nobody answered", kFridayMorning + -1h);
    world.hold({access});
    world.sync(nurse());
    const auto waiting = must(emergencies.toReview(10));
    ASSERT_EQ(waiting.size(), 1U);
    EXPECT_EQ(waiting[0].access, access.id);
    EXPECT_NE(waiting[0].personName.find("Marlowe"), std::string::npos);
    auto done = reviewed({AgencyId{"community_trust"}, WorkerId{"W030"}, "information governance lead", {}}, access,
                         EmergencyVerdict::Justified, "Ambulance crew confirms", kFridayMorning);
    ASSERT_TRUE(done);
    done->version.n = 2;
    world.hold({*done});
    world.sync(nurse());
    EXPECT_TRUE(must(emergencies.toReview(10)).empty());
    EXPECT_EQ(told(nurse().workplace()).at(0).review, "justified");
}

TEST_F(EmergenciesStory, WhoOpenedItIsNotToldAboutItByTheHome) {
    world.hold({opened("Found on the floor, nobody answered", kFridayMorning + -1h)});
    world.sync(assessor());
    EXPECT_TRUE(told(assessor().workplace()).empty()) << "it stays at its home";
}

} // namespace
} // namespace frontsheet
