#include "core/domain/schema/care_team.h"
#include "core/domain/schema/placement.h"
#include "core/domain/schema/referral.h"
#include "core/domain/schema/registration.h"
#include "core/domain/schema/safety.h"
#include "core/domain/worklist.h"
#include "tests/support/sample_records.h"

#include <gtest/gtest.h>

namespace frontsheet {
namespace {

using namespace std::string_literals;

class WorklistTest : public testing::Test {
protected:
    [[nodiscard]] Record referral(const std::string& state, const std::string& toWorker = "",
                                  const std::string& takenBy = "") {
        Record record = sampleMembership(ids, "community_trust", edith, "", "");
        record.type = RecordType::Referral;
        record.fields = {};
        record.fields.put(referral::kState, state);
        record.fields.put(referral::kToAgency, AgencyId{"council"});
        record.fields.put(referral::kToWorker, WorkerId{toWorker});
        record.fields.put(referral::kAcceptedBy, WorkerId{takenBy});
        record.fields.put(referral::kFromWorker, WorkerId{"W012"});
        record.fields.put(referral::kSentAt, kFridayMorning);
        return record;
    }
    static std::vector<WorklistPlace> on(const Record& record, Worklist list) {
        auto places = worklistsOf(record);
        std::erase_if(places, [&](const WorklistPlace& place) { return place.list != list; });
        return places;
    }
    SeededIdSource ids{11};
    PersonId edith = ids.random<PersonId>();
};

TEST_F(WorklistTest, ADraftIsOnItsAuthorsListUntilItIsSigned) {
    const auto at = kFridayMorning;
    EXPECT_EQ(worklistsOf(sampleNote(ids, "community_trust", edith, "W012", "x", at, "draft")),
              (std::vector<WorklistPlace>{{Worklist::Drafts, "W012", at}}));
    EXPECT_TRUE(worklistsOf(sampleNote(ids, "community_trust", edith, "W012", "x", at, "signed")).empty());
    EXPECT_TRUE(worklistsOf(sampleNote(ids, "community_trust", edith, "", "x", at, "draft")).empty())
        << "nobody's list";
}

TEST_F(WorklistTest, AnOpenReferralIsOnTheListsOfBothSides) {
    const auto at = kFridayMorning;
    EXPECT_EQ(worklistsOf(referral("sent")),
              (std::vector<WorklistPlace>{{Worklist::ReferralsSent, "W012", at},
                                          {Worklist::LoopsOfAgency, "community_trust", at},
                                          {Worklist::ReferralsToAgency, "council", at}}));
    EXPECT_EQ(on(referral("sent", "W001"), Worklist::ReferralsNamed).size(), 1u)
        << "for when its worker does not answer";
    EXPECT_EQ(worklistsOf(referral("accepted", "W001", "W001")),
              (std::vector<WorklistPlace>{{Worklist::ReferralsSent, "W012", at},
                                          {Worklist::LoopsOfAgency, "community_trust", at},
                                          {Worklist::ReferralsToWorker, "W001", at},
                                          {Worklist::ReferralsTaken, "W001", at}}));
}

TEST_F(WorklistTest, AClosedOneStaysWithItsSenderAndOneOfANewerStateWithBoth) {
    for (const auto* state : {"completed", "declined", "withdrawn"}) {
        const auto record = referral(state, "W001", "W001");
        EXPECT_EQ(on(record, Worklist::ReferralsSent).size(), 1u) << state;
        EXPECT_TRUE(on(record, Worklist::ReferralsTaken).empty()) << state;
    }
    EXPECT_EQ(worklistsOf(referral("of-tomorrow", "W001")).size(), 4u) << "rather seen too often than gone quiet";
}

// The loop is closed when the words have been read, not when they were written.
TEST_F(WorklistTest, AnOutcomeThatNobodyHasReadIsALoopOfItsAgencys) {
    auto done = referral("completed", "W001", "W001");
    EXPECT_EQ(on(done, Worklist::LoopsOfAgency).size(), 1u);
    done.fields.put(referral::kOutcomeReadAt, kFridayMorning);
    EXPECT_TRUE(on(done, Worklist::LoopsOfAgency).empty());
    EXPECT_TRUE(on(referral("withdrawn"), Worklist::LoopsOfAgency).empty()) << "its sender ended it";
}

TEST_F(WorklistTest, AFirstReviewWaitsForItsReviewingOfficerUntilItIsHeld) {
    Record placed = sampleMembership(ids, "council", edith, "", "");
    placed.type = RecordType::Placement;
    placed.fields = {};
    placed.fields.put(placement::kReviewingOfficer, WorkerId{"W004"});
    EXPECT_TRUE(on(placed, Worklist::ReviewsDue).empty()) << "no review is due";
    placed.fields.put(placement::kFirstReviewDue, "2026-11-28"s);
    placed.fields.put(placement::kOutcome, "still-there"s);
    const WallTime noon{1795867200000}; // 2026-11-28T12:00:00Z
    EXPECT_EQ(on(placed, Worklist::ReviewsDue), (std::vector<WorklistPlace>{{Worklist::ReviewsDue, "W004", noon}}));
    placed.fields.put(placement::kOutcomeOn, "2026-11-20"s);
    EXPECT_TRUE(on(placed, Worklist::ReviewsDue).empty()) << "it has been held";
    placed.fields.put(placement::kNextReviewDue, "2026-11-28"s);
    EXPECT_EQ(on(placed, Worklist::ReviewsDue).size(), 1U) << "and there is a next one";
    placed.fields.put(placement::kOutcome, "returned-home"s);
    EXPECT_TRUE(on(placed, Worklist::ReviewsDue).empty()) << "of a placement that is over no review is held";
    placed.fields.put(placement::kOutcome, "still-there"s);
    placed.fields.put(placement::kNextReviewDue, ""s);
    placed.fields.put(placement::kOutcomeOn, ""s);
    placed.fields.put(placement::kReviewingOfficer, WorkerId{});
    EXPECT_TRUE(on(placed, Worklist::ReviewsDue).empty()) << "nobody's list";
}

TEST_F(WorklistTest, APlacementStandsWithItsOfficerAndItsAgencyUntilItIsOver) {
    Record placed = sampleMembership(ids, "council", edith, "", "");
    placed.type = RecordType::Placement;
    placed.fields = {};
    placed.fields.put(placement::kReviewingOfficer, WorkerId{"W004"});
    placed.fields.put(placement::kOutcome, "still-there"s);
    EXPECT_EQ(on(placed, Worklist::Placements).size(), 1U);
    EXPECT_EQ(on(placed, Worklist::PlacementsAtAgency).front().owner, "council");
    placed.fields.put(placement::kOutcome, "returned-home"s);
    placed.fields.put(placement::kOutcomeOn, "2026-11-28"s);
    const WallTime noon{1795867200000}; // 2026-11-28T12:00:00Z
    EXPECT_EQ(worklistsOf(placed), (std::vector<WorklistPlace>{{Worklist::PlacementsEnded, "W004", noon},
                                                               {Worklist::PlacementsEndedAtAgency, "council", noon}}))
        << "over, and found by when it ended";
}

TEST_F(WorklistTest, WhoeverSaysThatSomebodyHasDiedItStandsOnOneListOfEverybody) {
    Record registered = sampleRegistration(ids, "council", edith);
    registered.fields.put(registration::kDied, "2026-11-28"s);
    EXPECT_EQ(worklistsOf(registered),
              (std::vector<WorklistPlace>{{Worklist::Deaths, kEverybody, WallTime{1795867200000}}}));
    Record died = sampleMembership(ids, "community_trust", edith, "", "");
    died.type = RecordType::Death;
    died.fields = {};
    died.fields.put(death::kDiedOn, "2026-11"s);
    died.fields.put(death::kState, "recorded"s);
    EXPECT_EQ(on(died, Worklist::Deaths).size(), 1U) << "a month alone will do";
    died.fields.put(death::kState, "entered-in-error"s);
    EXPECT_TRUE(worklistsOf(died).empty());
}

TEST_F(WorklistTest, AProposalWaitsForItsOwnAgency) {
    const auto link = sampleLink(ids, "council", edith, "community_trust", ids.random<PersonId>(), "proposed");
    EXPECT_EQ(worklistsOf(link), (std::vector<WorklistPlace>{{Worklist::LinkProposals, "council", kFridayMorning}}));
    EXPECT_TRUE(worklistsOf(sampleLink(ids, "council", edith, "x", edith, "stated")).empty());
    EXPECT_TRUE(worklistsOf(sampleRegistration(ids, "council", edith)).empty());
}

} // namespace
} // namespace frontsheet
