#include "core/domain/identity/nhs_number.h"

#include <gtest/gtest.h>

#include <random>
#include <set>
#include <string>

namespace frontsheet {
namespace {

TEST(NhsNumber, TheDataDictionarysExampleIsValid) {
    // NHS Data Dictionary, NHS NUMBER: 943 476 5919 has check digit 9.
    EXPECT_EQ(nhsCheckDigit("943476591"), '9');
    const auto reading = NhsNumberReading::of("943 476 5919");
    ASSERT_TRUE(reading.number);
    EXPECT_EQ(reading.number->digits(), "9434765919");
}

TEST(NhsNumber, SeparatorsAreTolerated) {
    for (const char* text :
         {"9434765919", "943-476-5919", " 943 476 5919 ", "943.476.5919", "943\u00A0476\u00A05919", "943–476–5919"}) {
        EXPECT_TRUE(NhsNumberReading::of(text).number) << text;
    }
}

TEST(NhsNumber, EachFaultHasItsName) {
    const auto fault = [](const char* text) { return NhsNumberReading::of(text).fault; };
    EXPECT_EQ(fault(""), NhsNumberFault::Empty);
    EXPECT_EQ(fault(" - "), NhsNumberFault::Empty);
    EXPECT_EQ(fault("AB123456C"), NhsNumberFault::NationalInsurance);
    EXPECT_EQ(fault("AB 12 34 56 C"), NhsNumberFault::NationalInsurance);
    EXPECT_EQ(fault("943476591"), NhsNumberFault::WrongLength);
    EXPECT_EQ(fault("94347659190"), NhsNumberFault::WrongLength);
    EXPECT_EQ(fault("9434765918"), NhsNumberFault::WrongCheckDigit);
    EXPECT_EQ(fault("943476591X"), NhsNumberFault::NotDigits);
    EXPECT_EQ(fault("9.43E+09"), NhsNumberFault::NotDigits);
    EXPECT_EQ(fault("９４３４７６５９１９"), NhsNumberFault::NotDigits) << "wide digits are not digits of a number";
    EXPECT_EQ(fault("9999999999"), NhsNumberFault::Placeholder) << "passes modulus 11, and is nobody's";
    EXPECT_EQ(fault("0000000000"), NhsNumberFault::Placeholder);
    EXPECT_EQ(NhsNumberReading::of("943 476 5918").digits, "9434765918") << "kept for finding the slip";
}

TEST(NhsNumber, LeadingZerosSurvive) {
    const std::string nine = "040000000";
    const auto check = nhsCheckDigit(nine);
    ASSERT_TRUE(check);
    EXPECT_EQ(NhsNumberReading::of(nine + *check).number->digits(), nine + *check);
}

TEST(NhsNumber, AnyOneSlipIsFoundOut) {
    std::mt19937 chance{20260301};
    for (int i = 0; i < 2000; ++i) {
        std::string nine;
        for (int k = 0; k < 9; ++k) {
            nine.push_back(static_cast<char>('0' + chance() % 10));
        }
        const auto check = nhsCheckDigit(nine);
        if (!check) {
            continue;
        }
        const std::string number = nine + *check;
        std::string slip = number;
        const auto at = chance() % 9;
        if (chance() % 2 == 0) {
            std::swap(slip[at], slip[at + 1]);
        } else {
            slip[at] = static_cast<char>('0' + chance() % 10);
        }
        if (slip != number) {
            EXPECT_NE(NhsNumberReading::of(slip).fault, NhsNumberFault::None) << number << " " << slip;
            EXPECT_TRUE(differByOneSlip(number, slip));
            EXPECT_TRUE(differByOneSlip(slip, number));
        }
    }
}

TEST(NhsNumber, TwoSlipsAreNotOne) {
    EXPECT_FALSE(differByOneSlip("9434765919", "9434765919"));
    EXPECT_FALSE(differByOneSlip("9434765919", "9343765919x"));
    EXPECT_FALSE(differByOneSlip("9434765919", "4934765991"));
    EXPECT_FALSE(differByOneSlip("1234567890", "2234567899"));
}

} // namespace
} // namespace frontsheet
