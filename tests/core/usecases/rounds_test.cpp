// A nurse's day: visits brought on and back by a tap, moved by hand, a door that stays shut, a measure that must not be left alone, and
// messages between two agencies.
#include "core/domain/schema/appointment.h"
#include "core/domain/schema/care_plan.h"
#include "core/domain/schema/measure.h"
#include "core/domain/schema/message.h"
#include "core/usecases/care_records.h"
#include "core/usecases/care_teams.h"
#include "core/usecases/measures.h"
#include "core/usecases/messages.h"
#include "core/usecases/rounds.h"
#include "tests/core/usecases/story.h"

namespace frontsheet {
namespace {

using namespace std::string_literals;
using care::VisitStage;
using std::chrono::minutes;

class RoundStory : public Story {
protected:
    RoundStory() {
        world.hold({sampleMembership(world.ids(), "council", edith, "community_trust", "W012")});
        (void)must(CareTeams(nurse().workplace()).involve(edith, WorkerId{"W001"}));
        meet();
        first = plans(30);
        second = plans(60);
        third = plans(90);
    }
    void meet() {
        for (int round = 0; round < 2; ++round) {
            world.sync(nurse());
            world.sync(colleague());
            world.sync(assessor());
        }
    }
    RecordId plans(int minutesFromNow) {
        CareRecords care{nurse().workplace()};
        auto record = must(care.begin(RecordType::Appointment, edith));
        record.fields.put(appointment::kStartsAt, world.now() + minutes{minutesFromNow});
        record.fields.put(appointment::kWhy, "Leg wound dressing"s);
        return must(care.save(std::nullopt, std::move(record)));
    }
    Rounds rounds() { return Rounds(nurse().workplace()); }
    DaysRound day() { return must(rounds().today()); }
    std::vector<RecordId> order() {
        std::vector<RecordId> out;
        for (const auto& one : day().visits) {
            out.push_back(one.visit.id);
        }
        return out;
    }
    MeasureTaken phq9(std::vector<int> answers) const {
        MeasureTaken out;
        out.person = edith;
        out.instrument = "phq-9";
        out.answers = std::move(answers);
        return out;
    }
    RecordId first, second, third;
};

TEST_F(RoundStory, AVisitIsBroughtOnByATapAndBackByAnother) {
    EXPECT_EQ(day().next, 0U);
    must(rounds().bring(first, VisitStage::OnTheWay));
    must(rounds().bring(first, VisitStage::There));
    EXPECT_EQ(day().visits[0].stage, VisitStage::There);
    must(rounds().bring(first, VisitStage::Done));
    const auto after = day();
    ASSERT_EQ(after.visits.size(), 3U) << "what is done stays on the day's list";
    EXPECT_EQ(after.visits[0].stage, VisitStage::Done);
    EXPECT_EQ(after.next, 1U);
    must(rounds().bring(first, VisitStage::Planned));
    EXPECT_EQ(day().visits[0].stage, VisitStage::Planned);
    EXPECT_FALSE(day().visits[0].visit.fields.get(appointment::kArrivedAt).isKnown());
    meet();
    EXPECT_EQ(at("community_trust", first).fields.text(appointment::kState), "planned") << "the home says the same";
}

TEST_F(RoundStory, ASecondTapIsNoSecondEdit) {
    must(rounds().bring(first, VisitStage::Done));
    const auto saves = nurse().store.saves();
    must(rounds().bring(first, VisitStage::Done));
    EXPECT_EQ(nurse().store.saves(), saves);
}

TEST_F(RoundStory, AVisitThatIsNotMadeSaysWhyAndCanBePutBack) {
    EXPECT_EQ(refused(rounds().takeOff(first, NoVisit::CalledOff, "")), ErrorCode::Missing);
    must(rounds().takeOff(first, NoVisit::CalledOff, "In hospital since last night"));
    EXPECT_EQ(day().visits[0].stage, VisitStage::Cancelled);
    EXPECT_EQ(day().next, 1U);
    must(rounds().bring(first, VisitStage::Planned));
    EXPECT_EQ(day().next, 0U);
    EXPECT_TRUE(day().visits[0].visit.fields.text(appointment::kStateBecause).empty());
}

TEST_F(RoundStory, TheOrderIsKeptOnTheDeviceWithoutContact) {
    must(rounds().move(third, 0));
    EXPECT_EQ(order(), (std::vector{third, first, second}));
    must(rounds().move(first, 2));
    EXPECT_EQ(order(), (std::vector{third, second, first}));
    EXPECT_EQ(refused(rounds().move(RecordId{}, 0)), ErrorCode::NotFound);
}

TEST_F(RoundStory, ADoorThatStaysShutIsSomebodysUntilSomebodyKnows) {
    EXPECT_EQ(refused(rounds().noReply({first, {}, "Rang twice"})), ErrorCode::Missing) << "somebody must be told";
    must(rounds().noReply({first, WorkerId{"W016"}, "Rang twice, knocked at the window"}));
    EXPECT_EQ(refused(rounds().bring(first, VisitStage::Planned)), ErrorCode::WrongState);
    ASSERT_EQ(day().unanswered.size(), 1U);
    meet();
    const auto theirs = must(Rounds(colleague().workplace()).today());
    ASSERT_EQ(theirs.unanswered.size(), 1U) << "it stands on the list of who was told";
    EXPECT_EQ(refused(Rounds(colleague().workplace()).knownSafe(first, KnownSafe::Heard, " ")), ErrorCode::Missing);
    must(Rounds(colleague().workplace()).knownSafe(first, KnownSafe::Heard, "At her sister's, rang me herself"));
    meet();
    EXPECT_TRUE(day().unanswered.empty());
    EXPECT_EQ(at("community_trust", first).fields.text(appointment::kState), "stopped");
}

TEST_F(RoundStory, AMeasureIsKeptWhileItIsTakenAndScoredByTheRuleBook) {
    Measures measures{nurse().workplace()};
    auto begun = phq9({2, -1, -1, -1, -1, -1, -1, -1, -1});
    begun.record = must(measures.keep(begun));
    const auto left = must(measures.left(edith, "phq-9"));
    ASSERT_TRUE(left);
    EXPECT_EQ(left->answers, begun.answers);
    EXPECT_EQ(refused(measures.take(begun)), ErrorCode::Malformed) << "not every item is answered";
    begun.answers = {2, 1, 1, 1, 1, 1, 1, 1, 0};
    const auto taken = must(measures.take(begun));
    EXPECT_FALSE(must(measures.left(edith, "phq-9")));
    const auto history = must(measures.history(edith));
    ASSERT_EQ(history.size(), 1U);
    EXPECT_EQ(history[0].score, 9);
    EXPECT_EQ(history[0].record, taken);
    EXPECT_FALSE(history[0].awaitsSafety);
}

TEST_F(RoundStory, AnUnsafeAnswerWaitsUntilItIsDecidedAndTheActionNamesIt) {
    Measures measures{nurse().workplace()};
    const auto unsafe = must(measures.take(phq9({0, 0, 0, 0, 0, 0, 0, 0, 1})));
    ASSERT_EQ(must(measures.unsafe()).size(), 1U);
    SafetyDecided decided{unsafe, care::SafetyDecision::AskedAndSafe, "", "", "", {}, {}};
    EXPECT_EQ(refused(measures.decide(decided)), ErrorCode::Missing) << "what she said is written down";
    decided.decision = care::SafetyDecision::ActionMade;
    decided.owner = WorkerId{"W001"};
    decided.ownerAgency = AgencyId{"council"};
    must(measures.decide(decided));
    EXPECT_TRUE(must(measures.unsafe()).empty());
    EXPECT_EQ(refused(measures.decide(decided)), ErrorCode::WrongState) << "once";
    meet();
    const auto asked = must(assessor().store.worklist(Worklist::Actions, "W001", 10));
    ASSERT_EQ(asked.size(), 1U) << "it reaches who is asked";
    EXPECT_EQ(asked[0].record.fields.get(action::kMeasure), unsafe);
    EXPECT_EQ(asked[0].record.fields.text(action::kState), "offered");
    EXPECT_EQ(at("community_trust", unsafe).fields.text(measure::kSafety), "action-made");
}

TEST_F(RoundStory, AMessageIsReadOnceAndItsAnswerComesBack) {
    Messages mine{nurse().workplace()};
    NewMessage message;
    message.person = edith;
    message.toAgency = AgencyId{"council"};
    message.toWorker = WorkerId{"W001"};
    EXPECT_EQ(refused(mine.write(message)), ErrorCode::Missing);
    message.text = "The rail came loose again";
    message.record = must(mine.keep(message));
    ASSERT_TRUE(must(mine.left(edith)));
    const auto sent = must(mine.write(message));
    EXPECT_EQ(sent, message.record);
    EXPECT_FALSE(must(mine.left(edith)));
    meet();
    Messages theirs{assessor().workplace()};
    ASSERT_EQ(must(theirs.unread()).size(), 1U);
    NewMessage reply;
    reply.person = edith;
    reply.toAgency = AgencyId{"community_trust"};
    reply.toWorker = WorkerId{"W012"};
    reply.replyTo = sent;
    reply.text = "Sam comes on Thursday";
    (void)must(theirs.write(reply));
    EXPECT_TRUE(must(theirs.unread()).empty()) << "who answers has read it";
    meet();
    const auto all = must(mine.about(edith));
    ASSERT_EQ(all.size(), 2U);
    EXPECT_TRUE(all[0].answered);
    EXPECT_EQ(all[0].message.fields.get(message::kReadBy), WorkerId{"W001"});
    ASSERT_EQ(must(mine.unread()).size(), 1U);
    must(mine.read(all[1].message.id));
    EXPECT_TRUE(must(mine.unread()).empty());
}

TEST_F(RoundStory, WhatOneWroteToOnesOwnDutyDeskWaitsForAColleague) {
    NewMessage message;
    message.person = edith;
    message.toAgency = AgencyId{"community_trust"};
    message.text = "Somebody for Saturday, please";
    (void)must(Messages(nurse().workplace()).write(message));
    EXPECT_TRUE(must(Messages(nurse().workplace()).unread()).empty());
    meet();
    EXPECT_EQ(must(Messages(colleague().workplace()).unread()).size(), 1U);
}

} // namespace
} // namespace frontsheet
