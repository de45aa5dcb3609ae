// A nurse and her colleague wrote the same alert without signal: nothing is lost, somebody is asked, and it is settled once.
#include "core/domain/schema/registration.h"
#include "core/usecases/settling_versions.h"
#include "tests/core/usecases/story.h"

#include <gmock/gmock.h>

namespace frontsheet {
namespace {

using ::testing::IsEmpty;
using ::testing::SizeIs;

class SettlingStory : public Story {
protected:
    [[nodiscard]] Record registrationAt(Desk& desk) {
        const auto about = desk.store.aboutPersons(std::span{&edith, 1});
        for (const auto& held : about.value()) {
            if (held.record.type == RecordType::Registration) {
                return held.record;
            }
        }
        return {};
    }
    void writesAlert(Desk& desk, const std::string& text) {
        const Record before = registrationAt(desk);
        Record after = before;
        after.fields.put(registration::kAlert, text);
        must(desk.store.save({must(intentFor(desk.workplace(), before, after))}));
    }
    // Both write before either has heard of the other; the colleague arrives second.
    void bothWrite() {
        writesAlert(nurse(), "Dog in the yard");
        writesAlert(colleague(), "No dog any more");
        world.sync(nurse());
        world.sync(colleague());
        world.sync(nurse());
        id = registrationAt(nurse()).id;
    }

    SettlingVersions nurses{nurse().workplace()};
    SettlingVersions colleagues{colleague().workplace()};
    RecordId id;
};

TEST_F(SettlingStory, BothHoldBothAndTheSecondAuthorIsAsked) {
    bothWrite();
    EXPECT_EQ(must(colleagues.mine()), 1u);
    EXPECT_EQ(must(nurses.mine()), 0u);
    const auto rows = must(nurses.waiting());
    ASSERT_THAT(rows, SizeIs(1)) << "a colleague of the same agency sees it wait, too";
    EXPECT_FALSE(rows[0].mine);
    EXPECT_EQ(rows[0].personName, "Edith Marlowe");
    const auto open = must(nurses.open(id));
    ASSERT_THAT(open.texts, SizeIs(1));
    EXPECT_EQ(open.texts[0].standing, "Dog in the yard");
    EXPECT_EQ(open.texts[0].other, "No dog any more");
    EXPECT_EQ(open.owner.worker, WorkerId{"W016"});
}

TEST_F(SettlingStory, KeepingBothReachesEverybodyAndNothingWaitsAnyMore) {
    bothWrite();
    must(colleagues.keepBoth(id, {}, "Ann:", "Tom:"));
    EXPECT_EQ(must(colleagues.mine()), 0u) << "at once, without signal";
    world.sync(colleague());
    world.sync(nurse());
    EXPECT_EQ(registrationAt(nurse()).fields.get(registration::kAlert),
              "Ann:\nDog in the yard\n\nTom:\nNo dog any more");
    EXPECT_THAT(must(nurses.waiting()), IsEmpty());
    EXPECT_EQ(refused(nurses.open(id)), ErrorCode::NotFound);
}

TEST_F(SettlingStory, SettledByTwoAtOnceTheSecondIsAnotherConflictAndNotALoss) {
    bothWrite();
    must(colleagues.takeOther(id, {}));
    must(nurses.write(id, {}, {{registration::kAlert.tag, "Dog at weekends"}}));
    world.sync(colleague());
    world.sync(nurse());
    world.sync(colleague());
    EXPECT_EQ(registrationAt(colleague()).fields.get(registration::kAlert), "No dog any more");
    const auto open = must(colleagues.open(id));
    EXPECT_EQ(open.texts[0].other, "Dog at weekends");
}

TEST_F(SettlingStory, KeepingWhatStandsIsJudgedByTheWordsThatWereSeen) {
    bothWrite();
    // The nurse reads and keeps "Dog in the yard"; meanwhile the colleague has put something else there.
    must(nurses.keepStanding(id, {}));
    must(colleagues.write(id, {}, {{registration::kAlert.tag, "Two dogs"}}));
    world.sync(colleague());
    world.sync(nurse());
    world.sync(colleague());
    EXPECT_EQ(registrationAt(colleague()).fields.get(registration::kAlert), "Two dogs");
    EXPECT_THAT(registrationAt(colleague()).fields.others(), SizeIs(1)) << "what she kept is there beside it";
}

TEST_F(SettlingStory, OnlyTheWordsInQuestionCanBeWrittenInPassing) {
    bothWrite();
    EXPECT_EQ(refused(colleagues.write(id, {}, {{registration::kPhone.tag, "01632 960 999"}})),
              ErrorCode::InvalidArgument);
    const std::string tooLong(5000, 'x');
    EXPECT_EQ(refused(colleagues.write(id, {}, {{registration::kAlert.tag, tooLong}})), ErrorCode::TooLarge);
    EXPECT_EQ(must(colleagues.mine()), 1u) << "nothing is changed by what was refused";
}

} // namespace
} // namespace frontsheet
