// Dates as tired people type them.
#include "core/domain/typed_date.h"

#include <gtest/gtest.h>

namespace frontsheet {
namespace {

// A Friday.
constexpr std::string_view kToday = "2026-11-20";

std::string ahead(std::string_view typed) { return typedDate(typed, kToday, DateTowards::Future).value_or("none"); }
std::string back(std::string_view typed) { return typedDate(typed, kToday, DateTowards::Past).value_or("none"); }

TEST(TypedDate, DayBeforeMonthHoweverItIsParted) {
    for (const auto* typed : {"24/11/2026", "24.11.2026", "24-11-26", "24 November 2026", "24th of Nov 2026", "24nov26",
                              "2026-11-24", " 24 / 11 / 2026 "}) {
        EXPECT_EQ(ahead(typed), "2026-11-24") << typed;
    }
}

TEST(TypedDate, AYearThatIsMissingIsTheNearestInTheDirectionLookedIn) {
    EXPECT_EQ(ahead("3 March"), "2027-03-03");
    EXPECT_EQ(back("3 March"), "2026-03-03");
    EXPECT_EQ(ahead("24/11"), "2026-11-24");
    EXPECT_EQ(back("24/11"), "2025-11-24");
    EXPECT_EQ(ahead("20 Nov"), "2026-11-20") << "today is ahead and behind";
    EXPECT_EQ(back("20 Nov"), "2026-11-20");
    EXPECT_EQ(back("11/2/39"), "1939-02-11");
    EXPECT_EQ(ahead("11/2/39"), "2039-02-11");
}

TEST(TypedDate, WordsCountFromToday) {
    EXPECT_EQ(ahead("today"), "2026-11-20");
    EXPECT_EQ(ahead("Tomorrow"), "2026-11-21");
    EXPECT_EQ(back("yesterday"), "2026-11-19");
    EXPECT_EQ(ahead("in 2 weeks"), "2026-12-04");
    EXPECT_EQ(ahead("in 10 days"), "2026-11-30");
    EXPECT_EQ(ahead("in 3 months"), "2027-02-20");
    EXPECT_EQ(back("3 days ago"), "2026-11-17");
    EXPECT_EQ(typedDate("in 3 months", "2026-11-30", DateTowards::Future), "2027-02-28") << "which has no 30th";
}

TEST(TypedDate, AWeekdayIsTheNextOrTheLast) {
    EXPECT_EQ(ahead("Monday"), "2026-11-23");
    EXPECT_EQ(ahead("next tue"), "2026-11-24");
    EXPECT_EQ(back("Monday"), "2026-11-16");
    EXPECT_EQ(ahead("Friday"), "2026-11-27") << "nobody means today by its name";
    EXPECT_EQ(back("Friday"), "2026-11-13");
}

TEST(TypedDate, LookingBackAMonthOrAYearMayBeAllThatIsKnown) {
    EXPECT_EQ(back("1939"), "1939");
    EXPECT_EQ(back("02/1939"), "1939-02");
    EXPECT_EQ(back("Feb 1939"), "1939-02");
    EXPECT_EQ(ahead("2027"), "none");
    EXPECT_EQ(ahead("02/2027"), "none");
}

TEST(TypedDate, NoSuchDayIsNone) {
    for (const auto* typed : {"30/2/2026", "31 June", "32/1/2026", "0/1/2026", "24/13/2026", "", "   ", "soon",
                              "1/1/1800", "24/11/2026/7", "in many weeks", "in 5000 days", "99999999999/1/2026",
                              "d\xC3\xA9"
                              "cembre"}) {
        EXPECT_EQ(ahead(typed), "none") << typed;
    }
    EXPECT_EQ(ahead("29/2/2028"), "2028-02-29");
    EXPECT_EQ(ahead("29/2/2027"), "none");
}

} // namespace
} // namespace frontsheet
