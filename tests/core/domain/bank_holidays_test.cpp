// Against the lists that GOV.UK published for England and Wales, year by year.
#include "core/domain/bank_holidays.h"
#include "core/domain/calendar.h"

#include <gtest/gtest.h>

#include <map>
#include <rapidcheck/gtest.h>
#include <set>

namespace frontsheet {
namespace {

using namespace std::chrono;

std::set<std::string> holidaysOf(int y) {
    std::set<std::string> out;
    for (sys_days day{year{y} / January / 1}; day <= sys_days{year{y} / December / 31}; day += days{1}) {
        if (isBankHoliday(year_month_day{day})) {
            out.insert(isoDate(year_month_day{day}).substr(5));
        }
    }
    return out;
}

TEST(BankHolidays, AreThoseThatWerePublished) {
    const std::map<int, std::set<std::string>> published{
        {2011, {"01-03", "04-22", "04-25", "04-29", "05-02", "05-30", "08-29", "12-26", "12-27"}},
        {2012, {"01-02", "04-06", "04-09", "05-07", "06-04", "06-05", "08-27", "12-25", "12-26"}},
        {2019, {"01-01", "04-19", "04-22", "05-06", "05-27", "08-26", "12-25", "12-26"}},
        {2020, {"01-01", "04-10", "04-13", "05-08", "05-25", "08-31", "12-25", "12-28"}},
        {2021, {"01-01", "04-02", "04-05", "05-03", "05-31", "08-30", "12-27", "12-28"}},
        {2022, {"01-03", "04-15", "04-18", "05-02", "06-02", "06-03", "08-29", "09-19", "12-26", "12-27"}},
        {2023, {"01-02", "04-07", "04-10", "05-01", "05-08", "05-29", "08-28", "12-25", "12-26"}},
        {2024, {"01-01", "03-29", "04-01", "05-06", "05-27", "08-26", "12-25", "12-26"}},
        {2025, {"01-01", "04-18", "04-21", "05-05", "05-26", "08-25", "12-25", "12-26"}},
        {2026, {"01-01", "04-03", "04-06", "05-04", "05-25", "08-31", "12-25", "12-28"}},
        {2027, {"01-01", "03-26", "03-29", "05-03", "05-31", "08-30", "12-27", "12-28"}},
    };
    for (const auto& [y, days] : published) {
        EXPECT_EQ(holidaysOf(y), days) << y;
    }
}

TEST(BankHolidays, PastTheTableOfSpecialDaysTheRuleGoesOn) {
    EXPECT_TRUE(areSpecialDaysKnown("2027-12-31"));
    EXPECT_FALSE(areSpecialDaysKnown("2028-01-01"));
    EXPECT_FALSE(areSpecialDaysKnown("next week"));
    EXPECT_TRUE(isBankHoliday("2028-01-03")) << "New Year's Day is a Saturday";
    EXPECT_TRUE(isBankHoliday("2038-04-26")) << "the latest Easter Monday there is";
    EXPECT_FALSE(isBankHoliday("1977-05-02"));
    EXPECT_FALSE(isBankHoliday("2026-12"));
}

RC_GTEST_PROP(BankHolidayProperties, EveryYearHasItsEightAndNoneAtAWeekend, ()) {
    const int y = *rc::gen::inRange(2028, 2300);
    const auto holidays = holidaysOf(y);
    RC_ASSERT(holidays.size() == 8U);
    for (const auto& day : holidays) {
        RC_ASSERT(!isWorkingDay(sys_days{*fullDate(std::to_string(y) + "-" + day)}));
        const weekday w{sys_days{*fullDate(std::to_string(y) + "-" + day)}};
        RC_ASSERT(w != Saturday && w != Sunday);
    }
}

} // namespace
} // namespace frontsheet
