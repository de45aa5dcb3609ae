#include "core/usecases/care_teams.h"
#include "tests/core/usecases/story.h"

namespace frontsheet {
namespace {

class CareTeamsStory : public Story {
protected:
    RecordId note = must(ContactNotes(nurse().workplace()).sign({}, visit("Dressing changed")));
    CareTeams teams{nurse().workplace()};
    void SetUp() override { world.sync(nurse()); }
};

TEST_F(CareTeamsStory, WhoIsInvolvedReadsAndWhoseInvolvementEndedNoLongerDoes) {
    world.sync(assessor());
    EXPECT_FALSE(holds(assessor(), note)) << "she is not involved yet";
    const auto membership = must(teams.involve(edith, WorkerId{"W001"}));
    world.sync(nurse());
    world.sync(assessor());
    EXPECT_TRUE(holds(assessor(), note));
    world.pass(std::chrono::hours{1});
    must(teams.end(membership));
    world.sync(nurse());
    world.sync(assessor());
    EXPECT_FALSE(holds(assessor(), note)) << "what she held by it alone has gone";
    EXPECT_FALSE(holds(assessor(), membership));
}

TEST_F(CareTeamsStory, NobodyIsInvolvedTwiceAndNobodyTheDirectoryDoesNotHave) {
    (void)must(teams.involve(edith, WorkerId{"W001"}));
    EXPECT_EQ(refused(teams.involve(edith, WorkerId{"W001"})), ErrorCode::Duplicate);
    EXPECT_EQ(refused(teams.involve(edith, WorkerId{"W999"})), ErrorCode::NotFound);
}

TEST_F(CareTeamsStory, AnAgencyInvolvesOnlyInWhatItHolds) {
    EXPECT_EQ(refused(CareTeams(assessor().workplace()).involve(edith, WorkerId{"W002"})), ErrorCode::NotFound)
        << "the council does not know her under this id";
}

TEST_F(CareTeamsStory, AnEndIsSaidOnce) {
    const auto membership = must(teams.involve(edith, WorkerId{"W001"}));
    EXPECT_EQ(refused(teams.end(membership)), ErrorCode::WrongState) << "it has not begun";
    world.sync(nurse());
    must(teams.end(membership));
    world.pass(std::chrono::hours{1});
    EXPECT_EQ(refused(teams.end(membership)), ErrorCode::WrongState) << "it has ended";
    EXPECT_EQ(refused(teams.end(note)), ErrorCode::NotFound);
}

TEST_F(CareTeamsStory, WhoseInvolvementEndedMayBeInvolvedAgain) {
    const auto first = must(teams.involve(edith, WorkerId{"W001"}));
    world.sync(nurse());
    must(teams.end(first));
    world.pass(std::chrono::hours{1});
    EXPECT_NE(must(teams.involve(edith, WorkerId{"W001"})), first);
}

} // namespace
} // namespace frontsheet
