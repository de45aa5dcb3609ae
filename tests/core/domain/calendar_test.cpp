#include "core/domain/calendar.h"

#include <gtest/gtest.h>

#include <rapidcheck/gtest.h>

namespace frontsheet {
namespace {

using namespace std::chrono;

WallTime at(int y, unsigned m, unsigned d, int hour = 0, int minute = 0) {
    const auto point = sys_days{year{y} / month{m} / day{d}} + hours{hour} + minutes{minute};
    return {duration_cast<milliseconds>(point.time_since_epoch()).count()};
}

TEST(Calendar, ReadsFullDatesOnly) {
    EXPECT_EQ(isoDate(fullDate("2024-02-29").value()), "2024-02-29");
    for (const auto* text :
         {"2023-02-29", "1900-02-29", "2023-04-31", "2023-00-01", "2023-01-00", "2023-1-1", "", "2023-01-01 "}) {
        EXPECT_FALSE(fullDate(text)) << text;
    }
    EXPECT_EQ(isoDate(at(1939, 2, 11, 23, 59)), "1939-02-11");
}

TEST(Calendar, AgeIsCountedOnTheBirthday) {
    const auto age = [](const char* born, int y, unsigned m, unsigned d) {
        return ageOn(born, year{y} / month{m} / day{d});
    };
    EXPECT_EQ(age("1939-02-11", 2026, 2, 10), 86);
    EXPECT_EQ(age("1939-02-11", 2026, 2, 11), 87);
    EXPECT_EQ(age("1936-02-29", 2026, 2, 28), 89) << "born on a leap day: 1 March in other years";
    EXPECT_EQ(age("1936-02-29", 2026, 3, 1), 90);
    EXPECT_EQ(age("1936-02-29", 2028, 2, 29), 92);
    EXPECT_EQ(age("2026-11-20", 2026, 11, 20), 0);
    EXPECT_EQ(age("1939", 2026, 2, 11), std::nullopt);
    EXPECT_EQ(age("2027-01-01", 2026, 2, 11), std::nullopt) << "not born yet";
    EXPECT_EQ(ageOn("1939-02-11", year{2026} / month{2} / day{30}), std::nullopt);
}

TEST(Calendar, SummerTimeBeginsAndEndsByTheOrderOf2002) {
    EXPECT_EQ(summerTimeAt(at(2026, 1, 15)), 0min);
    EXPECT_EQ(summerTimeAt(at(2026, 7, 15)), 60min);
    EXPECT_EQ(summerTimeAt(at(2026, 3, 29, 0, 59)), 0min);
    EXPECT_EQ(summerTimeAt(at(2026, 3, 29, 1, 0)), 60min);
    EXPECT_EQ(summerTimeAt(at(2026, 10, 25, 0, 59)), 60min);
    EXPECT_EQ(summerTimeAt(at(2026, 10, 25, 1, 0)), 0min);
    EXPECT_EQ(summerTimeAt(at(2030, 3, 31, 1, 0)), 60min) << "the last day of the month";
}

TEST(Calendar, ServicesAnswerInTheirOwnWords) {
    const auto friday = at(2026, 11, 20, 9);
    EXPECT_EQ(dueAfter(friday, "1 hour"), at(2026, 11, 20, 10));
    EXPECT_EQ(dueAfter(friday, "4 hours"), at(2026, 11, 20, 13));
    EXPECT_EQ(dueAfter(friday, "same day"), at(2026, 11, 20, 17));
    EXPECT_EQ(dueAfter(at(2026, 11, 20, 17), "same day"), at(2026, 11, 21, 17)) << "the day is over";
    EXPECT_EQ(dueAfter(friday, "1 working day"), at(2026, 11, 23, 17));
    EXPECT_EQ(dueAfter(friday, "2 working days"), at(2026, 11, 24, 17));
    EXPECT_EQ(dueAfter(at(2026, 11, 21, 12), "2 working days"), at(2026, 11, 24, 17)) << "from Saturday";
    EXPECT_EQ(dueAfter(at(2026, 11, 22, 12), "2 working days"), at(2026, 11, 24, 17)) << "from Sunday";
    EXPECT_EQ(dueAfter(friday, "7 working days"), at(2026, 12, 1, 17));
    EXPECT_EQ(dueAfter(friday, "2 days"), at(2026, 11, 22, 17));
    EXPECT_EQ(dueAfter(friday, "1 week"), at(2026, 11, 27, 17));
    for (const auto* unknown :
         {"", "soon", "0 days", "-1 days", "1001 days", " days", "2", "2 moons", "2  days", "99999999999 days"}) {
        EXPECT_EQ(dueAfter(friday, unknown), std::nullopt) << unknown;
    }
}

TEST(Calendar, ADayEndsAtFiveOnTheClockOnTheWall) {
    EXPECT_EQ(dueAfter(at(2026, 7, 15, 8), "same day"), at(2026, 7, 15, 16)) << "17:00 in summer is 16:00 UTC";
    EXPECT_EQ(dueAfter(at(2026, 7, 15, 16), "same day"), at(2026, 7, 16, 16));
    EXPECT_EQ(dueAfter(at(2026, 7, 14, 23, 30), "same day"), at(2026, 7, 15, 16)) << "half past midnight in London";
    EXPECT_EQ(dueAfter(at(2026, 10, 23, 9), "1 working day"), at(2026, 10, 26, 17)) << "the clocks go back on Sunday";
    EXPECT_EQ(dueAfter(at(2026, 3, 27, 9), "1 working day"), at(2026, 3, 30, 16)) << "the clocks go forward on Sunday";
}

RC_GTEST_PROP(CalendarProperties, WorkingDaysNeverEndAtAWeekendAndNeverBeforeTheyBegin, ()) {
    const WallTime from{*rc::gen::inRange<std::int64_t>(1700000000000, 2000000000000)};
    const auto days = *rc::gen::inRange(1, 60);
    const auto due = dueAfter(from, std::to_string(days) + " working days").value();
    RC_ASSERT(due > from);
    const auto local = due + duration_cast<milliseconds>(summerTimeAt(due));
    const auto day = floor<std::chrono::days>(sys_time<milliseconds>{milliseconds{local.ms}});
    RC_ASSERT(weekday{day} != Saturday);
    RC_ASSERT(weekday{day} != Sunday);
    RC_ASSERT(local.ms % 86400000 == 17 * 3600000);
    const auto more = dueAfter(from, std::to_string(days + 1) + " working days").value();
    RC_ASSERT(more > due);
}

RC_GTEST_PROP(CalendarProperties, AnyTextIsADateOrNot, (const std::string& text)) {
    if (const auto date = fullDate(text)) {
        RC_ASSERT(isoDate(*date) == text);
    }
    (void)isPlausibleDate(text);
    (void)dueAfter(WallTime{1795165200000}, text);
}

} // namespace
} // namespace frontsheet
