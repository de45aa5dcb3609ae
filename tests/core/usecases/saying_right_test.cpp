#include "core/domain/schema/person_link.h"
#include "core/domain/schema/registration.h"
#include "core/domain/schema/view.h"
#include "core/usecases/people.h"
#include "core/usecases/saying_right.h"
#include "tests/core/usecases/story.h"

namespace frontsheet {
namespace {

using namespace std::chrono_literals;

class SayingRightStory : public Story {
protected:
    SayingRightStory() {
        SamplePerson moved;
        moved.address = "3 Mill Hill";
        moved.town = "Kitley";
        registeredAtHousing = sampleRegistration(world.ids(), "housing", edithAtHousing, moved);
        world.hold({registeredAtHousing, sampleMembership(world.ids(), "housing", edithAtHousing, "housing", "W028"),
                    sampleMembership(world.ids(), "housing", edithAtHousing, "community_trust", "W012"),
                    sampleMembership(world.ids(), "community_trust", edith, "housing", "W028"),
                    sampleLink(world.ids(), "community_trust", edith, "housing", edithAtHousing),
                    sampleLink(world.ids(), "housing", edithAtHousing, "community_trust", edith)});
        meet();
    }
    void meet() {
        for (int round = 0; round < 2; ++round) {
            world.sync(nurse());
            world.sync(officer());
        }
    }
    [[nodiscard]] static Stated addressOn(Desk& desk, const PersonId& person) {
        return must(People{desk.workplace()}.frontSheet(person)).address;
    }
    [[nodiscard]] static RecordId says(Desk& desk, const PersonId& person, const char* value) {
        for (const auto& version : addressOn(desk, person).versions) {
            if (version.value == value) {
                return must(
                    SayingRight{desk.workplace()}.say(person, version.record, registration::kAddress.tag, value));
            }
        }
        ADD_FAILURE() << "nobody has " << value;
        return {};
    }

    PersonId edithAtHousing = world.ids().timeOrdered<PersonId>(kFridayMorning);
    Record registeredAtHousing;
    static constexpr const char* kMill = "3 Mill Hill, Kitley";
    static constexpr const char* kFore = "12 Fore Street, Saltmarsh";
};

TEST_F(SayingRightStory, StandsOnEveryDevicesFrontSheetAndOverwritesNothing) {
    const auto before = at("housing", registeredAtHousing.id);
    const auto view = says(nurse(), edith, kMill);
    const auto here = addressOn(nurse(), edith);
    ASSERT_EQ(here.right.size(), 1u);
    EXPECT_TRUE(here.right[0].waiting) << "said without signal, and shown";
    EXPECT_TRUE(addressOn(officer(), edithAtHousing).right.empty());
    meet();
    EXPECT_FALSE(addressOn(nurse(), edith).right.at(0).waiting);
    const auto there = addressOn(officer(), edithAtHousing);
    ASSERT_EQ(there.right.size(), 1u);
    EXPECT_EQ(there.right[0].worker, WorkerId{"W012"});
    EXPECT_EQ(there.right[0].agency, AgencyId{"community_trust"});
    EXPECT_EQ(there.versions.at(*there.right[0].version).value, kMill);
    EXPECT_EQ(at("housing", registeredAtHousing.id).version, before.version) << "nobody's record changed";
    EXPECT_EQ(at("community_trust", view).person, edith) << "filed under the id that her own agency knows";
}

TEST_F(SayingRightStory, TwoAgenciesMaySayDifferentThings) {
    (void)says(nurse(), edith, kMill);
    (void)says(officer(), edithAtHousing, kFore);
    meet();
    for (auto* desk : {&nurse(), &officer()}) {
        const auto stated = addressOn(*desk, edith);
        ASSERT_EQ(stated.right.size(), 2u);
        EXPECT_TRUE(stated.right[0].stands);
        EXPECT_TRUE(stated.right[1].stands);
        EXPECT_NE(stated.right[0].version, stated.right[1].version);
    }
}

TEST_F(SayingRightStory, IsSaidOtherwiseLaterAndWhatWasSaidIsKept) {
    const auto first = says(nurse(), edith, kMill);
    EXPECT_EQ(says(nurse(), edith, kMill), first) << "the same twice is said once";
    world.pass(24h);
    const auto second = says(nurse(), edith, kFore);
    EXPECT_NE(second, first);
    meet();
    const auto there = addressOn(officer(), edithAtHousing);
    ASSERT_EQ(there.right.size(), 2u);
    EXPECT_EQ(there.right[0].record, second);
    EXPECT_TRUE(there.right[0].stands);
    EXPECT_FALSE(there.right[1].stands);
    EXPECT_EQ(there.right[1].value, kMill);
}

TEST_F(SayingRightStory, IsTakenBackByWhoSaidItAlsoBeforeItWasSent) {
    const auto unsent = says(nurse(), edith, kMill);
    must(SayingRight{nurse().workplace()}.takeBack(unsent, "Taken back"));
    EXPECT_TRUE(addressOn(nurse(), edith).right.empty());
    const auto view = says(nurse(), edith, kMill);
    EXPECT_NE(view, unsent);
    meet();
    ASSERT_EQ(addressOn(officer(), edithAtHousing).right.size(), 1u);
    EXPECT_EQ(refused(SayingRight{officer().workplace()}.takeBack(view, "No")), ErrorCode::NotFound)
        << "what another agency said is theirs";
    must(SayingRight{nurse().workplace()}.takeBack(view, "Taken back"));
    meet();
    EXPECT_TRUE(addressOn(officer(), edithAtHousing).right.empty());
    EXPECT_EQ(refused(SayingRight{nurse().workplace()}.takeBack(view, "Again")), ErrorCode::NotFound);
}

TEST_F(SayingRightStory, IsAboutWhatStoodThereWhenItWasSaid) {
    SayingRight saying{nurse().workplace()};
    EXPECT_EQ(refused(saying.say(edith, registeredAtHousing.id, registration::kAddress.tag, "1 Somewhere Else")),
              ErrorCode::WrongState)
        << "it changed while she looked";
    EXPECT_EQ(refused(saying.say(edith, registeredAtHousing.id, registration::kAlert.tag, "")), ErrorCode::WrongState);
    EXPECT_EQ(refused(saying.say(edith, world.ids().random<RecordId>(), registration::kAddress.tag, kMill)),
              ErrorCode::NotFound);
}

} // namespace
} // namespace frontsheet
