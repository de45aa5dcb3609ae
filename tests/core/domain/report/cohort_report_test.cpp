// People discharged to a placement, a line each, and what the report says became of them.
#include "core/domain/report/cohort_report.h"
#include "core/domain/schema/placement.h"
#include "core/domain/schema/registration.h"
#include "core/domain/schema/safety.h"
#include "tests/support/sample_records.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace frontsheet::report {
namespace {

using namespace std::string_literals;

class CohortTest : public testing::Test {
protected:
    [[nodiscard]] PersonId somebody() { return ids.random<PersonId>(); }

    Record& placed(const PersonId& person, const std::string& on, const std::string& outcome = "",
                   const std::string& outcomeOn = "") {
        Record record;
        record.id = ids.timeOrdered<RecordId>(kFridayMorning);
        record.type = RecordType::Placement;
        record.home = AgencyId{"council"};
        record.person = person;
        auto& f = record.fields;
        f.put(placement::kDischargedOn, on);
        f.put(placement::kOutcome, outcome);
        f.put(placement::kOutcomeOn, outcomeOn);
        f.put(placement::kReviewingOfficer, WorkerId{"W005"});
        return records.emplace_back(std::move(record));
    }
    void died(const PersonId& person, const std::string& on, const std::string& state = "recorded") {
        Record record;
        record.id = ids.timeOrdered<RecordId>(kFridayMorning);
        record.type = RecordType::Death;
        record.person = person;
        record.fields.put(death::kDiedOn, on);
        record.fields.put(death::kState, state);
        records.push_back(std::move(record));
    }
    [[nodiscard]] Cohort report(CohortOf of = {}, const std::string& today = "2026-11-20") {
        CohortReader reader{*periodBetween("2025-04-01", "2026-03-31"), today, std::move(of)};
        for (const auto& record : records) {
            reader.read(record);
        }
        return reader.finish();
    }
    [[nodiscard]] Fate only() {
        const auto cohort = report();
        EXPECT_EQ(cohort.people.size(), 1U);
        return cohort.people.empty() ? Fate::NotSaid : cohort.people.front().fate;
    }

    SeededIdSource ids{7};
    std::vector<Record> records;
};

TEST_F(CohortTest, TwoMonthsEndOnTheSameDayOfTheMonth) {
    EXPECT_EQ(twoMonthsAfter("2025-06-22"), "2025-08-22");
    EXPECT_EQ(twoMonthsAfter("2025-12-31"), "2026-02-28") << "February has no 31st";
    EXPECT_EQ(twoMonthsAfter("2025-06"), "");

    placed(somebody(), "2025-06-22", "died", "2025-08-22");
    EXPECT_EQ(only(), Fate::DiedWithin);
    records.clear();
    placed(somebody(), "2025-06-22", "died", "2025-08-23");
    EXPECT_EQ(only(), Fate::DiedLater);
    EXPECT_EQ(report().others(), 1U) << "one of those who lived beyond the two months";
}

TEST_F(CohortTest, ADeathThatAnotherRecordTellsOfCounts) {
    const auto edith = somebody();
    placed(edith, "2025-06-22", "still-there", "2025-07-20");
    died(edith, "2025-08-01", "entered-in-error");
    EXPECT_EQ(only(), Fate::StillThere);
    died(edith, "2025-08-02");
    EXPECT_EQ(only(), Fate::DiedWithin);

    const auto arthur = somebody();
    placed(arthur, "2025-06-22", "still-there", "2025-07-20");
    Record registration = sampleRegistration(ids, "gp_Y99001", arthur);
    registration.fields.put(registration::kDied, "2025-07-30"s);
    records.push_back(registration);
    EXPECT_EQ(report().count(Fate::DiedWithin), 2U);
}

TEST_F(CohortTest, ADeathRecordedUnderAnotherIdOfTheSamePersonCounts) {
    const auto atTheCouncil = somebody();
    const auto atTheTrust = somebody();
    placed(atTheCouncil, "2025-06-22");
    died(atTheTrust, "2025-07-01");
    EXPECT_EQ(only(), Fate::NotSaid);
    records.push_back(sampleLink(ids, "council", atTheCouncil, "community_trust", atTheTrust, "proposed"));
    EXPECT_EQ(only(), Fate::NotSaid) << "a proposal joins nobody";
    records.push_back(sampleLink(ids, "council", atTheCouncil, "community_trust", atTheTrust));
    EXPECT_EQ(only(), Fate::DiedWithin);
}

TEST_F(CohortTest, APersonIsOneWhateverTheirDischarges) {
    const auto arthur = somebody();
    const auto sameArthur = somebody();
    placed(arthur, "2025-06-22", "moved", "2025-09-01");
    placed(sameArthur, "2025-09-01", "returned-home", "2025-12-01");
    records.push_back(sampleLink(ids, "council", arthur, "council", sameArthur));
    const auto cohort = report();
    ASSERT_EQ(cohort.people.size(), 1U);
    EXPECT_EQ(cohort.people[0].dischargedOn, "2025-06-22");
    EXPECT_EQ(cohort.people[0].fate, Fate::ReturnedHome);
    EXPECT_EQ(cohort.people[0].since, "2025-12-01");
    EXPECT_FALSE(cohort.people[0].placedAgain);

    placed(arthur, "2026-05-02"); // beyond the period, and still how it went on
    EXPECT_EQ(only(), Fate::ReturnedHome);
    EXPECT_EQ(report().placedAgain(), 1U);
}

TEST_F(CohortTest, OnlyDischargesOfThePeriodToCareAreCounted) {
    placed(somebody(), "2025-03-31");
    placed(somebody(), "2025-04-01");
    placed(somebody(), "2026-03-31");
    placed(somebody(), "2026-04-01");
    placed(somebody(), "2025-06");
    placed(somebody(), "2025-06-22").fields.put(placement::kPathway, "1"s);
    placed(somebody(), "2025-06-22").fields.put(placement::kPathway, "3"s);
    const auto cohort = report();
    EXPECT_EQ(cohort.people.size(), 3U);
    EXPECT_EQ(cohort.undated, 1U);
    EXPECT_EQ(cohort.straightHome, 1U);
    ASSERT_FALSE(periodBetween("2026-03-31", "2025-04-01"));
    EXPECT_EQ(periodBetween("2026-03-31", "2025-04-01").error().code, ErrorCode::ImpossibleDate);
    EXPECT_EQ(periodBetween("2026-03", "2026-04-01").error().code, ErrorCode::InvalidArgument);
}

TEST_F(CohortTest, AnEmptyPeriodHasNobody) {
    const auto cohort = report();
    EXPECT_TRUE(cohort.people.empty());
    EXPECT_EQ(cohort.others(), 0U);
    EXPECT_EQ(cohort.early(), 0U);
}

TEST_F(CohortTest, AMonthOfDeathCountsWhereItIsClearEitherWay) {
    placed(somebody(), "2025-06-22", "died", "2025-07");
    EXPECT_EQ(only(), Fate::DiedWithin) << "all of July is within";
    records.clear();
    placed(somebody(), "2025-06-22", "died", "2025-08");
    EXPECT_EQ(only(), Fate::DiedUnclear);
    records.clear();
    placed(somebody(), "2025-06-22", "died", "2025-09");
    EXPECT_EQ(only(), Fate::DiedLater);
    records.clear();
    placed(somebody(), "2025-06-22", "died");
    EXPECT_EQ(only(), Fate::DiedUnclear);
    died(records.front().person, "2025-08-01");
    EXPECT_EQ(only(), Fate::DiedWithin) << "a day says more than nothing";
    died(records.front().person, "2025");
    EXPECT_EQ(only(), Fate::DiedWithin) << "and more than a year";
}

TEST_F(CohortTest, WhoWentHomeBeyondTwoMonthsDidNotDieWithinThem) {
    const auto edith = somebody();
    placed(edith, "2025-06-22", "returned-home", "2025-10-01");
    died(edith, "2025");
    EXPECT_EQ(only(), Fate::ReturnedHome);
}

TEST_F(CohortTest, ADeathBeforeTheDischargeIsDoubtedAndCountedAsNothingElse) {
    placed(somebody(), "2025-06-22", "died", "2025-06-20");
    const auto cohort = report();
    EXPECT_EQ(cohort.doubtful, 1U);
    EXPECT_EQ(cohort.count(Fate::DiedUnclear), 1U);
    EXPECT_EQ(cohort.others(), 0U);
}

TEST_F(CohortTest, WhoWentHomeAgainstTheirWishIsNamed) {
    const auto edith = somebody();
    const auto hilda = somebody();
    placed(edith, "2025-06-22", "returned-home", "2025-10-01").fields.put(placement::kOutcomeWish, "met"s);
    placed(hilda, "2025-06-22", "returned-home", "2025-10-01").fields.put(placement::kOutcomeWish, "against"s);
    placed(somebody(), "2025-06-22", "still-there", "2025-10-01").fields.put(placement::kOutcomeWish, "against"s);
    // In her own words and nobody has said how it stands to them: no program reads that out of them.
    placed(somebody(), "2025-06-22", "returned-home", "2025-10-01").fields.put(placement::kOwnWish, "I'd sooner stay"s);
    const auto cohort = report();
    EXPECT_EQ(cohort.count(Fate::ReturnedHome), 3U);
    EXPECT_EQ(cohort.count(Fate::ReturnedHome, WishKept::Against), 1U);
    EXPECT_EQ(cohort.count(Fate::ReturnedHome, WishKept::NotSaid), 1U);
    const auto named = std::find_if(cohort.people.begin(), cohort.people.end(), [](const auto& p) {
        return p.fate == Fate::ReturnedHome && p.wish == WishKept::Against;
    });
    ASSERT_NE(named, cohort.people.end());
    EXPECT_EQ(named->person, hilda);
}

TEST_F(CohortTest, ATrialAtHomeIsNoReturnYet) {
    auto& trial = placed(somebody(), "2025-06-22", "still-there", "2025-10-01");
    trial.fields.put(placement::kStage, "trial-at-home"s);
    trial.fields.put(placement::kTrialFrom, "2025-11-01"s);
    EXPECT_EQ(only(), Fate::AtHomeOnTrial);
    EXPECT_EQ(report().people[0].since, "2025-11-01");
}

TEST_F(CohortTest, ADischargeOfLastWeekIsNotTheLastWord) {
    placed(somebody(), "2026-03-20");
    EXPECT_EQ(report({}, "2026-04-01").early(), 1U);
    EXPECT_EQ(report({}, "2026-05-19").early(), 1U);
    EXPECT_EQ(report({}, "2026-05-20").early(), 0U);
}

TEST_F(CohortTest, AnOfficersCohortIsTheirDischargesAndEverybodysNews) {
    const auto arthur = somebody();
    placed(arthur, "2025-06-22", "moved", "2025-09-01");
    placed(arthur, "2025-09-01", "returned-home", "2025-12-01")
        .fields.put(placement::kReviewingOfficer, WorkerId{"W006"});
    placed(somebody(), "2025-06-22").fields.put(placement::kReviewingOfficer, WorkerId{"W006"});
    const auto cohort = report({AgencyId{"council"}, WorkerId{"W005"}});
    ASSERT_EQ(cohort.people.size(), 1U);
    EXPECT_EQ(cohort.people[0].fate, Fate::ReturnedHome) << "a colleague brought him home";
}

TEST_F(CohortTest, TheOrderOfTheRecordsMakesNoDifference) {
    const auto arthur = somebody();
    const auto same = somebody();
    placed(arthur, "2025-06-22", "moved", "2025-09-01");
    placed(same, "2025-09-01", "returned-home", "2025-12-01");
    placed(same, "2026-05-01", "died", "2026-05-20");
    records.push_back(sampleLink(ids, "council", arthur, "council", same));
    const auto forwards = report();
    std::reverse(records.begin(), records.end());
    const auto backwards = report();
    ASSERT_EQ(backwards.people.size(), 1U);
    EXPECT_EQ(backwards.people[0].fate, forwards.people[0].fate);
    EXPECT_EQ(backwards.people[0].placement, forwards.people[0].placement);
    EXPECT_EQ(backwards.people[0].since, forwards.people[0].since);
}

} // namespace
} // namespace frontsheet::report
