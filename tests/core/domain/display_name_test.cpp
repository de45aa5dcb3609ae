#include "core/base/utf8.h"
#include "core/domain/display_name.h"

#include <gtest/gtest.h>

#include <rapidcheck/gtest.h>

namespace frontsheet {
namespace {

TEST(DisplayName, TheBannerShowsSurnameFirstInCapitals) {
    EXPECT_EQ(bannerName("Smith", "John", "Mr"), "SMITH, John (Mr)");
    EXPECT_EQ(bannerName("D'Souza", "Günter", ""), "D'SOUZA, Günter");
    EXPECT_EQ(bannerName("Łukaszewski", "Michał", "Dr"), "ŁUKASZEWSKI, Michał (Dr)");
    EXPECT_EQ(bannerName("Groß", "", ""), "GROSS");
    EXPECT_EQ(bannerName("李", "小龍", ""), "李, 小龍");
    EXPECT_EQ(bannerName("محمد", "علي", "Mr"), "محمد, علي (Mr)");
    EXPECT_EQ(bannerName("", "Edith", "Mrs"), "Edith (Mrs)");
    EXPECT_EQ(bannerName("", "", "Mrs"), "") << "a title alone is nobody";
    EXPECT_EQ(bannerName("Null", "True", ""), "NULL, True");
}

TEST(DisplayName, CapitalsOfEveryAlphabetPeopleBring) {
    EXPECT_EQ(upperCase("àéîõüñçøåæœÿžščřďťňłżźćśąęőűğışțđþðı"), "ÀÉÎÕÜÑÇØÅÆŒŸŽŠČŘĎŤŇŁŻŹĆŚĄĘŐŰĞIŞȚĐÞÐI");
    EXPECT_EQ(upperCase("nguyễn trương đặng"), "NGUYỄN TRƯƠNG ĐẶNG");
    EXPECT_EQ(upperCase("llŷr ŵyn"), "LLŶR ŴYN");
    EXPECT_EQ(upperCase("παπαδόπουλος"), "ΠΑΠΑΔΌΠΟΥΛΟΣ");
    EXPECT_EQ(upperCase("чайковский ёлкин їжак"), "ЧАЙКОВСКИЙ ЁЛКИН ЇЖАК");
    EXPECT_EQ(upperCase("×÷ 12 ß"), "×÷ 12 SS");
    EXPECT_EQ(upperCase("김철수 山田 אברהם"), "김철수 山田 אברהם");
}

TEST(DisplayName, NamesInCapitalsAreEasedForReadingAloud) {
    EXPECT_EQ(spokenName("MARLOWE", "EDITH"), "Edith Marlowe");
    EXPECT_EQ(spokenName("D'SOUZA", "Günter"), "Günter D'Souza");
    EXPECT_EQ(spokenName("O’NEILL", "SIOBHÁN"), "Siobhán O’Neill");
    EXPECT_EQ(spokenName("SMITH-JONES", "ANN-MARIE"), "Ann-Marie Smith-Jones");
    EXPECT_EQ(spokenName("MCDONALD", "J"), "J McDonald");
    EXPECT_EQ(spokenName("MACKIE", "JB"), "JB Mackie");
    EXPECT_EQ(spokenName("ŁUKASZEWSKI", "MICHAŁ"), "Michał Łukaszewski");
    EXPECT_EQ(spokenName("ЧАЙКОВСКИЙ", ""), "Чайковский");
    EXPECT_EQ(spokenName("TRƯƠNG", "ĐỨC"), "Đức Trương");
    EXPECT_EQ(spokenName("MC", ""), "Mc");
}

TEST(DisplayName, NamesAsTheirOwnersWriteThemStay) {
    EXPECT_EQ(spokenName("MacDonald", "Flora"), "Flora MacDonald");
    EXPECT_EQ(spokenName("van der Berg", "Piet"), "Piet van der Berg");
    EXPECT_EQ(spokenName("李", "小龍"), "小龍 李");
    EXPECT_EQ(spokenName("", "Edith"), "Edith");
    EXPECT_EQ(spokenName("Marlowe", ""), "Marlowe");
    EXPECT_EQ(spokenName("", ""), "");
}

TEST(DisplayName, AnNhsNumberIsSpacedThreeThreeFour) {
    EXPECT_EQ(spacedNhsNumber("9990000018"), "999 000 0018");
    for (const auto* other : {"", "999000001", "99900000180", "QQ123456C1", "999 000 00"}) {
        EXPECT_EQ(spacedNhsNumber(other), other);
    }
}

TEST(DisplayName, ADateIsSaidWithItsMonth) {
    EXPECT_EQ(dateInWords("1943-05-15"), "15 May 1943");
    EXPECT_EQ(dateInWords("1940-02-29"), "29 February 1940");
    for (const auto* other : {"", "1943", "1943-05", "1943-02-30", "about 1943"}) {
        EXPECT_EQ(dateInWords(other), other);
    }
}

RC_GTEST_PROP(DisplayNameProperties, CapitalsChangeNoLetterAndAreCapitalsAlready, ()) {
    std::string text;
    const auto count = *rc::gen::inRange(0, 12);
    for (int i = 0; i < count; ++i) {
        appendUtf8(text, static_cast<char32_t>(*rc::gen::oneOf(rc::gen::inRange<std::uint32_t>(0x20, 0x17F),
                                                               rc::gen::inRange<std::uint32_t>(0x370, 0x530),
                                                               rc::gen::inRange<std::uint32_t>(0x1E00, 0x1F00))));
    }
    const auto capitals = upperCase(text);
    RC_ASSERT(upperCase(capitals) == capitals);
    RC_ASSERT(foldForSearch(capitals) == foldForSearch(text));
    RC_ASSERT(foldForSearch(spokenName(capitals, "")) == foldForSearch(capitals));
}

} // namespace
} // namespace frontsheet
