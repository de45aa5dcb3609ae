// The plan as a page shows it.
#include "core/domain/care/plan_sheet.h"
#include "core/domain/schema/view.h"
#include "tests/core/domain/care/care_fixture.h"

#include <gmock/gmock.h>

#include <random>

namespace frontsheet {
namespace {

using namespace std::string_literals;
using ::testing::ElementsAre;

class PlanSheet : public CareFixture {
protected:
    [[nodiscard]] Record need(const char* state, const char* text) {
        now = now + std::chrono::minutes{1};
        return writes(assessor, RecordType::Need, [&](FieldSet& f) {
            f.put(need::kText, std::string{text});
            f.put(need::kState, std::string{state});
            f.put(need::kUnmetBecause, "no-service"s);
            f.put(need::kUnmetWords, "No service goes there"s);
        });
    }
    [[nodiscard]] Record says(const char* whose, const char* words) {
        now = now + std::chrono::minutes{1};
        return writes(assessor, RecordType::View, [&](FieldSet& f) {
            f.put(view::kWhose, std::string{whose});
            f.put(view::kName, std::string{whose});
            f.put(view::kSaid, std::string{words});
            f.put(view::kSaidOn, "2026-11-20"s);
            f.put(view::kRecordedBy, assessor.worker);
            f.put(view::kState, "said"s);
        });
    }
    [[nodiscard]] Record due(const char* date, const char* what) {
        auto f = asks(assessor);
        f.put(action::kDue, std::string{date});
        f.put(action::kWhat, std::string{what});
        return taken(assessor, std::nullopt, creation(assessor, RecordType::Action, f));
    }
    [[nodiscard]] Record line(std::int64_t visits, std::int64_t minutes, std::int64_t workers, std::int64_t pence) {
        return writes(assessor, RecordType::PackageLine, [&](FieldSet& f) {
            f.put(package_line::kTask, "Help to wash"s);
            f.put(package_line::kState, "running"s);
            f.put(package_line::kVisitsAWeek, visits);
            f.put(package_line::kMinutesAVisit, minutes);
            f.put(package_line::kWorkersAVisit, workers);
            f.put(package_line::kWeeklyCostPence, pence);
            f.put(package_line::kCouncilPence, pence);
        });
    }
    template <class Rows>
    static std::vector<std::string> words(const Rows& rows, const TextField& field) {
        std::vector<std::string> out;
        for (const auto& row : rows) {
            if constexpr (requires { row.record; }) {
                out.push_back(row.record.fields.get(field));
            } else {
                out.push_back(row.fields.get(field));
            }
        }
        return out;
    }
};

TEST_F(PlanSheet, WhatIsNotMetStandsFirst) {
    const auto sheet = care::planSheet(
        std::vector{need("met", "meals"), need("open", "shopping"), need("unmet", "company"), need("part-met", "wash")},
        "2026-11-20");
    EXPECT_THAT(words(sheet.needs, need::kText), ElementsAre("company", "wash", "shopping", "meals"));
}

TEST_F(PlanSheet, ThePersonsOwnViewStandsFirstHoweverOld) {
    const auto hers = says("person", "I want my own bed");
    const auto sheet =
        care::planSheet(std::vector{says("gp", "A home"), says("family", "A home, she falls"), hers}, "2026-11-20");
    EXPECT_THAT(words(sheet.views, view::kSaid), ElementsAre("I want my own bed", "A home, she falls", "A home"));
    EXPECT_FALSE(sheet.ownWishMissing);
    EXPECT_TRUE(care::planSheet(std::vector{says("gp", "A home")}, "2026-11-20").ownWishMissing);
}

TEST_F(PlanSheet, WhatIsLateStandsFirstAndSaysByHowMuch) {
    const auto sheet = care::planSheet(
        std::vector{due("2026-11-25", "later"), due("2026-11-18", "late"), due("2026-11-20", "today")}, "2026-11-20");
    EXPECT_THAT(words(sheet.actions, action::kWhat), ElementsAre("late", "today", "later"));
    EXPECT_EQ(sheet.actions[0].daysLate, 2);
    EXPECT_EQ(sheet.actions[1].daysLate, 0) << "due today is not late";
}

TEST_F(PlanSheet, TheOrderInWhichRecordsAreReadIsNothing) {
    std::vector<Record> records{need("met", "meals"),     need("unmet", "company"), says("gp", "A home"),
                                says("person", "my bed"), due("2026-11-25", "a"),   due("2026-11-25", "b"),
                                line(7, 30, 1, 100'00),   line(14, 15, 2, 90'00),   plan()};
    const auto first = care::planSheet(records, "2026-11-20");
    std::mt19937 chance{7};
    for (int round = 0; round < 20; ++round) {
        std::shuffle(records.begin(), records.end(), chance);
        const auto again = care::planSheet(records, "2026-11-20");
        EXPECT_EQ(again.needs, first.needs);
        EXPECT_EQ(again.views, first.views);
        EXPECT_EQ(words(again.actions, action::kWhat), words(first.actions, action::kWhat));
        EXPECT_EQ(again.lines, first.lines);
        EXPECT_EQ(again.totals, first.totals);
    }
}

TEST_F(PlanSheet, APackageIsAddedUpByTimeAndPayer) {
    auto reported = line(7, 30, 1, 100'00);
    reported.fields.put(package_line::kDeliveredMinutesAWeek, 150);
    reported.fields.put(package_line::kDeliveredAsOf, "2026-11-19"s);
    auto over = line(7, 60, 1, 500'00);
    over.fields.put(package_line::kState, "ended"s);
    const auto sheet = care::planSheet(std::vector{reported, line(14, 15, 2, 90'00), over}, "2026-11-20");
    EXPECT_EQ(sheet.totals.allocatedMinutes, 7 * 30 + 14 * 15 * 2);
    EXPECT_EQ(sheet.totals.deliveredMinutes, 150);
    EXPECT_EQ(sheet.totals.reportedAllocated, 210) << "what nobody reported is not called missing";
    EXPECT_EQ(sheet.totals.pence, 190'00);
    EXPECT_EQ(sheet.totals.councilPence, 190'00);
}

TEST_F(PlanSheet, TwoOpenPlansAreTwoLeads) {
    const auto first = plan();
    EXPECT_FALSE(care::planSheet(std::vector{first}, "2026-11-20").twoLeads);
    auto second = plan();
    second.home = AgencyId{"mental_health_trust"};
    EXPECT_TRUE(care::planSheet(std::vector{first, second}, "2026-11-20").twoLeads);
    second.fields.put(care_plan::kState, "closed"s);
    EXPECT_FALSE(care::planSheet(std::vector{first, second}, "2026-11-20").twoLeads);
}

} // namespace
} // namespace frontsheet
