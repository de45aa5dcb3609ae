#include "core/base/utf8.h"

#include <gtest/gtest.h>

#include <rapidcheck/gtest.h>

namespace frontsheet {
namespace {

// What a nurse types, and the name as some agency wrote it.
struct Meeting {
    const char* written;
    const char* folded;
};

class Fold : public testing::TestWithParam<Meeting> {};

TEST_P(Fold, MeetsWhatPeopleType) { EXPECT_EQ(foldForSearch(GetParam().written), GetParam().folded); }

INSTANTIATE_TEST_SUITE_P(
    Names, Fold,
    testing::Values(Meeting{"SMITH", "smith"}, Meeting{"  Smith ,  John ", "smith john"}, Meeting{"", ""},
                    Meeting{"?!", ""}, Meeting{"O'Neill", "oneill"}, Meeting{"O’NEILL", "oneill"},
                    Meeting{"O`Neill", "oneill"}, Meeting{"ONeill", "oneill"}, Meeting{"D'SOUZA", "dsouza"},
                    Meeting{"Smith-Jones", "smith jones"}, Meeting{"Smith–Jones", "smith jones"},
                    Meeting{"Weston-under-Down", "weston under down"}, Meeting{"Jones -", "jones"},
                    Meeting{"Łukaszewski", "lukaszewski"}, Meeting{"Wójcik", "wojcik"}, Meeting{"Siobhán", "siobhan"},
                    Meeting{"Günter Groß", "gunter gross"}, Meeting{"GROẞ", "gross"}, Meeting{"Ærø Þór", "aero thor"},
                    Meeting{"Øyvind Åse", "oyvind ase"}, Meeting{"Çelik Şahin İnci ışık", "celik sahin inci isik"},
                    Meeting{"Trương Nguyễn", "truong nguyen"}, Meeting{"Đặng Thị Hồ", "dang thi ho"},
                    Meeting{"Ștefan Țăranu", "stefan taranu"}, Meeting{"Llŷr Ŵyn", "llyr wyn"}, Meeting{"e\u0301", "e"},
                    Meeting{"Zoe\u0308", "zoe"}, Meeting{"Sa\u200Brah\u00AD", "sarah"},
                    Meeting{"\u202BSarah\u202C", "sarah"}, Meeting{"\uFEFFNull", "null"}, Meeting{"Null", "null"},
                    Meeting{"TRUE", "true"}, Meeting{"N/A", "n a"}, Meeting{"12a High St.", "12a high st"},
                    Meeting{"ＳＭＩＴＨ　１２", "smith 12"}, Meeting{"李小龍", "李 小 龍"},
                    Meeting{"山田 太郎", "山 田 太 郎"}, Meeting{"Bruce 李", "bruce 李"}, Meeting{"김철수", "김철수"},
                    Meeting{"مُحَمَّد", "محمد"}, Meeting{"محـمد", "محمد"}, Meeting{"אַבְרָהָם", "אברהם"},
                    Meeting{"Παπαδοπούλου", "παπαδοπουλου"}, Meeting{"ΓΙΏΡΓΟΣ", "γιωργοσ"},
                    Meeting{"Γιώργος", "γιωργοσ"}, Meeting{"Фёдор ЧАЙКОВСКИЙ", "федор чайковский"},
                    Meeting{"Ѓорѓи", "ѓорѓи"}, Meeting{"Ґалаґан", "ґалаґан"}));

TEST(Fold, KeepsDifferentNamesApart) {
    EXPECT_NE(foldForSearch("Mary"), foldForSearch("Marie"));
    EXPECT_NE(foldForSearch("محمد"), foldForSearch("محمود"));
    EXPECT_NE(foldForSearch("李"), foldForSearch("王"));
}

TEST(Fold, TheIndexAlsoHoldsTheOtherSpellings) {
    EXPECT_EQ(foldForIndex("Ann-Marie Cole"), "ann marie cole annmarie");
    EXPECT_EQ(foldForIndex("Siobhán O'Neill"), "siobhan oneill o neill");
    EXPECT_EQ(foldForIndex("Weston-under-Down"), "weston under down westonunderdown");
    EXPECT_EQ(foldForIndex("Edith Marlowe"), "edith marlowe");
    EXPECT_EQ(foldForIndex("the Joneses' dog - barks"), "the joneses dog barks");
    EXPECT_EQ(foldForIndex(""), "");
}

RC_GTEST_PROP(Fold, FoldingWhatIsFoldedChangesNothing, ()) {
    std::string text;
    const auto count = *rc::gen::inRange(0, 30);
    for (int i = 0; i < count; ++i) {
        const auto c = *rc::gen::oneOf(
            rc::gen::inRange<std::uint32_t>(1, 0x250), rc::gen::inRange<std::uint32_t>(0x300, 0x700),
            rc::gen::inRange<std::uint32_t>(0x1E00, 0x2100), rc::gen::inRange<std::uint32_t>(0x3000, 0xD800),
            rc::gen::inRange<std::uint32_t>(0xE000, 0x110000));
        appendUtf8(text, static_cast<char32_t>(c));
    }
    const auto once = foldForSearch(text);
    RC_ASSERT(isText(once));
    RC_ASSERT(foldForSearch(once) == once);
    RC_ASSERT(once.size() <= 3 * text.size());
    RC_ASSERT(once.find("  ") == std::string::npos);
    RC_ASSERT(once.empty() || (once.front() != ' ' && once.back() != ' '));
    RC_ASSERT(foldForIndex(text).starts_with(once));
}

RC_GTEST_PROP(Fold, AnyBytesFoldToText, (const std::string& bytes)) {
    const auto folded = foldForSearch(bytes);
    for (std::size_t at = 0; at < folded.size();) {
        RC_ASSERT(nextCodePoint(folded, at) != char32_t{0xFFFD});
    }
}

} // namespace
} // namespace frontsheet
