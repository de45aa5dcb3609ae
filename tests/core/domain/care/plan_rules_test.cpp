// One plan, one case owner, one owner for each action, and a reason for whatever is not met.
#include "tests/core/domain/care/care_fixture.h"

namespace frontsheet {
namespace {

using namespace std::string_literals;

class PlanRules : public CareFixture {
protected:
    static void offer(FieldSet& f, const Principal& to, const Principal& by, WallTime at) {
        f.put(care_plan::kOfferedTo, to.worker);
        f.put(care_plan::kOfferedBy, by.worker);
        f.put(care_plan::kOfferedAt, at);
        f.put(care_plan::kOfferWords, "I leave for Leeds on Friday"s);
    }
    static void take(FieldSet& f, const Principal& who, WallTime at) {
        f.put(care_plan::kCaseOwner, who.worker);
        f.put(care_plan::kOwnerSince, at);
        f.erase(care_plan::kOfferedTo.tag);
        f.erase(care_plan::kOfferedBy.tag);
        f.erase(care_plan::kOfferedAt.tag);
        f.erase(care_plan::kOfferWords.tag);
    }
};

TEST_F(PlanRules, WhoOpensAPlanIsItsCaseOwnerAndNobodyElse) {
    EXPECT_EQ(refusedTo(assessor, RecordType::CarePlan, [&](FieldSet& f) { f.put(care_plan::kState, "open"s); }),
              ErrorCode::Missing);
    EXPECT_EQ(refusedTo(assessor, RecordType::CarePlan,
                        [&](FieldSet& f) {
                            f.put(care_plan::kState, "open"s);
                            f.put(care_plan::kCaseOwner, colleagueAtCouncil.worker);
                        }),
              ErrorCode::NotPermitted);
    EXPECT_EQ(plan().fields.get(care_plan::kCaseOwner), assessor.worker);
}

TEST_F(PlanRules, ACaseOwnerChangesOnlyByBeingAskedAndSayingYes) {
    const auto before = plan();
    EXPECT_EQ(
        refusedChange(manager, before, [&](FieldSet& f) { f.put(care_plan::kCaseOwner, colleagueAtCouncil.worker); }),
        ErrorCode::NotPermitted)
        << "not even a manager makes somebody the owner";
    EXPECT_EQ(refusedChange(colleagueAtCouncil, before, [&](FieldSet& f) { take(f, colleagueAtCouncil, now); }),
              ErrorCode::NotPermitted)
        << "unasked";
    const auto offered = changed(manager, before, [&](FieldSet& f) { offer(f, colleagueAtCouncil, manager, now); });
    EXPECT_EQ(offered.fields.get(care_plan::kCaseOwner), assessor.worker) << "until somebody says yes";
    EXPECT_EQ(refusedChange(reviewer, offered, [&](FieldSet& f) { take(f, reviewer, now); }), ErrorCode::NotPermitted);
    const auto accepted = changed(colleagueAtCouncil, offered, [&](FieldSet& f) { take(f, colleagueAtCouncil, now); });
    EXPECT_EQ(accepted.fields.get(care_plan::kCaseOwner), colleagueAtCouncil.worker);
    EXPECT_TRUE(accepted.fields.get(care_plan::kOfferedTo).empty());
}

TEST_F(PlanRules, AnOfferSaysWhoMadeItAndIsNoneToWhoHoldsItAlready) {
    const auto before = plan();
    EXPECT_EQ(refusedChange(manager, before, [&](FieldSet& f) { offer(f, assessor, manager, now); }),
              ErrorCode::WrongState);
    EXPECT_EQ(refusedChange(manager, before, [&](FieldSet& f) { offer(f, colleagueAtCouncil, assessor, now); }),
              ErrorCode::NotPermitted);
    EXPECT_EQ(refusedChange(assessor, before, [&](FieldSet& f) { f.erase(care_plan::kCaseOwner.tag); }),
              ErrorCode::Missing)
        << "and a plan is never nobody's";
}

TEST_F(PlanRules, APlanThatAnotherAgencyContinuesIsClosedHereWithAReason) {
    const auto before = plan();
    const auto passOn = [&](FieldSet& f) {
        f.put(care_plan::kContinuedBy, ids.timeOrdered<RecordId>(now));
        f.put(care_plan::kContinuedOf, AgencyId{"mental_health_trust"});
    };
    EXPECT_EQ(refusedChange(assessor, before, passOn), ErrorCode::WrongState);
    const auto closed = changed(assessor, before, [&](FieldSet& f) {
        passOn(f);
        f.put(care_plan::kState, "closed"s);
        f.put(care_plan::kClosedOn, "2026-11-20"s);
        f.put(care_plan::kClosedBecause, "The older adults team leads from now on"s);
    });
    EXPECT_EQ(refusedChange(assessor, closed, [](FieldSet& f) { f.put(care_plan::kSummary, "more"s); }),
              ErrorCode::Immutable);
}

TEST_F(PlanRules, ANeedThatIsNotMetSaysWhyInWordsThatThePersonCouldRead) {
    const auto open = writes(assessor, RecordType::Need, [](FieldSet& f) {
        f.put(need::kText, "Help to wash in the morning"s);
        f.put(need::kState, "open"s);
    });
    EXPECT_EQ(refusedChange(assessor, open,
                            [](FieldSet& f) {
                                f.put(need::kState, "unmet"s);
                                f.put(need::kUnmetBecause, "waiting-list"s);
                                f.put(need::kUnmetWords, " \n"s);
                            }),
              ErrorCode::Missing);
    const auto unmet = changed(assessor, open, [](FieldSet& f) {
        f.put(need::kState, "unmet"s);
        f.put(need::kUnmetBecause, "waiting-list"s);
        f.put(need::kUnmetWords, "No carer has time before nine; you are third on the list"s);
        f.put(need::kNextLook, "2026-12-01"s);
    });
    EXPECT_EQ(changed(assessor, unmet, [](FieldSet& f) { f.put(need::kState, "met"s); }).fields.text(need::kState),
              "met");
}

TEST_F(PlanRules, APartnerOnTheTeamAddsToThePlanAndAStrangerDoesNot) {
    FieldSet f;
    f.put(need::kText, "A dressing twice a week"s);
    f.put(need::kState, "open"s);
    auto adding = creation(nurse, RecordType::Need, f);
    adding.home = assessor.agency;
    EXPECT_TRUE(ask(nurse, std::nullopt, adding, kOnTheTeam));
    EXPECT_EQ(refusal(nurse, std::nullopt, adding, {}), ErrorCode::NotPermitted);
    auto opening = creation(nurse, RecordType::CarePlan, f);
    opening.home = assessor.agency;
    EXPECT_EQ(refusal(nurse, std::nullopt, opening, kOnTheTeam), ErrorCode::NotPermitted)
        << "another agency's plan is its own to open";
}

TEST_F(PlanRules, AnActionHasOneOwnerADateAndWhoAsked) {
    for (const FieldSpec& field : {FieldSpec{action::kOwner}, FieldSpec{action::kOwnerAgency}, FieldSpec{action::kDue},
                                   FieldSpec{action::kWhat}, FieldSpec{action::kAskedBy}}) {
        auto f = asks(nurse);
        f.erase(field.tag);
        EXPECT_EQ(refusal(assessor, std::nullopt, creation(assessor, RecordType::Action, f)), ErrorCode::Missing)
            << field.name;
    }
    auto another = asks(nurse);
    another.put(action::kAskedBy, reviewer.worker);
    EXPECT_EQ(refusal(assessor, std::nullopt, creation(assessor, RecordType::Action, another)),
              ErrorCode::NotPermitted);
}

TEST_F(PlanRules, NobodySaysYesForAnother) {
    auto done = asks(nurse);
    done.put(action::kState, "accepted"s);
    EXPECT_EQ(refusal(assessor, std::nullopt, creation(assessor, RecordType::Action, done)), ErrorCode::NotPermitted);
    EXPECT_EQ(action(assessor).fields.text(action::kState), "accepted") << "but for oneself at once";
    const auto offered = action(nurse);
    const auto yes = [](FieldSet& f) { f.put(action::kState, "accepted"s); };
    EXPECT_EQ(refusedChange(assessor, offered, yes), ErrorCode::NotPermitted);
    EXPECT_EQ(refusedChange(colleague, offered, yes), ErrorCode::NotPermitted);
    EXPECT_EQ(changed(nurse, offered, yes).fields.text(action::kState), "accepted") << "at another agency's home";
}

TEST_F(PlanRules, AnActionEndsWithAReportOfItsOwnerOrAReason) {
    const auto mine = changed(nurse, action(nurse), [](FieldSet& f) { f.put(action::kState, "accepted"s); });
    EXPECT_EQ(refusedChange(nurse, mine, [](FieldSet& f) { f.put(action::kState, "done"s); }), ErrorCode::Missing);
    EXPECT_EQ(refusedChange(nurse, mine, [](FieldSet& f) { f.put(action::kState, "declined"s); }), ErrorCode::Missing);
    const auto done = [&](FieldSet& f) {
        f.put(action::kState, "done"s);
        f.put(action::kReport, "It stands beside her bed"s);
        f.put(action::kReportedAt, now);
    };
    EXPECT_EQ(refusedChange(assessor, mine, done), ErrorCode::NotPermitted);
    const auto ended = changed(nurse, mine, done);
    EXPECT_EQ(refusedChange(nurse, ended, [](FieldSet& f) { f.put(action::kReport, "or not"s); }),
              ErrorCode::Immutable);
}

TEST_F(PlanRules, AnotherOwnerIsAskedFirst) {
    const auto mine = changed(nurse, action(nurse), [](FieldSet& f) { f.put(action::kState, "accepted"s); });
    const auto toColleague = [&](FieldSet& f) { f.put(action::kOwner, colleague.worker); };
    EXPECT_EQ(refusedChange(assessor, mine, toColleague), ErrorCode::WrongState);
    const auto asked = changed(assessor, mine, [&](FieldSet& f) {
        toColleague(f);
        f.put(action::kState, "offered"s);
    });
    EXPECT_EQ(refusedChange(nurse, asked, [](FieldSet& f) { f.put(action::kState, "accepted"s); }),
              ErrorCode::NotPermitted);
    EXPECT_EQ(
        changed(colleague, asked, [](FieldSet& f) { f.put(action::kState, "accepted"s); }).fields.get(action::kOwner),
        colleague.worker);
}

TEST_F(PlanRules, WhatIsAskedIsTheAskersToChange) {
    const auto offered = action(nurse);
    EXPECT_EQ(refusedChange(nurse, offered, [](FieldSet& f) { f.put(action::kDue, "2027-11-24"s); }),
              ErrorCode::NotPermitted);
    EXPECT_EQ(
        changed(assessor, offered, [](FieldSet& f) { f.put(action::kDue, "2026-11-26"s); }).fields.text(action::kDue),
        "2026-11-26");
}

TEST_F(PlanRules, WhatThePayersPayIsWhatItCosts) {
    namespace p = package_line;
    const auto line = [](std::int64_t council, std::int64_t person) {
        return [=](FieldSet& f) {
            f.put(p::kTask, "Help to wash and dress"s);
            f.put(p::kState, "arranging"s);
            f.put(p::kWeeklyCostPence, 154'00);
            f.put(p::kCouncilPence, council);
            f.put(p::kPersonPence, person);
            f.put(p::kVisitsAWeek, 7);
            f.put(p::kMinutesAVisit, 30);
        };
    };
    EXPECT_EQ(refusedTo(assessor, RecordType::PackageLine, line(100'00, 50'00)), ErrorCode::Malformed);
    const auto arranged = writes(assessor, RecordType::PackageLine, line(100'00, 54'00));
    EXPECT_EQ(refusedChange(assessor, arranged, [](FieldSet& f) { f.put(p::kMinutesAVisit, 30'000); }),
              ErrorCode::TooLarge);
    EXPECT_EQ(refusedChange(assessor, arranged, [](FieldSet& f) { f.put(p::kMinutesAVisit, -1); }),
              ErrorCode::Malformed);
    EXPECT_EQ(refusedChange(assessor, arranged,
                            [](FieldSet& f) {
                                f.put(p::kStartsOn, "2026-12-01"s);
                                f.put(p::kEndsOn, "2026-11-01"s);
                            }),
              ErrorCode::ImpossibleDate);
    EXPECT_EQ(refusedChange(assessor, arranged, [](FieldSet& f) { f.put(p::kState, "ended"s); }), ErrorCode::Missing);
}

} // namespace
} // namespace frontsheet
