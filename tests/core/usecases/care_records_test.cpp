// One plan that two agencies write, without contact most of the time.
#include "core/domain/schema/care_plan.h"
#include "core/domain/schema/carer.h"
#include "core/domain/schema/directory.h"
#include "core/domain/schema/placement.h"
#include "core/domain/schema/safety.h"
#include "core/domain/schema/view.h"
#include "core/usecases/people.h"
#include "tests/core/usecases/care_team_story.h"

namespace frontsheet {
namespace {

using namespace std::string_literals;

class CareRecordsStory : public CareTeamStory {
protected:
    CareRecordsStory() {
        plan = written(nurse(), RecordType::CarePlan, [](FieldSet&) {});
        meet();
    }
    template <class Change>
    Result<RecordId> changes(Desk& desk, const RecordId& id, Change change) {
        CareRecords care{desk.workplace()};
        FS_ASSIGN(const auto seen, care.open(id));
        auto after = seen.record;
        change(after.fields);
        return care.save(seen.record, std::move(after));
    }
    [[nodiscard]] care::PlanSheet planOf(Desk& desk) { return must(CareRecords(desk.workplace()).plan(edith)).sheet; }
    RecordId plan;
};

TEST_F(CareRecordsStory, APartnerAddsToThePlanOfItsLeadAndBothSeeIt) {
    const auto need = must(
        writes(assessor(), RecordType::Need, [](FieldSet& f) { f.put(need::kText, "Help to wash in the morning"s); }));
    EXPECT_EQ(must(CareRecords(assessor().workplace()).open(need)).record.home, AgencyId{"community_trust"});
    meet();
    ASSERT_EQ(planOf(nurse()).needs.size(), 1U);
    EXPECT_EQ(planOf(nurse()).needs[0].authorAgency, AgencyId{"council"});
    EXPECT_EQ(at("community_trust", need).fields.get(need::kPlan), plan);
}

TEST_F(CareRecordsStory, AnActionGoesToItsOwnerAndItsReportComesBack) {
    const auto asked = must(writes(nurse(), RecordType::Action, [&](FieldSet& f) {
        f.put(action::kWhat, "Ask the landlord for a second rail"s);
        f.put(action::kDue, "2026-11-27"s);
        f.put(action::kOwner, assessor().me.worker);
        f.put(action::kOwnerAgency, assessor().me.agency);
    }));
    EXPECT_EQ(planOf(nurse()).actions[0].record.fields.text(action::kState), "offered") << "nobody said yes yet";
    meet();
    const auto mine = must(assessor().store.worklist(Worklist::Actions, "W001", 10));
    ASSERT_EQ(mine.size(), 1U);
    (void)must(changes(assessor(), asked, [](FieldSet& f) { f.put(action::kState, "accepted"s); }));
    (void)must(changes(assessor(), asked, [&](FieldSet& f) {
        f.put(action::kState, "done"s);
        f.put(action::kReport, "They come on Thursday"s);
        f.put(action::kReportedAt, world.now());
    }));
    meet();
    EXPECT_EQ(planOf(nurse()).actions[0].record.fields.get(action::kReport), "They come on Thursday");
    EXPECT_TRUE(must(assessor().store.worklist(Worklist::Actions, "W001", 10)).empty());
}

TEST_F(CareRecordsStory, WhatTheRuleBookRefusesIsNotSavedAndSaysWhichField) {
    const auto saves = nurse().store.saves();
    const auto refusal = writes(nurse(), RecordType::Need, [](FieldSet&) {});
    EXPECT_EQ(refused(refusal), ErrorCode::Missing);
    EXPECT_EQ(refusal.error().context, "field text");
    EXPECT_EQ(nurse().store.saves(), saves);
}

TEST_F(CareRecordsStory, ViewsOfSeveralAgenciesStandSideBySide) {
    const auto says = [&](Desk& desk, const char* whose, const char* words) {
        (void)must(writes(desk, RecordType::View, [&](FieldSet& f) {
            f.put(view::kWhose, std::string{whose});
            f.put(view::kName, "Dr Lim"s);
            f.put(view::kSaid, std::string{words});
        }));
    };
    says(assessor(), "gp", "She needs a home");
    says(nurse(), "person", "I want my own bed");
    meet();
    const auto views = planOf(nurse()).views;
    ASSERT_EQ(views.size(), 2U);
    EXPECT_EQ(views[0].fields.get(view::kSaid), "I want my own bed");
    EXPECT_EQ(views[1].home, AgencyId{"council"}) << "at the agency that recorded it";
}

TEST_F(CareRecordsStory, APlacementIsLookedAtWhenItsAgencyHasSetIt) {
    const auto begun = [&] { return must(CareRecords(assessor().workplace()).begin(RecordType::Placement, edith)); };
    EXPECT_TRUE(begun().fields.text(placement::kIntervals).empty()) << "as the guidance has them";
    for (const auto& held : must(assessor().store.ofType(RecordType::Agency, 100))) {
        if (held.record.home == AgencyId{"council"}) {
            auto council = held.record;
            council.fields.put(agency::kReviewDays, "28,91"s);
            world.hold({council});
        }
    }
    meet();
    EXPECT_EQ(begun().fields.get(placement::kIntervals), "28,91");
}

TEST_F(CareRecordsStory, AfterADeathNoGoalIsSet) {
    (void)must(writes(assessor(), RecordType::Death, [](FieldSet& f) { f.put(death::kDiedOn, "2026-11-19"s); }));
    meet();
    CareRecords care{nurse().workplace()};
    const auto goal = must(care.begin(RecordType::Goal, edith));
    const auto findings = must(care.lookAt(goal));
    ASSERT_EQ(findings.size(), 1U);
    EXPECT_EQ(findings[0].what, care::Finding::What::PersonHasDied);
}

TEST_F(CareRecordsStory, WhatIsThereStopsANewRecordOnWhateverPageItWasWritten) {
    (void)must(writes(assessor(), RecordType::Death, [](FieldSet& f) { f.put(death::kDiedOn, "2026-11-19"s); }));
    meet();
    const auto saves = nurse().store.saves();
    const auto goal =
        writes(nurse(), RecordType::Goal, [](FieldSet& f) { f.put(goal::kWords, "To walk to the shop"s); });
    EXPECT_EQ(refused(goal), ErrorCode::Duplicate);
    EXPECT_EQ(nurse().store.saves(), saves);
}

TEST_F(CareRecordsStory, WhoWillSeeItIsAskedOfWhatWouldBeSaved) {
    CareRecords care{nurse().workplace()};
    auto action = must(care.begin(RecordType::Action, edith));
    EXPECT_EQ(action.fields.text(action::kState), "accepted") << "one's own";
    action.fields.put(action::kOwner, assessor().me.worker);
    action.fields.put(action::kOwnerAgency, assessor().me.agency);
    EXPECT_EQ(care.asSaved(std::nullopt, action).fields.text(action::kState), "offered");
    EXPECT_EQ(care.asSaved(action, action).fields.text(action::kState), "accepted")
        << "one that is there stays as it is";
}

TEST_F(CareRecordsStory, AnUnchangedRecordIsNotWrittenAgain) {
    const auto saves = nurse().store.saves();
    EXPECT_EQ(must(changes(nurse(), plan, [](FieldSet&) {})), plan);
    EXPECT_EQ(nurse().store.saves(), saves);
}

// Harold cares for Edith. What is said of him for himself is on a record of his own, which hers does not lead to.
TEST_F(CareRecordsStory, WhoIsNamedAsACarerBecomesSomebodyInTheirOwnRight) {
    const auto named = must(writes(assessor(), RecordType::Carer, [](FieldSet& f) {
        f.put(carer::kName, "Mr Harold Pike"s);
        f.put(carer::kRelation, "husband"s);
        f.put(carer::kWilling, "within-limits"s);
        f.put(carer::kAskedOn, "2026-11-19"s);
    }));
    meet();
    const auto harold = at("council", named).fields.get(carer::kCarer);
    ASSERT_FALSE(harold.isNull());
    EXPECT_EQ(at("council", named).fields.get(carer::kAskedBy), assessor().me.worker) << "who says so, asked";
    EXPECT_EQ(at("council", named).person, edith);
    const auto sheet = must(People(assessor().workplace()).frontSheet(harold));
    EXPECT_EQ(sheet.familyName.versions.at(0).value, "Pike");
    const auto found = must(People(assessor().workplace()).search("pike", 5));
    ASSERT_EQ(found.size(), 1U) << "found like anybody else";
    EXPECT_EQ(found[0].person, harold);

    CareRecords care{assessor().workplace()};
    auto hidden = must(care.begin(RecordType::CarerPrivate, harold));
    hidden.fields.put(carer_private::kText, "I cannot do another winter"s);
    const auto secret = must(care.save(std::nullopt, hidden));
    meet();
    EXPECT_TRUE(holds(nurse(), named)) << "that he cares, and how far";
    EXPECT_FALSE(holds(nurse(), secret));
    for (const auto& record : must(loadAbout(assessor().workplace().reader, edith)).records) {
        EXPECT_NE(record.person, harold) << "nothing of his is on hers";
    }
    for (const auto& record : must(loadAbout(nurse().workplace().reader, harold)).records) {
        ADD_FAILURE() << "the nurse is not involved with him, and holds type " << static_cast<int>(record.type);
    }
}

TEST_F(CareRecordsStory, SomebodyWhoHasARecordIsNotMadeAnew) {
    const auto arthur = world.ids().timeOrdered<PersonId>(kFridayMorning);
    const auto named = must(writes(assessor(), RecordType::Carer, [&](FieldSet& f) {
        f.put(carer::kName, "Arthur Penn"s);
        f.put(carer::kCarer, arthur);
    }));
    meet();
    EXPECT_EQ(at("council", named).fields.get(carer::kCarer), arthur);
    for (const auto& [id, record] : world.home(AgencyId{"council"}).records()) {
        EXPECT_FALSE(record.type == RecordType::Registration && record.person == arthur);
    }
}

TEST_F(CareRecordsStory, NobodyIsMadeWhereTheCarerIsRefused) {
    const auto saves = nurse().store.saves();
    const auto refusal = writes(nurse(), RecordType::Carer, [](FieldSet& f) {
        f.put(carer::kName, "Harold Pike"s);
        f.put(carer::kWilling, "willing"s); // asked on no day
    });
    EXPECT_EQ(refused(refusal), ErrorCode::Missing);
    EXPECT_EQ(refusal.error().context, "field asked_on");
    EXPECT_EQ(nurse().store.saves(), saves);
    EXPECT_TRUE(must(People(nurse().workplace()).search("pike", 5)).empty());
}

TEST_F(CareRecordsStory, WhatIsNotOfTheCareWorkIsBegunElsewhere) {
    EXPECT_EQ(refused(CareRecords(nurse().workplace()).begin(RecordType::ContactNote, edith)), ErrorCode::Unsupported);
}

} // namespace
} // namespace frontsheet
