#include "core/domain/identity/phone_number.h"
#include "core/domain/identity/postal_address.h"
#include "core/domain/identity/postcode.h"

#include <gtest/gtest.h>

namespace frontsheet {
namespace {

TEST(Postcode, ShapesAndSpacing) {
    EXPECT_EQ(normalPostcode("zz12dp"), "ZZ1 2DP");
    EXPECT_EQ(normalPostcode(" EC1A  1BB "), "EC1A 1BB");
    EXPECT_EQ(normalPostcode("W1 1AA"), "W1 1AA");
    EXPECT_EQ(normalPostcode("B33 8TH"), "B33 8TH");
    for (const char* text : {"", "ZZ1", "12345", "ZZ1 22P", "ZZZ1 2DP", "ZZ1-2DP", "Kitley", "1ZZ 2DP"}) {
        EXPECT_EQ(normalPostcode(text), "") << text;
    }
    EXPECT_TRUE(isPseudoPostcode("ZZ99 3VZ"));
    EXPECT_FALSE(isPseudoPostcode("ZZ9 3VZ"));
}

TEST(Phone, OneNumberInManyForms) {
    for (const char* text : {"07700 900 173", "+44 7700 900173", "0044 7700 900173", "+44 (0)7700 900173",
                             "07700900173 (daughter)", "tel 07700 900173 / 01632 960001"}) {
        EXPECT_EQ(PhoneNumber::of(text).digits, "07700900173") << text;
    }
    EXPECT_TRUE(PhoneNumber::of("01632 960175").isWhole());
    EXPECT_FALSE(PhoneNumber::of("01632 393").isWhole());
    EXPECT_FALSE(PhoneNumber::of("01632 393").isTelling());
    EXPECT_FALSE(PhoneNumber::of("07700 900 960521").isWhole());
    EXPECT_TRUE(PhoneNumber::of("07700 900 960521").isTelling());
    EXPECT_EQ(PhoneNumber::of("none").digits, "");
}

TEST(Address, OneLineIsSplitAndNothingIsLost) {
    EXPECT_EQ(splitAddress("65 Quarry Close, Kitley, ZZ2 3DS"),
              (PostalAddress{"65 Quarry Close", "Kitley", "ZZ2 3DS"}));
    EXPECT_EQ(splitAddress("Flat 2, 14 Mill Hill, Weston-under-Down, zz33nj"),
              (PostalAddress{"Flat 2, 14 Mill Hill", "Weston-under-Down", "ZZ3 3NJ"}));
    EXPECT_EQ(splitAddress("3 Mill Hill, Kitley ZZ2 2WD"), (PostalAddress{"3 Mill Hill", "Kitley", "ZZ2 2WD"}));
    EXPECT_EQ(splitAddress("3 Mill Hill, Kitley"), (PostalAddress{"3 Mill Hill", "Kitley", ""}));
    EXPECT_EQ(splitAddress("The Laurels"), (PostalAddress{"The Laurels", "", ""}));
    EXPECT_EQ(splitAddress(""), (PostalAddress{}));
}

TEST(Address, SpellingsOfOneDoorMeet) {
    EXPECT_EQ(addressKey("12 Harbour Rd"), addressKey("12 HARBOUR ROAD"));
    EXPECT_EQ(addressKey("12 Ffordd y Môr"), addressKey("12 Ffordd y Mor"));
    EXPECT_EQ(addressKey("4 St Anne's Terrace"), addressKey("4 St Annes Terr"));
    EXPECT_NE(addressKey("4 St Anne's Terrace"), addressKey("4 Street Annes Terrace"));
    EXPECT_NE(addressKey("Flat 1, 4 Elm Grove"), addressKey("Flat 2, 4 Elm Grove"));
    EXPECT_EQ(addressKey("Elm Grove"), "") << "a street is no door";
}

} // namespace
} // namespace frontsheet
