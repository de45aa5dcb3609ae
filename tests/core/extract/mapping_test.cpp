#include "core/base/utf8.h"
#include "core/extract/mapping.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

namespace frontsheet::extract {
namespace {

using testing::HasSubstr;

const std::string kHeading = "extract test\nencoding utf-8\ndelimiter comma\ndates dd/mm/yyyy\n";
const std::string kRecord = "record registration\nkey id\nperson id\nlocal_id <- id\n";

std::string complaint(const std::string& text) {
    const auto mapping = Mapping::parse(text);
    return mapping ? "accepted" : mapping.error().context;
}

TEST(Mapping, EveryShippedMappingIsSound) {
    const auto names = shippedMappingNames();
    EXPECT_EQ(names.size(), 11U);
    for (const auto name : names) {
        const auto mapping = Mapping::parse(*shippedMapping(name));
        ASSERT_TRUE(mapping) << name << ": " << describe(mapping.error());
        EXPECT_EQ(mapping->name(), name);
    }
    EXPECT_FALSE(shippedMapping("no-such-extract"));
}

TEST(Mapping, ErrorsNameTheLine) {
    EXPECT_THAT(complaint(kHeading + "record person\n"), HasSubstr("line 5: no record type"));
    EXPECT_THAT(complaint(kHeading + kRecord + "shoe_size <- shoes\n"), HasSubstr("line 9: the record has no field"));
    EXPECT_THAT(complaint(kHeading + kRecord + "local_id <- other\n"), HasSubstr("line 9"));
    EXPECT_THAT(complaint(kHeading + kRecord + "born <- dob : teatime\n"), HasSubstr("line 9: no conversion"));
    EXPECT_THAT(complaint(kHeading + kRecord + "born <- dob : pence\n"),
                HasSubstr("does not give what the field holds"));
    EXPECT_THAT(complaint(kHeading + kRecord + "ignore efi_band\n"), HasSubstr("with a reason"));
    EXPECT_THAT(complaint(kHeading + kRecord + "family_name <- \"Smith\n"), HasSubstr("line 9: a quotation mark"));
    EXPECT_THAT(complaint(kHeading + "key id\n"), HasSubstr("line 5: 'key' belongs to a record"));
    EXPECT_THAT(complaint("extract x\nencoding ebcdic\n"), HasSubstr("line 2: 'ebcdic'"));
    EXPECT_THAT(complaint("extract x\nextract y\n"), HasSubstr("line 2: 'extract' is said twice"));
    EXPECT_THAT(complaint(kHeading + kRecord + "gender <- sex : codes F=female F=male\n"), HasSubstr("listed twice"));
}

TEST(Mapping, ARecordNeedsKeyPersonAndDates) {
    EXPECT_THAT(complaint(kHeading + "record registration\nperson id\nlocal_id <- id\n"), HasSubstr("no key"));
    EXPECT_THAT(complaint(kHeading + "record registration\nkey id\nlocal_id <- id\n"), HasSubstr("whose it is"));
    EXPECT_THAT(complaint(kHeading + "record worker\nkey id\nperson id\ncode <- id\n"), HasSubstr("no person"));
    EXPECT_THAT(complaint("extract x\nencoding utf-8\ndelimiter comma\n" + kRecord + "born <- dob : birth-date\n"),
                HasSubstr("'dates' must say"));
    EXPECT_THAT(complaint("extract x\nencoding utf-8\ndelimiter comma\ndates dd.mm.yy\n"),
                HasSubstr("two-digit years need"));
    EXPECT_THAT(complaint(kHeading), HasSubstr("no record is mapped"));
}

TEST(Mapping, ColumnsAreAllAccountedForOrTheImportDoesNotBegin) {
    auto mapping = Mapping::parse(kHeading + kRecord + "ignore colour : \"not needed for care\"\noptional colour\n");
    ASSERT_TRUE(mapping) << describe(mapping.error());
    EXPECT_TRUE(mapping->bind({"id", "colour"}));
    EXPECT_TRUE(mapping->bind({"id"})) << "optional columns may be absent";
    const auto unmapped = mapping->bind({"id", "religion"});
    ASSERT_FALSE(unmapped);
    EXPECT_THAT(unmapped.error().context, HasSubstr("'religion' is neither mapped nor ignored"));
    const auto missing = mapping->bind({"colour"});
    ASSERT_FALSE(missing);
    EXPECT_THAT(missing.error().context, HasSubstr("'id' is mapped, but"));
    const auto twice = mapping->bind({"id", "id"});
    ASSERT_FALSE(twice);
    EXPECT_THAT(twice.error().context, HasSubstr("twice"));
}

TEST(Mapping, AColumnWithALongNameIsNamedInWholeLetters) {
    auto mapping = Mapping::parse(kHeading + kRecord);
    ASSERT_TRUE(mapping) << describe(mapping.error());
    std::string name = "x";
    for (int i = 0; i < 100; ++i) {
        name += "ŵ"; // two bytes, so that the eightieth byte lies inside a letter
    }
    const auto unmapped = mapping->bind({"id", name});
    ASSERT_FALSE(unmapped);
    EXPECT_TRUE(isText(unmapped.error().context)) << "an error's words can be printed";
    EXPECT_THAT(unmapped.error().context, HasSubstr("ŵ' is neither mapped nor ignored"));
}

TEST(Mapping, NotTextAndTooLargeAreRefused) {
    EXPECT_EQ(Mapping::parse("extract \xFF\n").error().code, ErrorCode::NotText);
    EXPECT_EQ(Mapping::parse(std::string(1024 * 1024, '#')).error().code, ErrorCode::TooLarge);
}

} // namespace
} // namespace frontsheet::extract
