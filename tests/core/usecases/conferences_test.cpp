// A conference about Edith's way home: called at the council's desk, answered at the others', held, and what came of it.
#include "core/domain/care/state_machine.h"
#include "core/domain/schema/care_plan.h"
#include "core/domain/schema/conference.h"
#include "core/domain/schema/safety.h"
#include "core/domain/schema/view.h"
#include "core/usecases/care_records.h"
#include "core/usecases/conferences.h"
#include "core/usecases/plan_answers.h"
#include "tests/core/usecases/story.h"

#include <algorithm>

namespace frontsheet {
namespace {

using namespace std::chrono_literals;
using namespace std::string_literals;

class ConferencesStory : public Story {
protected:
    ConferencesStory() {
        world.hold({sampleRegistration(world.ids(), "council", edith),
                    sampleMembership(world.ids(), "council", edith, "council", "W001"),
                    sampleMembership(world.ids(), "council", edith, "community_trust", "W012"),
                    sampleMembership(world.ids(), "community_trust", edith, "council", "W001")});
        syncAll();
        CareRecords care{assessor().workplace()};
        must(care.save(std::nullopt, must(care.begin(RecordType::CarePlan, edith))));
        syncAll();
    }
    void syncAll() {
        for (int round = 0; round < 2; ++round) {
            for (auto* desk : {&assessor(), &nurse(), &officer()}) {
                world.sync(*desk);
            }
        }
    }
    Conferences at(Desk& desk) { return Conferences{desk.workplace()}; }
    [[nodiscard]] static care::Invitee worker(Desk& desk) {
        return {desk.me.agency, desk.me.worker, desk.me.worker.str(), {}, "worker"};
    }
    [[nodiscard]] ConferenceCall wanted() {
        ConferenceCall call;
        call.person = edith;
        call.about = "Edith's way home";
        call.place = "Mallow Court, the garden room";
        call.startsAt = world.now() + 24h;
        call.invited = {{{}, {}, "Edith Hale", {}, "person"},
                        {{}, {}, "Tom Hale", "son", "family"},
                        worker(nurse()),
                        worker(officer())};
        return call;
    }
    [[nodiscard]] RecordId called() {
        const auto id = must(at(assessor()).call(wanted()));
        syncAll();
        return id;
    }
    [[nodiscard]] ConferencePage page(Desk& desk, const RecordId& id) { return must(at(desk).open(id)); }
    [[nodiscard]] static const Record& of(const ConferencePage& page, const std::string& who) {
        const auto found = std::find_if(page.sheet.invited.begin(), page.sheet.invited.end(), [&](const Record& one) {
            return one.fields.text(invitation::kName) == who || one.fields.get(invitation::kWorker).str() == who;
        });
        EXPECT_NE(found, page.sheet.invited.end()) << who;
        return *found;
    }
    [[nodiscard]] static std::string answerOf(const ConferencePage& page, const std::string& who) {
        return std::string{of(page, who).fields.text(invitation::kAnswer)};
    }
};

TEST_F(ConferencesStory, CallingOneAndEveryInvitationIsOneSaveAndNothingWithoutThePersonOrAReason) {
    const auto before = assessor().store.saves();
    const auto id = must(at(assessor()).call(wanted()));
    EXPECT_EQ(assessor().store.saves(), before + 1);
    EXPECT_EQ(page(assessor(), id).sheet.invited.size(), 4U);
    EXPECT_FALSE(page(assessor(), id).sheet.conference.fields.get(conference::kPlan).isNull());

    auto bad = wanted();
    bad.startsAt = world.now() + -1h;
    EXPECT_EQ(refused(at(assessor()).call(bad)), ErrorCode::ImpossibleDate);
    bad = wanted();
    bad.invited.clear();
    EXPECT_EQ(refused(at(assessor()).call(bad)), ErrorCode::Missing);
    bad = wanted();
    bad.invited.erase(bad.invited.begin());
    EXPECT_EQ(refused(at(assessor()).call(bad)), ErrorCode::Missing) << "Edith herself is not asked";
    bad.notInvitedBecause = "In theatre that day";
    EXPECT_FALSE(must(at(assessor()).call(bad)).isNull());
    bad = wanted();
    bad.about.clear();
    EXPECT_EQ(refused(at(assessor()).call(bad)), ErrorCode::Missing);
}

TEST_F(ConferencesStory, NoneIsCalledAboutSomebodyWhoHasDied) {
    CareRecords care{assessor().workplace()};
    auto death = must(care.begin(RecordType::Death, edith));
    death.fields.put(death::kDiedOn, "2026-11-19"s);
    must(care.save(std::nullopt, death));
    EXPECT_TRUE(must(at(assessor()).calling(edith)).died);
    EXPECT_EQ(refused(at(assessor()).call(wanted())), ErrorCode::WrongState);
}

TEST_F(ConferencesStory, AnInvitationReachesEverybodyAskedAndTheirAnswerComesBack) {
    const auto id = called();
    const auto nurses = must(at(nurse()).toCome());
    ASSERT_EQ(nurses.size(), 1U);
    EXPECT_TRUE(nurses[0].conference) << "on the care team: the conference too";
    ASSERT_TRUE(page(nurse(), id).mine);
    EXPECT_TRUE(page(nurse(), id).steps.empty()) << "the council's to run";
    must(at(nurse()).answer(page(nurse(), id).mine->id, "cannot", "On leave", "She managed the stairs twice."));
    // Off the care team: what they are asked to stands on the invitation itself.
    const auto housing = must(at(officer()).toCome());
    ASSERT_EQ(housing.size(), 1U);
    ASSERT_TRUE(housing[0].invitation);
    EXPECT_FALSE(housing[0].conference);
    EXPECT_EQ(housing[0].startsAt, housing[0].invitation->fields.get(invitation::kStartsAt));
    must(at(officer()).answer(housing[0].invitation->id, "coming", "", ""));
    syncAll();
    const auto seen = page(assessor(), id);
    EXPECT_EQ(answerOf(seen, "W012"), "cannot");
    EXPECT_EQ(of(seen, "W012").fields.text(invitation::kWordsSent), "She managed the stairs twice.");
    EXPECT_EQ(answerOf(seen, "W028"), "coming");
    EXPECT_EQ(seen.sheet.turnout.unanswered, 2);
    EXPECT_EQ(refused(at(officer()).answer(housing[0].invitation->id, "perhaps", "", "")), ErrorCode::InvalidArgument);
}

TEST_F(ConferencesStory, MovingItTellsEverybodyAndAsksAgainWhoHadAnswered) {
    const auto id = called();
    must(at(nurse()).answer(page(nurse(), id).mine->id, "coming", "", ""));
    syncAll();
    EXPECT_EQ(refused(at(assessor()).move(id, world.now() + -1h, "x")), ErrorCode::ImpossibleDate);
    must(at(assessor()).move(id, world.now() + 72h, "The surgery"));
    syncAll();
    EXPECT_EQ(answerOf(page(nurse(), id), "W012"), "asked");
    EXPECT_EQ(must(at(officer()).toCome())[0].startsAt, world.now() + 72h);
}

TEST_F(ConferencesStory, CallingItOffReachesWhoWasToCome) {
    const auto id = called();
    EXPECT_EQ(refused(at(assessor()).callOff(id, "")), ErrorCode::Missing);
    must(at(assessor()).callOff(id, "Snow"));
    syncAll();
    EXPECT_EQ(page(assessor(), id).sheet.conference.fields.text(conference::kState), "cancelled");
    const auto row = must(at(officer()).toCome());
    ASSERT_EQ(row.size(), 1U);
    EXPECT_EQ(row[0].invitation->fields.text(invitation::kAnswer), "called-off");
    EXPECT_TRUE(must(at(assessor()).toCome()).empty());
}

TEST_F(ConferencesStory, WhoDisagreesIsWrittenDownWithTheDecisionAndNothingOverwritesIt) {
    const auto id = called();
    EXPECT_EQ(refused(at(assessor()).decide(id, "", {})), ErrorCode::Missing);
    const auto before = assessor().store.saves();
    const auto decision = must(
        at(assessor())
            .decide(id, "A trial at home from 1 December", {{"family", "Tom Hale", "son", "She will fall again."}}));
    EXPECT_EQ(assessor().store.saves(), before + 1);
    syncAll();
    must(at(nurse()).disagree(decision, {"worker", "Grace Obi", "community nurse", "A week later would be safer."}));
    syncAll();
    for (auto* desk : {&assessor(), &nurse()}) {
        const auto seen = page(*desk, id);
        ASSERT_EQ(seen.sheet.decisions.size(), 1U);
        ASSERT_EQ(seen.sheet.decisions[0].dissent.size(), 2U);
        EXPECT_EQ(seen.sheet.decisions[0].dissent[0].fields.text(view::kSaid), "She will fall again.");
        EXPECT_EQ(seen.sheet.decisions[0].dissent[1].home, nurse().me.agency) << "hers is her own agency's";
    }
    EXPECT_EQ(refused(at(assessor()).disagree(decision, {"family", "Tom Hale", "son", " "})), ErrorCode::Missing);
    const auto second = must(at(assessor()).decide(id, "Key safe by Friday", {}));
    EXPECT_EQ(page(assessor(), id).sheet.decisions[1].decision.id, second);
    must(at(assessor()).enteredInError(second, "Nobody had agreed that"));
    EXPECT_EQ(page(assessor(), id).sheet.decisions.size(), 1U);
}

TEST_F(ConferencesStory, AnActionIsOfferedToItsOwnerAndShowsInThePlanAndHereUntilItIsReportedOn) {
    const auto id = called();
    const auto task =
        must(at(assessor()).agree(id, {"Fit the bath board", "", nurse().me.agency, nurse().me.worker, "2026-11-27"}));
    EXPECT_EQ(refused(at(assessor()).agree(id, {"Somebody should ring", "", {}, {}, "2026-11-27"})), ErrorCode::Missing)
        << "exactly one owner";
    EXPECT_EQ(refused(at(assessor()).agree(id, {"Ring", "", nurse().me.agency, nurse().me.worker, ""})),
              ErrorCode::Missing)
        << "and a date";
    syncAll();
    const auto plan = must(CareRecords{nurse().workplace()}.plan(edith));
    ASSERT_EQ(plan.sheet.actions.size(), 1U);
    EXPECT_EQ(plan.sheet.actions[0].record.fields.text(action::kState), "offered");
    must(PlanAnswers{nurse().workplace()}.answer(task, PlanAnswers::Answer::Accept, ""));
    must(PlanAnswers{nurse().workplace()}.answer(task, PlanAnswers::Answer::Finish, "Fitted"));
    syncAll();
    const auto seen = page(assessor(), id);
    ASSERT_EQ(seen.sheet.actions.size(), 1U);
    EXPECT_EQ(seen.sheet.actions[0].record.fields.text(action::kReport), "Fitted");
}

TEST_F(ConferencesStory, ItIsHeldWithWhoCameAndTheMinutesReachTheOtherAgency) {
    const auto id = called();
    const auto edithsOwn = of(page(assessor(), id), "Edith Hale").id;
    must(at(assessor()).attended(edithsOwn, "there"));
    must(at(assessor()).attended(of(page(assessor(), id), "W012").id, "apologies"));
    must(at(assessor()).attended(of(page(assessor(), id), "Tom Hale").id, "absent"));
    must(at(assessor()).attended(of(page(assessor(), id), "Tom Hale").id, "by-phone"));
    EXPECT_EQ(refused(at(assessor()).attended(edithsOwn, "late")), ErrorCode::InvalidArgument);
    must(at(assessor()).keepMinutes(id, "Edith spoke first."));
    EXPECT_EQ(page(assessor(), id).minutesLeft, "Edith spoke first.");
    EXPECT_EQ(refused(at(assessor()).hold(id, {"2026-11-20", "", "", ""})), ErrorCode::Missing);
    EXPECT_EQ(refused(at(assessor()).hold(id, {"2026-11-20", "unable", "", ""})), ErrorCode::Missing)
        << "she was not there, because";
    must(at(assessor()).hold(id, {"2026-11-20", "there", "", "Edith spoke first."}));
    EXPECT_EQ(page(assessor(), id).minutesLeft, "");
    syncAll();
    const auto seen = page(nurse(), id);
    EXPECT_EQ(seen.sheet.conference.fields.text(conference::kSummary), "Edith spoke first.");
    EXPECT_EQ(seen.sheet.turnout.there, 2);
    EXPECT_EQ(seen.sheet.turnout.apologies, 1);
    EXPECT_TRUE(must(at(assessor()).toCome()).empty());
    EXPECT_EQ(refused(at(nurse()).addToMinutes(id, "Mine")), ErrorCode::NotPermitted);
}

TEST_F(ConferencesStory, WhatWasTypedOfACallIsKept) {
    auto half = wanted();
    half.startsAt = {};
    half.record = must(at(assessor()).keepCall(half));
    const auto left = must(at(assessor()).calling(edith)).left;
    ASSERT_TRUE(left);
    EXPECT_EQ(left->record, half.record);
    EXPECT_EQ(left->about, "Edith's way home");
    half.startsAt = world.now() + 24h;
    EXPECT_EQ(must(at(assessor()).call(half)), half.record);
    EXPECT_FALSE(must(at(assessor()).calling(edith)).left);
}

} // namespace
} // namespace frontsheet
