// The manager's week at the council: what is open and whose it is, passing it on, and who is away.
#include "core/domain/schema/appointment.h"
#include "core/domain/schema/care_plan.h"
#include "core/domain/schema/care_team.h"
#include "core/domain/schema/directory.h"
#include "core/domain/schema/placement.h"
#include "core/usecases/care_records.h"
#include "core/usecases/offers.h"
#include "core/usecases/team_work.h"
#include "tests/core/usecases/story.h"

namespace frontsheet {
namespace {

using namespace std::chrono_literals;
using namespace std::string_literals;

class TeamStory : public Story {
protected:
    TeamStory() {
        world.hold({sampleRegistration(world.ids(), "council", edith),
                    sampleMembership(world.ids(), "council", edith, "council", "W001")});
        meet();
        plan = writes(RecordType::CarePlan, [](FieldSet&) {});
        errand = writes(RecordType::Action, [](FieldSet& f) {
            f.put(action::kWhat, "Order the rails"s);
            f.put(action::kDue, "2026-11-18"s);
        });
        placed = writes(RecordType::Placement, [](FieldSet& f) {
            f.put(placement::kPlacedAt, "Tern House"s);
            f.put(placement::kDischargedOn, "2026-11-01"s);
            f.erase(placement::kReviewingOfficer.tag);
        });
        visit = writes(RecordType::Appointment, [&](FieldSet& f) { f.put(appointment::kStartsAt, world.now() + 48h); });
        meet();
    }
    Desk& moira() { return world.desk("W032"); }
    void meet() {
        for (int round = 0; round < 2; ++round) {
            for (auto* desk : {&assessor(), &otherAssessor(), &moira(), &nurse()}) {
                world.sync(*desk);
            }
        }
    }
    template <class Fill>
    RecordId writes(RecordType type, Fill fill) {
        CareRecords care{assessor().workplace()};
        auto record = must(care.begin(type, edith));
        fill(record.fields);
        return must(care.save(std::nullopt, std::move(record)));
    }
    TeamWork team() { return TeamWork{moira().workplace()}; }
    Offers by(Desk& desk) { return Offers{desk.workplace()}; }
    [[nodiscard]] FieldSet seenBy(Desk& desk, const RecordId& id) { return must(desk.store.record(id))->record.fields; }
    [[nodiscard]] std::size_t membershipsOf(const char* worker) {
        std::size_t count = 0;
        for (const auto& one : must(moira().store.ofType(RecordType::CareTeamMembership, 100))) {
            count += isCurrentMember({AgencyId{"council"}, WorkerId{worker}, "", {}}, one.record, world.now()) ? 1 : 0;
        }
        return count;
    }
    [[nodiscard]] static LoadShown loadOf(const TeamDay& day, const char* worker) {
        for (const auto& load : day.loads) {
            if (load.load.worker.code == WorkerId{worker}) {
                return load;
            }
        }
        ADD_FAILURE() << worker << " is not of the team";
        return {};
    }
    RecordId plan, errand, placed, visit;
};

TEST_F(TeamStory, SheSeesWhatIsOpenWhoseItIsAndWhatNobodyHas) {
    Referrals sender{nurse().workplace()};
    const auto asked = must(sender.send(assessment("")));
    meet();
    const auto day = must(team().today());
    ASSERT_EQ(day.waitingForUs.size(), 1U);
    EXPECT_EQ(day.waitingForUs[0].personName, "Edith Marlowe");
    ASSERT_EQ(day.unowned.size(), 2U);
    EXPECT_EQ(day.unowned[0].work.record, asked) << "nobody is named on it, and it is to be answered by Tuesday";
    EXPECT_EQ(day.unowned[1].work.record, placed) << "no reviewing officer";
    ASSERT_EQ(day.overdue.size(), 1U);
    EXPECT_EQ(day.overdue[0].work.record, errand);
    const auto bethan = loadOf(day, "W001");
    EXPECT_EQ(bethan.people, 1U);
    EXPECT_EQ(bethan.load.plans, 1U);
    EXPECT_EQ(bethan.load.overdue, 1U);
    EXPECT_EQ(refused(TeamWork{assessor().workplace()}.today()), ErrorCode::NotPermitted) << "a manager's page";
}

TEST_F(TeamStory, SeveralThingsAreOfferedAtOnceAndAreTheColleaguesWhenHeSaysYes) {
    const auto saves = moira().store.saves();
    must(by(moira()).offer({plan, errand, placed, visit}, WorkerId{"W002"}, "Bethan leaves on Friday"));
    EXPECT_EQ(moira().store.saves(), saves + 1) << "all of it, or nothing";
    meet();
    EXPECT_EQ(membershipsOf("W002"), 1U) << "he could not read them otherwise";
    EXPECT_EQ(seenBy(moira(), plan).get(care_plan::kCaseOwner), WorkerId{"W001"}) << "hers until he says yes";
    EXPECT_EQ(must(team().today()).offered.size(), 4U);
    const auto asked = must(by(otherAssessor()).askedOfMe());
    ASSERT_EQ(asked.size(), 4U);
    EXPECT_EQ(asked[0].work.record, errand) << "due first";
    EXPECT_EQ(asked[0].person.familyName, "Marlowe");
    for (const auto& one : asked) {
        must(by(otherAssessor()).accept(one.work.record));
    }
    EXPECT_EQ(refused(by(otherAssessor()).accept(plan)), ErrorCode::WrongState) << "it is his already";
    meet();
    EXPECT_EQ(seenBy(assessor(), plan).get(care_plan::kCaseOwner), WorkerId{"W002"});
    EXPECT_EQ(seenBy(assessor(), errand).get(action::kOwner), WorkerId{"W002"});
    EXPECT_EQ(seenBy(assessor(), placed).get(placement::kReviewingOfficer), WorkerId{"W002"});
    EXPECT_EQ(seenBy(assessor(), visit).get(appointment::kWorker), WorkerId{"W002"});
    const auto day = must(team().today());
    EXPECT_TRUE(day.offered.empty());
    EXPECT_TRUE(day.unowned.empty());
    EXPECT_EQ(loadOf(day, "W002").load.placements, 1U);
}

TEST_F(TeamStory, WhoSaysNoSaysWhyAndLeavesTheCareTeamAgain) {
    must(by(moira()).offer({plan, placed}, WorkerId{"W002"}, "While Bethan is away"));
    meet();
    EXPECT_EQ(refused(by(otherAssessor()).refuse(plan, " ")), ErrorCode::Missing);
    must(by(otherAssessor()).refuse(plan, "Thirty people already"));
    meet();
    EXPECT_EQ(membershipsOf("W002"), 1U) << "the placement is still asked of him";
    must(by(otherAssessor()).refuse(placed, "As I said"));
    meet();
    EXPECT_EQ(membershipsOf("W002"), 0U);
    EXPECT_EQ(must(moira().store.worklist(Worklist::Messages, "W032", 10)).size(), 2U);
    EXPECT_EQ(must(team().today()).unowned.size(), 1U) << "nobody has the placement, and that is said again";
}

TEST_F(TeamStory, NothingIsOfferedThatCannotBeAndNothingOfTheRestEither) {
    const auto saves = moira().store.saves();
    EXPECT_EQ(refused(by(moira()).offer({plan}, WorkerId{"W012"}, "")), ErrorCode::InvalidArgument)
        << "of another agency";
    EXPECT_EQ(refused(by(moira()).offer({errand, plan}, WorkerId{"W001"}, "")), ErrorCode::InvalidArgument)
        << "hers already";
    EXPECT_EQ(refused(by(moira()).takeBack(plan)), ErrorCode::WrongState) << "nobody is asked";
    EXPECT_EQ(moira().store.saves(), saves);
    must(by(moira()).offer({plan}, WorkerId{"W002"}, ""));
    must(by(moira()).takeBack(plan));
    EXPECT_TRUE(must(team().today()).offered.empty());
}

TEST_F(TeamStory, AReferralSheTookIsOfferedToAColleagueAndTheReferrerReadsWhy) {
    Referrals own{otherAssessor().workplace()};
    auto asks = assessment("W001");
    const auto id = must(own.send(asks));
    meet();
    must(Referrals(assessor().workplace()).answer(id, Answer::Accept, "On Monday"));
    meet();
    EXPECT_EQ(refused(by(moira()).offer({id}, WorkerId{"W003"}, "")), ErrorCode::Missing) << "its sender reads why";
    must(by(moira()).offer({id}, WorkerId{"W003"}, "Bethan is off sick"));
    meet();
    const auto track = must(own.track(id));
    EXPECT_EQ(track.referral.toWorker, WorkerId{"W003"});
    EXPECT_EQ(track.course.passedOnBecause, "Bethan is off sick");
}

TEST_F(TeamStory, SheMarksAColleagueAwayAndIsToldWhatFallsDueAndThatTheDeputyIsAwayToo) {
    NewAbsence holiday{WorkerId{"W001"}, "2026-11-20", "2026-11-27", WorkerId{"W002"}, "Back on Monday the 30th"};
    const auto outlook = must(team().outlook(holiday));
    EXPECT_EQ(outlook.due.size(), 2U) << "the late errand and the visit; the plan's review is not set";
    EXPECT_FALSE(outlook.already);
    const auto marked = must(team().markAway(holiday));
    must(team().markAway({WorkerId{"W002"}, "2026-11-26", "2026-11-26", {}, ""}));
    EXPECT_TRUE(must(team().outlook(holiday)).already);
    EXPECT_EQ(must(team().outlook(holiday)).deputyIsAway->worker, WorkerId{"W002"});
    meet();
    const auto day = must(team().today());
    EXPECT_TRUE(loadOf(day, "W001").awayToday);
    EXPECT_FALSE(loadOf(day, "W002").awayToday);
    ASSERT_TRUE(loadOf(day, "W002").away) << "soon";
    EXPECT_EQ(must(loadDirectory(nurse().store)).absenceOf(WorkerId{"W001"}, "2026-11-24")->deputy, WorkerId{"W002"})
        << "who rings from another agency reaches the deputy";
    must(team().backOn(marked, "2026-11-23"));
    EXPECT_EQ(must(team().of(WorkerId{"W001"})).absences.at(0).until, "2026-11-22");
    NewAbsence backwards{WorkerId{"W001"}, "2026-12-10", "2026-12-01", {}, ""};
    EXPECT_EQ(refused(team().markAway(backwards)), ErrorCode::ImpossibleDate);
    EXPECT_EQ(refused(team().markAway({WorkerId{"W012"}, "2026-12-10", "", {}, ""})), ErrorCode::NotFound);
    EXPECT_EQ(refused(TeamWork{assessor().workplace()}.markAway({WorkerId{"W002"}, "2026-12-10", "", {}, ""})),
              ErrorCode::NotPermitted);
}

TEST_F(TeamStory, AWorkerSeesWhatIsInTheirHandsAndSaysThemselvesThatTheyAreAway) {
    TeamWork own{assessor().workplace()};
    const auto desk = must(own.of(WorkerId{"W001"}));
    EXPECT_EQ(desk.owned.size(), 3U) << "plan, errand, visit";
    EXPECT_EQ(desk.people, 1U);
    ASSERT_FALSE(desk.colleagues.empty());
    EXPECT_EQ(desk.colleagues.front().role, desk.worker.role) << "who does the same work is asked first";
    EXPECT_TRUE(std::all_of(desk.colleagues.begin(), desk.colleagues.end(), [](const WorkerEntry& one) {
        return one.agency == AgencyId{"council"} && one.code != WorkerId{"W001"};
    }));
    const NewAbsence holiday{WorkerId{"W001"}, "2026-11-20", "2026-11-27", WorkerId{"W002"}, ""};
    EXPECT_EQ(must(own.outlook(holiday)).due.size(), 2U);
    const auto marked = must(own.markAway(holiday));
    EXPECT_TRUE(must(own.outlook(holiday)).already);
    meet();
    EXPECT_TRUE(loadOf(must(team().today()), "W001").awayToday) << "the manager hears of it";
    must(own.backOn(marked, "2026-11-23"));
    meet();
    EXPECT_EQ(must(team().of(WorkerId{"W001"})).absences.at(0).until, "2026-11-22");
    EXPECT_EQ(refused(own.of(WorkerId{"W002"})), ErrorCode::NotPermitted) << "a colleague's is a manager's to see";
    EXPECT_EQ(refused(own.outlook({WorkerId{"W002"}, "2026-12-10", "", {}, ""})), ErrorCode::NotPermitted);
    EXPECT_EQ(refused(own.today()), ErrorCode::NotPermitted);
}

TEST_F(TeamStory, WhatALeaverHasIsAllInOneListAndWhatCannotBePassedOnSaysSo) {
    const auto asked = must(Referrals(assessor().workplace()).send([&] {
        auto referral = assessment("W028");
        referral.toAgency = AgencyId{"housing"};
        referral.toService = ServiceId{"SVC09"};
        return referral;
    }()));
    meet();
    const auto desk = must(team().of(WorkerId{"W001"}));
    EXPECT_EQ(desk.owned.size(), 3U) << "plan, errand, visit";
    EXPECT_TRUE(std::all_of(desk.owned.begin(), desk.owned.end(),
                            [](const WorkShown& one) { return one.passing == care::PassingOn::Offer; }));
    ASSERT_EQ(desk.sent.size(), 1U);
    EXPECT_EQ(desk.sent[0].work.record, asked);
    EXPECT_EQ(desk.sent[0].passing, care::PassingOn::SenderOnly);
    EXPECT_EQ(desk.people, 1U);
    EXPECT_FALSE(std::any_of(desk.colleagues.begin(), desk.colleagues.end(),
                             [](const WorkerEntry& one) { return one.code == WorkerId{"W001"}; }));
    EXPECT_EQ(refused(team().of(WorkerId{"W012"})), ErrorCode::NotFound);
}

} // namespace
} // namespace frontsheet
