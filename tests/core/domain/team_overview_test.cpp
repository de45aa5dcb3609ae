// A manager's view of the team: who is of it, who is away, what is open, whose it is and what nobody has.
#include "core/domain/schema/appointment.h"
#include "core/domain/schema/care_plan.h"
#include "core/domain/schema/directory.h"
#include "core/domain/schema/placement.h"
#include "core/domain/schema/referral.h"
#include "core/domain/schema/rota.h"
#include "core/domain/team_overview.h"
#include "tests/support/sample_records.h"

#include <gtest/gtest.h>

namespace frontsheet {
namespace {

using namespace std::chrono_literals;
using namespace std::string_literals;

const AgencyId kCouncil{"council"};
const AgencyId kTrust{"community_trust"};
const WorkerId kBethan{"W001"};
const WorkerId kTom{"W002"};
const WorkerId kCarol{"W004"};
const WorkerId kGone{"W777"}; // in the directory no longer
constexpr const char* kToday = "2026-11-20";

class TeamView : public testing::Test {
protected:
    template <class Fill>
    Record record(RecordType type, Fill fill, const AgencyId& home = kCouncil) {
        Record one;
        one.id = ids.random<RecordId>();
        one.type = type;
        one.home = home;
        one.person = edith;
        one.occurredAt = kFridayMorning;
        one.recordedAt = kFridayMorning;
        fill(one.fields);
        return one;
    }
    template <class Fill>
    void holds(RecordType type, Fill fill, const AgencyId& home = kCouncil) {
        if (auto work = openWorkOf(record(type, fill, home), kCouncil)) {
            works.push_back(*work);
        }
    }
    auto refers(const AgencyId& to, const WorkerId& worker, const char* state, const char* acceptedBy = "") {
        return [=](FieldSet& f) {
            f.put(referral::kNeed, "Rails"s);
            f.put(referral::kToAgency, to);
            f.put(referral::kToWorker, worker);
            f.put(referral::kFromWorker, to == kCouncil ? WorkerId{"W012"} : kBethan);
            f.put(referral::kState, std::string{state});
            f.put(referral::kAcceptedBy, WorkerId{acceptedBy});
            f.put(referral::kAnswerBy, kFridayMorning + 48h);
        };
    }
    auto acts(const WorkerId& owner, const char* state, const char* due) {
        return [=](FieldSet& f) {
            f.put(action::kWhat, "Bring a commode"s);
            f.put(action::kOwner, owner);
            f.put(action::kOwnerAgency, kCouncil);
            f.put(action::kAskedBy, kBethan);
            f.put(action::kAskedByAgency, kCouncil);
            f.put(action::kState, std::string{state});
            f.put(action::kDue, std::string{due});
        };
    }
    auto plans(const WorkerId& owner, const WorkerId& asked = {}) {
        return [=](FieldSet& f) {
            f.put(care_plan::kState, "open"s);
            f.put(care_plan::kCaseOwner, owner);
            f.put(care_plan::kOfferedTo, asked);
            f.put(care_plan::kReviewDue, "2027-01-10"s);
        };
    }
    auto visits(const WorkerId& worker, WallTime at, const char* state = "planned") {
        return [=](FieldSet& f) {
            f.put(appointment::kWorker, worker);
            f.put(appointment::kStartsAt, at);
            f.put(appointment::kState, std::string{state});
        };
    }
    [[nodiscard]] TeamOverview look(WallTime at = kFridayMorning) {
        return overviewOf({teamOf(moira, directory), kToday, at, others}, works, directory);
    }
    void covers(std::vector<std::string> places) {
        for (auto& one : records) {
            if (one.type == RecordType::Worker && one.fields.get(worker::kCode) == moira.worker) {
                one.fields.put(worker::kCovers, places);
            }
        }
        directory = Directory{records};
    }

    SeededIdSource ids{20261120};
    std::vector<Record> records = sampleDirectory(ids);
    Directory directory{records};
    PersonId edith = ids.timeOrdered<PersonId>(kFridayMorning);
    Principal moira{kCouncil, WorkerId{"W032"}, "team manager", {}};
    std::vector<OpenWork> works;
    std::set<PersonId> others;
};

TEST_F(TeamView, WhoCoversEverythingHasTheWholeAgencyAndWhoCoversAPlaceItsWorkers) {
    const auto whole = teamOf(moira, directory);
    EXPECT_EQ(whole.workers.size(), 10U);
    EXPECT_EQ(whole.workers.front().name, "Bethan Price") << "by name";
    EXPECT_FALSE(whole.has(WorkerId{"W012"})) << "another agency's nurse";
    covers({"Kitley"});
    const auto part = teamOf(moira, directory);
    EXPECT_TRUE(part.has(WorkerId{"W005"})) << "covers Kitley";
    EXPECT_TRUE(part.has(WorkerId{"W008"})) << "covers everything";
    EXPECT_TRUE(part.has(moira.worker));
    EXPECT_FALSE(part.has(kCarol)) << "Saltmarsh";
}

TEST_F(TeamView, AnAbsenceLastsUntilItsEndOrUntilTheyAreBack) {
    const auto away = [&](const char* from, const char* until, const char* back = "") {
        return record(RecordType::Absence, [&](FieldSet& f) {
            f.put(absence::kWorker, kBethan);
            f.put(absence::kFrom, std::string{from});
            f.put(absence::kUntil, std::string{until});
            f.put(absence::kEndedOn, std::string{back});
        });
    };
    const std::vector all{away("2026-12-01", "2026-12-04"), away("2026-11-02", "2026-11-06"), away("2026-11-18", ""),
                          away("2026-11-16", "2026-11-27", "2026-11-19"),
                          away("2026-11-23", "2026-11-24", "2026-11-23")};
    const auto coming = absencesFrom(all, kToday);
    ASSERT_EQ(coming.size(), 2U) << "over, back before, and called off";
    EXPECT_EQ(coming[0].from, "2026-11-18");
    EXPECT_EQ(coming[1].from, "2026-12-01");
    EXPECT_NE(awayOn(coming, kBethan, kToday), nullptr);
    EXPECT_EQ(awayOn(coming, kTom, kToday), nullptr);
    EXPECT_TRUE(coming[0].overlaps("2027-01-01", "")) << "nobody knows when it ends";
    EXPECT_FALSE(coming[1].overlaps("2026-12-05", "2026-12-06"));
}

TEST_F(TeamView, ALoopIsOursOrOthersToClose) {
    holds(RecordType::Referral, refers(kCouncil, kBethan, "sent"), kTrust);
    holds(RecordType::Referral, refers(kCouncil, kBethan, "info-asked"), kTrust);
    holds(RecordType::Referral, refers(kTrust, WorkerId{"W012"}, "sent"));
    holds(RecordType::Referral, refers(kTrust, WorkerId{"W012"}, "info-asked"));
    holds(RecordType::Referral, [&](FieldSet& f) {
        refers(kTrust, WorkerId{"W012"}, "declined")(f);
        f.put(referral::kAnswer, "Not eligible"s);
    });
    holds(RecordType::Referral, refers(kTrust, WorkerId{"W012"}, "withdrawn"));
    holds(RecordType::Referral, refers(AgencyId{"housing"}, WorkerId{"W028"}, "sent"), kTrust);
    const auto seen = look();
    EXPECT_EQ(seen.waitingForUs.size(), 3U) << "to answer, a question, and words that nobody has read";
    EXPECT_EQ(seen.waitingForOthers.size(), 2U) << "we asked, or they were asked something";
    EXPECT_TRUE(seen.overdue.empty());
    EXPECT_EQ(look(kFridayMorning + 49h).overdue.size(), 2U) << "ours to answer and theirs";
}

TEST_F(TeamView, NothingIsWithoutAnOwnerUnsaid) {
    holds(RecordType::Referral, refers(kCouncil, {}, "sent"), kTrust);
    holds(RecordType::Referral, refers(kCouncil, {}, "started", "W777"), kTrust);
    holds(RecordType::Referral, refers(kCouncil, {}, "started", "W001"), kTrust);
    holds(RecordType::Action, acts(kGone, "accepted", "2026-11-30"));
    holds(RecordType::Action, acts(kTom, "declined", "2026-11-30"));
    holds(RecordType::Action, acts(kGone, "offered", "2026-11-30"));
    holds(RecordType::Action, acts(kGone, "done", "2026-11-30"));
    holds(RecordType::CarePlan, plans({}));
    holds(RecordType::CarePlan, plans(kTom));
    holds(RecordType::Placement, [](FieldSet& f) { f.put(placement::kPlacedAt, "Tern House"s); });
    std::multiset<Held> found;
    for (const auto& one : look().unowned) {
        found.insert(one.held);
    }
    EXPECT_EQ(found.count(Held::Nobody), 3U) << "a referral to the desk, a plan, a placement";
    EXPECT_EQ(found.count(Held::Gone), 3U) << "taken by, owned by, offered to somebody who has left";
    EXPECT_EQ(found.count(Held::Declined), 1U);
    EXPECT_EQ(found.size(), 7U);
}

TEST_F(TeamView, WhatHasNoOwnerIsSeenByWhoeverHasThePersonAndByEverybodyWhereNobodyHas) {
    holds(RecordType::CarePlan, plans({}));
    covers({"Kitley"});
    EXPECT_EQ(look().unowned.size(), 1U) << "in nobody's caseload";
    others.insert(edith);
    EXPECT_TRUE(look().unowned.empty()) << "another manager's to see";
    holds(RecordType::Action, acts(kTom, "accepted", "2026-11-01"));
    EXPECT_TRUE(look().overdue.empty()) << "another team's worker";
}

TEST_F(TeamView, WhatIsOfferedStaysItsOwnersUntilTheOtherSaysYes) {
    holds(RecordType::CarePlan, plans(kTom, kCarol));
    holds(RecordType::Action, acts(kCarol, "offered", "2026-11-10"));
    const auto seen = look();
    EXPECT_EQ(seen.offered.size(), 2U);
    EXPECT_TRUE(seen.unowned.empty());
    ASSERT_EQ(seen.overdue.size(), 1U) << "an offer stops no clock";
    for (const auto& load : seen.loads) {
        const auto& code = load.worker.code;
        EXPECT_EQ(load.asked, code == kCarol ? 2U : 0U) << load.worker.name;
        EXPECT_EQ(load.plans, code == kTom ? 1U : 0U);
        EXPECT_EQ(load.actions, 0U) << "nobody's until somebody says yes";
    }
}

TEST_F(TeamView, WhoIsNotKnownToBeSafeStandsInFrontOfWhatIsLate) {
    holds(RecordType::Action, acts(kTom, "accepted", "2026-10-01"));
    holds(RecordType::Action, acts(kTom, "accepted", kToday));
    holds(RecordType::Appointment, visits(kBethan, kFridayMorning + -1h, "no-reply"));
    holds(RecordType::Appointment, visits(kBethan, kFridayMorning + -3h));
    holds(RecordType::Appointment, visits(kTom, kFridayMorning + -30h));
    const auto late = look().overdue;
    ASSERT_EQ(late.size(), 3U) << "what is due today is not late, nor a visit that may still be under way";
    EXPECT_EQ(late[0].kind, WorkKind::NoReply);
    EXPECT_EQ(late[1].due, "2026-10-01");
    EXPECT_EQ(late[2].kind, WorkKind::Visit) << "nobody has said what became of it";
    for (const auto& load : look().loads) {
        EXPECT_EQ(load.overdue, load.worker.code == kTom ? 2U : load.worker.code == kBethan ? 1U : 0U);
    }
}

TEST_F(TeamView, WhoeverIsAwayLeavesWhatFallsDueUntilTheyAreBackAndWhatWaitsOnAnyDay) {
    holds(RecordType::Appointment, visits(kBethan, kFridayMorning + 72h));
    holds(RecordType::Appointment, visits(kBethan, kFridayMorning + 30 * 24h));
    holds(RecordType::Action, acts(kBethan, "accepted", "2026-11-12"));
    holds(RecordType::Action, acts(kBethan, "offered", "2026-11-25"));
    holds(RecordType::CarePlan, plans(kBethan));
    holds(RecordType::Referral, refers(kCouncil, {}, "started", "W001"), kTrust);
    holds(RecordType::Referral, refers(kTrust, WorkerId{"W012"}, "sent"));
    EXPECT_EQ(dueWithin(works, kBethan, "2026-11-27").size(), 4U)
        << "a visit, an action that is late, one she has not answered, a referral she took; the plan is for January";
    EXPECT_EQ(dueWithin(works, kBethan, "").size(), 6U) << "nobody knows when she is back";
    EXPECT_TRUE(dueWithin(works, kTom, "").empty());
    const auto hands = inTheHandsOf(kBethan, works);
    EXPECT_EQ(hands.owned.size(), 5U);
    EXPECT_EQ(hands.asked.size(), 1U);
    EXPECT_EQ(hands.sent.size(), 1U) << "goes on in her name";
}

} // namespace
} // namespace frontsheet
