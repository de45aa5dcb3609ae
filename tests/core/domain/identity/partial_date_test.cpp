#include "core/domain/identity/partial_date.h"

#include <gtest/gtest.h>

#include <string>

namespace frontsheet {
namespace {

std::string read(const char* pattern, const char* text, std::optional<int> latest = std::nullopt) {
    const auto format = DateFormat::parse(pattern, latest);
    if (!format) {
        return "no format: " + format.error().context;
    }
    const auto date = format->read(text);
    return date ? date->iso() : "no date";
}

TEST(PartialDate, EachExtractsWayOfWritingDates) {
    EXPECT_EQ(read("dd/mm/yyyy", "26/02/1932"), "1932-02-26");
    EXPECT_EQ(read("yyyy-mm-dd", "1932-02-26"), "1932-02-26");
    EXPECT_EQ(read("dd-mmm-yyyy", "16-Dec-1957"), "1957-12-16");
    EXPECT_EQ(read("dd-mmm-yyyy", "16-DEC-1957"), "1957-12-16");
    EXPECT_EQ(read("yyyymmdd", "19490828"), "1949-08-28");
    EXPECT_EQ(read("d/m/yyyy", "1/2/1949"), "1949-02-01");
    EXPECT_EQ(read("d/m/yyyy", "21/12/1949"), "1949-12-21");
}

TEST(PartialDate, TwoDigitYearsOfAdults) {
    EXPECT_EQ(read("dd.mm.yy", "02.05.40", 2008), "1940-05-02");
    EXPECT_EQ(read("dd.mm.yy", "02.05.09", 2008), "1909-05-02");
    EXPECT_EQ(read("dd.mm.yy", "02.05.08", 2008), "2008-05-02");
    EXPECT_EQ(read("dd.mm.yy", "02.05.00", 2008), "2000-05-02");
    EXPECT_EQ(read("dd.mm.yy", "02.05.99", 1999), "1999-05-02");
    EXPECT_EQ(read("dd.mm.yy", "02.05.40").substr(0, 9), "no format");
}

TEST(PartialDate, WhatTheCalendarDoesNotHave) {
    EXPECT_EQ(read("dd/mm/yyyy", "31/02/1940"), "no date");
    EXPECT_EQ(read("dd/mm/yyyy", "29/02/1939"), "no date");
    EXPECT_EQ(read("dd/mm/yyyy", "29/02/1940"), "1940-02-29");
    EXPECT_EQ(read("dd/mm/yyyy", "12/13/1940"), "no date");
    EXPECT_EQ(read("dd/mm/yyyy", "00/01/1940"), "no date");
    EXPECT_EQ(read("dd/mm/yyyy", "1/1/1940"), "no date") << "another form than declared";
    EXPECT_EQ(read("dd/mm/yyyy", "01/01/1940 00:00"), "no date");
    EXPECT_EQ(read("dd/mm/yyyy", "01-01-1940"), "no date");
    EXPECT_EQ(read("dd/mm/yyyy", ""), "no date");
}

TEST(PartialDate, FormatsThatAreNone) {
    for (const char* pattern :
         {"", "dd/mm", "dd/mm/yyyy/dd", "ddd/mm/yyyy", "dd/mmmm/yyyy", "dd/mm/yyy", "dd/mm/yyyy hh"}) {
        EXPECT_FALSE(DateFormat::parse(pattern, 2008)) << pattern;
    }
}

TEST(PartialDate, PartsMayBeUnknown) {
    EXPECT_EQ(PartialDate::fromIso("1939-02")->iso(), "1939-02");
    EXPECT_EQ(PartialDate::fromIso("1939")->iso(), "1939");
    EXPECT_FALSE(PartialDate::fromIso("1939")->isFull());
    EXPECT_FALSE(PartialDate::fromIso(""));
    EXPECT_FALSE(PartialDate::fromIso("1939-2"));
    EXPECT_TRUE(isWeakBirthDate(*PartialDate::fromIso("1939-02")));
    EXPECT_TRUE(isWeakBirthDate(*PartialDate::fromIso("1939-01-01")));
    EXPECT_FALSE(isWeakBirthDate(*PartialDate::fromIso("1939-01-02")));
    EXPECT_TRUE(isPlaceholderBirthDate(*PartialDate::fromIso("1900-01-01")));
    EXPECT_FALSE(isPlaceholderBirthDate(*PartialDate::fromIso("1939-01-01")));
}

} // namespace
} // namespace frontsheet
