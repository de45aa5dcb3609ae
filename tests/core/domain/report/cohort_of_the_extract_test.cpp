// The council's extract of placements, as it came and with rows altered: the report follows the rows.
#include "core/domain/report/cohort_report.h"
#include "tests/core/extract/import_fixture.h"

#include <gtest/gtest.h>

#include <fstream>
#include <sstream>

namespace frontsheet::report {
namespace {

using extract::importText;

std::string asItCame() {
    std::ifstream stream{extract::extractPath("council_placements.csv"), std::ios::binary};
    std::stringstream text;
    text << stream.rdbuf();
    return text.str();
}

std::string altered(std::string text, const std::string& from, const std::string& to) {
    const auto at = text.find(from);
    EXPECT_NE(at, std::string::npos) << from;
    return at == std::string::npos ? text : text.replace(at, from.size(), to);
}

Cohort cohortOf(const std::string& text, std::string_view from = "2025-04-01", std::string_view until = "2026-04-30") {
    const auto run = importText(std::string{*extract::shippedMapping("council-placements")}, text, "council");
    EXPECT_TRUE(run.summary) << describe(run.summary.error());
    CohortReader reader{*periodBetween(from, until), "2026-11-20"};
    for (const auto& each : run.sink.records) {
        reader.read(each.record);
    }
    return reader.finish();
}

TEST(CohortOfTheExtract, EightyFiveDischargedSixteenDiedAThirdOfTheOthersHomeAgain) {
    const auto cohort = cohortOf(asItCame());
    EXPECT_EQ(cohort.people.size(), 85U);
    EXPECT_EQ(cohort.count(Fate::DiedWithin), 16U);
    EXPECT_EQ(cohort.others(), 69U);
    EXPECT_EQ(cohort.count(Fate::ReturnedHome), 23U);
    EXPECT_EQ(cohort.count(Fate::StillThere), 46U);
    EXPECT_EQ(cohort.count(Fate::ReturnedHome, WishKept::Met), 23U);
    EXPECT_EQ(cohort.count(Fate::ReturnedHome, WishKept::Against), 0U) << "nobody went home against their wish";
    EXPECT_EQ(cohort.count(Fate::StillThere, WishKept::Against), 39U) << "who wanted to go home and are still there";
    EXPECT_EQ(cohort.undated + cohort.straightHome + cohort.doubtful + cohort.early(), 0U);
}

TEST(CohortOfTheExtract, OnePersonSentHomeAgainstTheirWishIsNamed) {
    const auto cohort = cohortOf(
        altered(asItCame(), "2025-07-13,returned home,2025-11-11,home", "2025-07-13,returned home,2025-11-11,stay"));
    EXPECT_EQ(cohort.count(Fate::ReturnedHome), 23U);
    ASSERT_EQ(cohort.count(Fate::ReturnedHome, WishKept::Against), 1U);
    for (const auto& person : cohort.people) {
        if (person.wish == WishKept::Against && person.fate == Fate::ReturnedHome) {
            EXPECT_EQ(person.person, extract::personOf(AgencyId{"council"}, "ASC102555"));
        }
    }
}

TEST(CohortOfTheExtract, ARowThatChangesChangesTheFigures) {
    const auto died = cohortOf(altered(asItCame(), "returned home,2025-11-11", "died,2025-07-01"));
    EXPECT_EQ(died.count(Fate::DiedWithin), 17U);
    EXPECT_EQ(died.others(), 68U);
    EXPECT_EQ(died.count(Fate::ReturnedHome), 22U);

    const auto later = cohortOf(altered(asItCame(), "died,2026-01-18", "died,2026-04-18"));
    EXPECT_EQ(later.count(Fate::DiedWithin), 15U);
    EXPECT_EQ(later.count(Fate::DiedLater), 1U);
    EXPECT_EQ(later.others(), 70U);

    const auto text = asItCame();
    const auto second = text.find("\nASC103178");
    const auto third = text.find("\nASC", second + 1);
    const auto fewer = cohortOf(text.substr(0, second) + text.substr(third));
    EXPECT_EQ(fewer.people.size(), 84U);
    EXPECT_EQ(fewer.count(Fate::DiedWithin), 15U);
}

TEST(CohortOfTheExtract, ADeathWithoutADateCostsNoRow) {
    const auto cohort = cohortOf(altered(asItCame(), "died,2026-01-18", "died,"));
    EXPECT_EQ(cohort.people.size(), 85U);
    EXPECT_EQ(cohort.count(Fate::DiedWithin), 15U);
    EXPECT_EQ(cohort.count(Fate::DiedUnclear), 1U);
}

TEST(CohortOfTheExtract, HalfAYearHasItsOwnPeople) {
    const auto first = cohortOf(asItCame(), "2025-04-01", "2025-10-31").people.size();
    const auto second = cohortOf(asItCame(), "2025-11-01", "2026-04-30").people.size();
    EXPECT_EQ(first + second, 85U);
    EXPECT_GT(first, 0U);
    EXPECT_GT(second, 0U);
    EXPECT_TRUE(cohortOf(asItCame(), "2024-04-01", "2025-03-31").people.empty());
}

} // namespace
} // namespace frontsheet::report
