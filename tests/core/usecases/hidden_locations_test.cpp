#include "core/domain/schema/permission.h"
#include "core/domain/schema/registration.h"
#include "core/domain/sharing/permission_codec.h"
#include "core/usecases/hidden_locations.h"
#include "tests/core/usecases/story.h"

namespace frontsheet {
namespace {

using namespace std::chrono_literals;
namespace stated = permission_statement;

// Edith has fled her nephew, and the nurse W012 keeps where she lives now hidden. W016 is a colleague at the trust.
class HiddenLocationsStory : public Story {
protected:
    using Story::at; // a record at its home
    HiddenLocations at(Desk& desk) { return HiddenLocations{desk.workplace()}; }
    [[nodiscard]] ToHide wanted() const {
        ToHide out;
        out.person = edith;
        out.readers = {WorkerId{"W012"}, WorkerId{"W016"}};
        out.where = "Flat 3, 12 Ferry Lane";
        out.words = "He has a key to the old house";
        return out;
    }
    RecordId hidden() {
        const auto id = must(at(nurse()).hide(wanted()));
        world.sync(nurse());
        world.sync(colleague());
        return id;
    }
    HiddenLocation only(Desk& desk) {
        const auto all = must(at(desk).of(edith));
        EXPECT_EQ(all.size(), 1u);
        return all.empty() ? HiddenLocation{} : all.front();
    }
    FrontSheet sheet(Desk& desk) { return must(People{desk.workplace()}.frontSheet(edith)); }
};

TEST_F(HiddenLocationsStory, ItIsHiddenOnTheDeviceAtOnceAndTheRecorderSeesTheirOwnWordsUntilTheyAreSent) {
    ASSERT_TRUE(sheet(nurse()).address.known());
    const auto before = must(at(nurse()).before(edith));
    EXPECT_NE(before.where.find(sheet(nurse()).address.first()), std::string::npos) << "to begin with";
    ASSERT_FALSE(before.colleagues.empty());
    EXPECT_EQ(before.colleagues.front().code, nurse().me.worker) << "the worker first";
    for (const auto& colleague : before.colleagues) {
        EXPECT_EQ(colleague.agency, nurse().me.agency);
    }
    must(at(nurse()).hide(wanted()));
    const auto page = sheet(nurse());
    EXPECT_TRUE(page.addressHidden);
    EXPECT_FALSE(page.address.known()) << "also as other agencies say it";
    EXPECT_FALSE(page.phone.known());
    EXPECT_TRUE(page.familyName.known());
    EXPECT_EQ(only(nurse()).where, "Flat 3, 12 Ferry Lane");
    EXPECT_TRUE(only(nurse()).waiting);
    world.sync(nurse());
    EXPECT_TRUE(only(nurse()).where.empty()) << "sent, and without a visit";
    EXPECT_FALSE(only(nurse()).waiting);
    EXPECT_EQ(refused(at(nurse()).hide(wanted())), ErrorCode::WrongState) << "twice";
}

TEST_F(HiddenLocationsStory, AVisitOfOnesOwnOpensItForItsHours) {
    const auto id = hidden();
    const WallTime due = colleague().clock.now() + 20h;
    must(at(colleague()).planVisit(id, due));
    EXPECT_TRUE(only(colleague()).where.empty()) << "more than twelve hours before";
    ASSERT_EQ(only(colleague()).visits.size(), 1u);
    world.sync(colleague());
    world.sync(nurse());
    EXPECT_EQ(only(nurse()).visits.size(), 1u) << "colleagues see who visits";
    world.pass(8h);
    EXPECT_EQ(only(colleague()).where, "Flat 3, 12 Ferry Lane");
    EXPECT_EQ(only(colleague()).knownUntil, due + 4h);
    EXPECT_TRUE(only(nurse()).where.empty()) << "somebody else's visit";
    EXPECT_FALSE(sheet(colleague()).address.known()) << "no ordinary place has it, for no visitor";
    // Out of signal, with the record still on the device: past the hours it is not shown.
    world.pass(16h);
    EXPECT_TRUE(only(colleague()).where.empty());
    EXPECT_TRUE(only(colleague()).visits.empty()) << "done";
}

TEST_F(HiddenLocationsStory, AVisitIsTakenBackAndImpossibleTimesAreRefused) {
    const auto id = hidden();
    const WallTime now = colleague().clock.now();
    EXPECT_EQ(refused(at(colleague()).planVisit(id, now + -4h)), ErrorCode::InvalidArgument);
    EXPECT_EQ(refused(at(colleague()).planVisit(id, now + 24h * 120)), ErrorCode::InvalidArgument);
    must(at(colleague()).planVisit(id, now));
    EXPECT_FALSE(only(colleague()).where.empty());
    must(at(colleague()).cancelVisit(id, now));
    EXPECT_TRUE(only(colleague()).where.empty());
    EXPECT_TRUE(only(colleague()).visits.empty());
}

TEST_F(HiddenLocationsStory, WhoMayKnowIsForThoseWhoKnow) {
    const auto id = hidden();
    EXPECT_EQ(refused(at(colleague()).nameReaders(id, {})), ErrorCode::Missing);
    must(at(colleague()).nameReaders(id, {WorkerId{"W012"}}));
    world.sync(colleague());
    world.sync(nurse());
    EXPECT_FALSE(only(colleague()).mayVisit);
    EXPECT_FALSE(only(colleague()).mayChange) << "no longer named, and did not record it";
    EXPECT_EQ(refused(at(colleague()).planVisit(id, colleague().clock.now() + 1h)), ErrorCode::NotPermitted);
    EXPECT_EQ(refused(at(colleague()).lift(id)), ErrorCode::NotPermitted);
    EXPECT_TRUE(only(nurse()).mayChange);
}

TEST_F(HiddenLocationsStory, WhoMovesIsHiddenAnewInOneStep) {
    const auto old = hidden();
    auto moved = wanted();
    moved.where = "9 Harbour Steps";
    moved.instead = old;
    const auto fresh = must(at(nurse()).hide(moved));
    EXPECT_TRUE(sheet(nurse()).addressHidden);
    world.sync(nurse());
    EXPECT_EQ(only(nurse()).statement, fresh);
    EXPECT_EQ(at("community_trust", old).fields.find(stated::kWhere.tag), nullptr) << "the old address is erased";
    EXPECT_EQ(at("community_trust", fresh).fields.get(stated::kWhere), "9 Harbour Steps");
}

TEST_F(HiddenLocationsStory, LiftedTheRecordsSayItAgainAndTheHidingPlaceIsGone) {
    const auto id = hidden();
    must(at(colleague()).lift(id));
    must(at(colleague()).lift(id));
    world.sync(colleague());
    world.sync(nurse());
    EXPECT_TRUE(must(at(nurse()).of(edith)).empty());
    EXPECT_TRUE(sheet(nurse()).address.known());
    EXPECT_EQ(at("community_trust", id).fields.find(stated::kWhere.tag), nullptr);
}

} // namespace
} // namespace frontsheet
