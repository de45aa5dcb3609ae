#include "core/domain/matching/name_key.h"

#include <gtest/gtest.h>

#include <string>

namespace frontsheet::matching {
namespace {

NameAgreement compared(const char* familyA, const char* givenA, const char* familyB, const char* givenB) {
    WordPool pool;
    const auto a = nameKey({"", givenA, familyA}, pool);
    const auto b = nameKey({"", givenB, familyB}, pool);
    const auto agreement = compareNames(a, b, pool);
    EXPECT_EQ(agreement, compareNames(b, a, pool)) << "the same from both sides";
    return agreement;
}

TEST(NameKey, OneNameInManyForms) {
    EXPECT_EQ(compared("D'Souza", "Günter", "D’SOUZA", "GUNTER"), NameAgreement::Same);
    EXPECT_EQ(compared("Marsh", "Wing-Kit", "Marsh", "Wing Kit"), NameAgreement::Same);
    EXPECT_EQ(compared("Marsh", "Wing-Kit", "Marsh", "Wingkit"), NameAgreement::Same);
    EXPECT_EQ(compared("van der Berg", "Anna", "der Berg", "Anna van"), NameAgreement::Same);
    EXPECT_EQ(compared("Baker", "Olive", "Olive", "Baker"), NameAgreement::Same);
    EXPECT_EQ(compared("Muñoz", "Llŷr", "Ll?r", "Muñoz"), NameAgreement::Same);
    EXPECT_EQ(compared("van der Berg", "Przemys?aw", "Przemysław", "van der Berg"), NameAgreement::Same);
}

TEST(NameKey, NamesThatGoTogether) {
    EXPECT_EQ(compared("Brown", "Margaret", "Brown", "Peggy"), NameAgreement::ShortForm);
    EXPECT_EQ(compared("Brown", "Peggy", "Margaret", "Brown"), NameAgreement::ShortForm);
    EXPECT_EQ(compared("Brown", "Patricia", "Brown", "Pat"), NameAgreement::MaybeShortForm);
    EXPECT_EQ(compared("Brown", "Patricia", "Brown", "Patrick"), NameAgreement::GivenDiffers);
    EXPECT_EQ(compared("Müller", "Jean", "Mueller", "Jean"), NameAgreement::ShortForm);
    EXPECT_EQ(compared("Brown", "Jean Mary", "Brown", "Jean"), NameAgreement::Partial);
    EXPECT_EQ(compared("Fernández-García", "José", "Fernandez", "Jose"), NameAgreement::Partial);
    EXPECT_EQ(compared("Wojcik", "Jean", "Wojcek", "Jean"), NameAgreement::OneLetterOff);
}

TEST(NameKey, TwinsAndInitialsAreNotOneName) {
    EXPECT_EQ(compared("Wood", "Jean", "Wood", "Joan"), NameAgreement::OneLetterOff);
    EXPECT_EQ(compared("Wood", "Mei-Ling", "Wood", "Mei-Lan"), NameAgreement::Initial);
    EXPECT_EQ(compared("Wood", "Renée John", "Wood", "John"), NameAgreement::Initial);
    EXPECT_EQ(compared("Wood", "J", "Wood", "J"), NameAgreement::Initial);
    EXPECT_EQ(compared("Wood", "J", "Wood", "James"), NameAgreement::Initial);
    EXPECT_EQ(compared("Wood", "Jean", "Wood", "Albert"), NameAgreement::GivenDiffers);
    EXPECT_EQ(compared("Wood", "Jean", "Hill", "Jean"), NameAgreement::FamilyDiffers);
    EXPECT_EQ(compared("Wood", "Jean", "Hill", "Albert"), NameAgreement::Differs);
    EXPECT_EQ(compared("Wood", "", "Wood", "Jean"), NameAgreement::Unknown);
    EXPECT_EQ(compared("Wood", "?", "Wood", "J"), NameAgreement::GivenDiffers) << "nothing left to tell by";
}

TEST(NameKey, OtherScriptsAreKept) {
    EXPECT_EQ(compared("王", "小明", "王", "小明"), NameAgreement::Same);
    EXPECT_EQ(compared("كرم", "محمد", "كرم", "محمد"), NameAgreement::Same);
    EXPECT_EQ(compared("Шевченко", "Олена", "ШЕВЧЕНКО", "Олена"), NameAgreement::Same);
}

} // namespace
} // namespace frontsheet::matching
