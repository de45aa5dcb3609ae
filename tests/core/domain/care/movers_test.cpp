// What a page offers somebody to do with a record, held against what the rules then let them do.
#include "core/domain/care/movers.h"
#include "core/domain/care/plan_sheet.h"
#include "core/domain/schema/view.h"
#include "tests/core/domain/care/care_fixture.h"

namespace frontsheet {
namespace {

using namespace std::string_literals;

class MoversOfPlan : public CareFixture {
protected:
    [[nodiscard]] Record offered(Record plan, const Principal& to) {
        return changed(assessor, plan, [&](FieldSet& f) {
            f.put(care_plan::kOfferedTo, to.worker);
            f.put(care_plan::kOfferedBy, assessor.worker);
            f.put(care_plan::kOfferedAt, now);
        });
    }
};

TEST_F(MoversOfPlan, WhoIsAskedAnswersAndWhoAskedMayTakeItBack) {
    const auto asked = action(nurse);
    EXPECT_TRUE(care::mayMove(asked, nurse, "accepted"));
    EXPECT_TRUE(care::mayMove(asked, nurse, "declined"));
    EXPECT_FALSE(care::mayMove(asked, nurse, "done")) << "not before they said yes";
    EXPECT_FALSE(care::mayMove(asked, assessor, "accepted")) << "nobody says yes for them";
    EXPECT_TRUE(care::mayMove(asked, assessor, "cancelled"));
    EXPECT_FALSE(care::mayMove(asked, nurse, "offered")) << "that is where it stands";
}

// Whatever the page offers of any state of an action, the rules take; whatever it does not offer, they refuse.
TEST_F(MoversOfPlan, WhatIsOfferedIsWhatTheRulesTake) {
    const auto inState = [&](const char* state) {
        auto record = action(nurse);
        record.fields.put(action::kState, std::string{state});
        record.fields.put(action::kAnswer, "Because"s);
        return record;
    };
    int offered = 0;
    for (const char* from : {"offered", "accepted", "declined", "done", "cancelled"}) {
        for (const auto& who : {nurse, assessor, colleagueAtCouncil}) {
            for (const char* to : {"offered", "accepted", "declined", "done", "cancelled"}) {
                if (std::string_view{from} == to) {
                    continue;
                }
                const auto before = inState(from);
                auto after = before;
                after.fields.put(action::kState, std::string{to});
                after.fields.put(action::kAnswer, "Because of that"s);
                if (std::string_view{to} == "done") {
                    after.fields.put(action::kReport, "It is there"s);
                }
                const bool taken = static_cast<bool>(
                    admit(who, before, edited(before, [&](FieldSet& f) { f = after.fields; }), kOnTheTeam, now));
                EXPECT_EQ(care::mayMove(before, who, to), taken) << from << " to " << to << " by " << who.worker.str();
                offered += taken ? 1 : 0;
            }
        }
    }
    EXPECT_GT(offered, 8);
}

TEST_F(MoversOfPlan, APlanPassesOnlyByBeingAskedAndAnswered) {
    const auto open = plan();
    EXPECT_EQ(care::caseOwnerMoves(open, assessor), (care::CaseOwnerMoves{true, false, false, true}));
    EXPECT_EQ(care::caseOwnerMoves(open, nurse), care::CaseOwnerMoves{}) << "a partner reads who has it";
    const auto waiting = offered(open, colleagueAtCouncil);
    EXPECT_EQ(care::caseOwnerMoves(waiting, assessor), (care::CaseOwnerMoves{false, true, false, true}));
    EXPECT_EQ(care::caseOwnerMoves(waiting, colleagueAtCouncil), (care::CaseOwnerMoves{false, false, true, false}));
    EXPECT_FALSE(care::caseOwnerMoves(waiting, reviewer).takeBack) << "whose it is, or who asked, takes it back";
    auto closed = open;
    closed.fields.put(care_plan::kState, "closed"s);
    EXPECT_EQ(care::caseOwnerMoves(closed, assessor), care::CaseOwnerMoves{});
}

TEST_F(MoversOfPlan, WhatIsAskedOfAPartnerIsItsAskersToChange) {
    const auto asked = action(nurse);
    EXPECT_TRUE(care::mayEdit(asked, assessor, kOnTheTeam));
    EXPECT_FALSE(care::mayEdit(asked, nurse, kOnTheTeam));
    auto done = asked;
    done.fields.put(action::kState, "done"s);
    EXPECT_FALSE(care::mayEdit(done, assessor, kOnTheTeam));
    const auto need = writes(assessor, RecordType::Need, [](FieldSet& f) {
        f.put(need::kText, "Help to wash"s);
        f.put(need::kState, "open"s);
    });
    EXPECT_TRUE(care::mayEdit(need, nurse, kOnTheTeam)) << "everybody on the team adds to the plan";
    EXPECT_FALSE(care::mayEdit(need, nurse, {}));
    EXPECT_FALSE(care::mayEdit(plan(), nurse, kOnTheTeam)) << "its head is its lead's";
}

TEST_F(MoversOfPlan, EachPartSaysWhomItWaitsFor) {
    const auto lead = plan();
    const auto waits = [&](const Record& record) { return care::awaitedWorker(record, std::span{&lead, 1}); };
    auto asked = action(nurse);
    EXPECT_EQ(waits(asked), (care::AwaitedWorker{nurse.agency, nurse.worker}));
    asked.fields.put(action::kState, "declined"s);
    EXPECT_EQ(waits(asked), (care::AwaitedWorker{assessor.agency, assessor.worker})) << "who asked finds somebody else";
    asked.fields.put(action::kState, "done"s);
    EXPECT_EQ(waits(asked), care::AwaitedWorker{});
    auto need = writes(assessor, RecordType::Need, [](FieldSet& f) {
        f.put(need::kText, "Help to wash"s);
        f.put(need::kState, "open"s);
    });
    EXPECT_EQ(waits(need), (care::AwaitedWorker{assessor.agency, assessor.worker}));
    EXPECT_EQ(care::awaitedWorker(need, {}), care::AwaitedWorker{}) << "nobody leads a plan";
    need.fields.put(need::kNextLook, "2026-11-18"s);
    EXPECT_EQ(care::daysLate(need, "2026-11-20"), 2);
    need.fields.put(need::kState, "met"s);
    EXPECT_EQ(care::daysLate(need, "2026-11-20"), 0);
}

TEST_F(MoversOfPlan, ANeedNamesWhatIsDoneAboutIt) {
    const auto need = writes(assessor, RecordType::Need, [](FieldSet& f) {
        f.put(need::kText, "Help to wash"s);
        f.put(need::kState, "part-met"s);
        f.put(need::kUnmetWords, "Nobody at weekends"s);
    });
    const auto line = [&](const char* state) {
        return writes(assessor, RecordType::PackageLine, [&](FieldSet& f) {
            f.put(package_line::kTask, "Morning visit"s);
            f.put(package_line::kNeed, need.id);
            f.put(package_line::kState, std::string{state});
        });
    };
    auto over = line("running");
    over.fields.put(package_line::kState, "ended"s);
    const auto sheet = care::planSheet(std::vector{need, line("running"), over}, "2026-11-20");
    EXPECT_EQ(care::provisionsOf(sheet, need.id).size(), 1U) << "what has ended meets nothing";
}

} // namespace
} // namespace frontsheet
