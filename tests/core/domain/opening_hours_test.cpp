#include "core/domain/opening_hours.h"

#include <gtest/gtest.h>

#include <rapidcheck/gtest.h>

namespace frontsheet {
namespace {

constexpr std::uint8_t kMonday = 1, kTuesday = 2, kFriday = 5, kSaturday = 6, kSunday = 7;

LocalMoment moment(std::uint8_t weekday, int hour, int minute = 0) {
    return {weekday, static_cast<std::uint16_t>(hour * 60 + minute), "2026-11-20"};
}

TEST(OpeningHours, OrdinaryHoursOpenAndCloseOnTheMinute) {
    const auto hours = OpeningHours::parse("Mon-Fri 08:30-17:00");
    ASSERT_TRUE(hours);
    EXPECT_FALSE(hours->openAt(moment(kFriday, 8, 29)));
    EXPECT_TRUE(hours->openAt(moment(kFriday, 8, 30)));
    EXPECT_TRUE(hours->openAt(moment(kFriday, 16, 59)));
    EXPECT_FALSE(hours->openAt(moment(kFriday, 17)));
    EXPECT_FALSE(hours->openAt(moment(kSaturday, 12)));
    EXPECT_EQ(hours->closesAt(moment(kFriday, 12)), 17 * 60);
    EXPECT_EQ(hours->closesAt(moment(kSaturday, 12)), std::nullopt);
    EXPECT_FALSE(hours->isOutOfHours());
    const auto monday = hours->nextOpening(moment(kFriday, 17));
    ASSERT_TRUE(monday);
    EXPECT_EQ(monday->daysAhead, 3);
    EXPECT_EQ(monday->weekday, kMonday);
    EXPECT_EQ(monday->minute, 8 * 60 + 30);
    EXPECT_EQ(hours->nextOpening(moment(kFriday, 6))->daysAhead, 0);
    EXPECT_EQ(hours->nextOpening(moment(kFriday, 8, 30))->weekday, kMonday) << "it is open already";
}

TEST(OpeningHours, SingleDaysWithoutTimesAreOfficeHours) {
    const auto hours = OpeningHours::parse("Mon, Wed, Fri");
    ASSERT_TRUE(hours);
    EXPECT_TRUE(hours->openAt(moment(kMonday, 9)));
    EXPECT_FALSE(hours->openAt(moment(kTuesday, 9)));
    EXPECT_FALSE(hours->openAt(moment(kMonday, 17)));
    EXPECT_EQ(hours->nextOpening(moment(kTuesday, 10))->daysAhead, 1);
    EXPECT_EQ(hours->nextOpening(moment(kFriday, 10))->daysAhead, 3);
}

TEST(OpeningHours, AWeekCanRunOverSunday) {
    const auto hours = OpeningHours::parse("Fri-Mon 10:00-16:00");
    ASSERT_TRUE(hours);
    EXPECT_TRUE(hours->openAt(moment(kSunday, 12)));
    EXPECT_TRUE(hours->openAt(moment(kMonday, 12)));
    EXPECT_FALSE(hours->openAt(moment(kTuesday, 12)));
    const auto once = OpeningHours::parse("Sat 10:00-12:00");
    EXPECT_EQ(once->nextOpening(moment(kSaturday, 11))->daysAhead, 7);
}

TEST(OpeningHours, AlwaysIsAlways) {
    const auto hours = OpeningHours::parse("always");
    ASSERT_TRUE(hours);
    EXPECT_TRUE(hours->openAt(moment(kSunday, 0)));
    EXPECT_TRUE(hours->openAt(moment(kSunday, 23, 59)));
    EXPECT_EQ(hours->closesAt(moment(kSunday, 12)), std::nullopt);
    EXPECT_TRUE(OpeningHours::parse("Mon-Sun 00:00-24:00")->openAt(moment(kSunday, 23, 59)));
}

TEST(OpeningHours, OutOfHoursIsWhateverOfficeHoursAreNot) {
    const auto hours = OpeningHours::parse("out of hours");
    ASSERT_TRUE(hours);
    EXPECT_TRUE(hours->isOutOfHours());
    EXPECT_FALSE(hours->openAt(moment(kFriday, 12)));
    EXPECT_TRUE(hours->openAt(moment(kFriday, 17)));
    EXPECT_TRUE(hours->openAt(moment(kFriday, 8, 29)));
    EXPECT_TRUE(hours->openAt(moment(kSunday, 12)));
    EXPECT_EQ(hours->closesAt(moment(kMonday, 3)), 8 * 60 + 30);
    EXPECT_EQ(hours->closesAt(moment(kFriday, 18)), std::nullopt) << "past midnight";
}

// 28 December 2026 is a Monday, and Boxing Day's substitute.
TEST(OpeningHours, OnABankHolidayAnOfficeIsClosedAndANurseIsNot) {
    const LocalMoment holiday{kMonday, 12 * 60, "2026-12-28"};
    EXPECT_FALSE(OpeningHours::parse("Mon-Fri 08:30-17:00")->openAt(holiday));
    EXPECT_TRUE(OpeningHours::parse("Mon-Sun 08:00-22:00")->openAt(holiday));
    EXPECT_TRUE(OpeningHours::parse("always")->openAt(holiday));
    EXPECT_TRUE(OpeningHours::parse("out of hours")->openAt(holiday)) << "all day, not only at night";
    const auto office = OpeningHours::parse("Mon-Fri 08:30-17:00").value();
    const auto next = office.nextOpening({5, 17 * 60, "2026-12-25"}).value();
    EXPECT_EQ(next.daysAhead, 4) << "Christmas Day is a Friday; Tuesday is the first working day";
    EXPECT_EQ(next.weekday, kTuesday);
}

TEST(OpeningHours, AServiceMaySayOtherwiseOfBankHolidays) {
    const LocalMoment holiday{kMonday, 12 * 60, "2026-12-28"};
    EXPECT_FALSE(OpeningHours::parse("Mon-Sun 09:00-17:00, bank holidays excepted")->openAt(holiday));
    EXPECT_TRUE(OpeningHours::parse("Mon-Fri 09:00-17:00, also bank holidays")->openAt(holiday));
    const auto short_ = OpeningHours::parse("Mon-Fri 08:30-17:00; bank holidays 10:00-14:00");
    ASSERT_TRUE(short_);
    EXPECT_EQ(short_->closesAt(holiday), 14 * 60);
    EXPECT_FALSE(short_->openAt({kMonday, 9 * 60, "2026-12-28"}));
    EXPECT_TRUE(short_->openAt({kMonday, 9 * 60, "2026-12-21"}));
    EXPECT_FALSE(OpeningHours::parse("Mon-Fri 09:00-17:00, some bank holidays"));
    EXPECT_FALSE(OpeningHours::parse("bank holidays"));
}

TEST(OpeningHours, AWeekMayHaveSeveralParts) {
    const auto hours = OpeningHours::parse("Mon-Fri 09:00-17:00; Sat 10:00-12:00");
    ASSERT_TRUE(hours);
    EXPECT_TRUE(hours->openAt(moment(kSaturday, 11)));
    EXPECT_FALSE(hours->openAt(moment(kSaturday, 13)));
    EXPECT_FALSE(OpeningHours::parse("Mon-Fri 09:00-17:00; now and then"));
}

TEST(OpeningHours, WordsItDoesNotKnowAreNotGuessedAt) {
    for (const auto* text :
         {"", " ", "by appointment", "Mon-Fri", "Mon-Fri 9-5", "Mon-Fri 17:00-08:30", "Mon-Fri 08:30", "Mon-",
          "Mon,,Tue", "Fun 08:00-09:00", "Mon-Fri 25:00-26:00", "Mon-Fri 08:60-09:00", "08:30-17:00"}) {
        const bool known = OpeningHours::parse(text).has_value();
        EXPECT_EQ(known, std::string_view{text} == "Mon-Fri") << text;
    }
}

RC_GTEST_PROP(OpeningHoursProperties, AnyTextIsHoursOrNot, (const std::string& text)) {
    (void)OpeningHours::parse(text);
}

RC_GTEST_PROP(OpeningHoursProperties, ItIsOpenWhenItNextOpens, ()) {
    const auto* text = *rc::gen::element("Mon-Fri 08:30-17:00", "Mon, Wed, Fri", "Tue-Sat 10:00-16:00", "out of hours",
                                         "Sun 00:00-24:00");
    const auto hours = OpeningHours::parse(text).value();
    const LocalMoment now{*rc::gen::inRange<std::uint8_t>(1, 8), *rc::gen::inRange<std::uint16_t>(0, 1440), ""};
    const auto next = hours.nextOpening(now);
    RC_ASSERT(next.has_value());
    RC_ASSERT(hours.openAt({next->weekday, next->minute, ""}));
    RC_ASSERT((now.weekday - 1 + next->daysAhead) % 7 + 1 == next->weekday);
    if (const auto closes = hours.closesAt(now)) {
        RC_ASSERT(hours.openAt(now));
        RC_ASSERT(!hours.openAt({now.weekday, *closes, ""}));
        RC_ASSERT(*closes > now.minute);
    }
}

} // namespace
} // namespace frontsheet
