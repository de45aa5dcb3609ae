// Two texts side by side, as a tired reader must see where they part.
#include "core/domain/text_differences.h"

#include <gtest/gtest.h>

#include <rapidcheck/gtest.h>

namespace frontsheet {
namespace {

using Kind = Passage::Kind;

std::string joined(const std::vector<Passage>& passages) {
    std::string out;
    for (const auto& passage : passages) {
        out += passage.text;
    }
    return out;
}

TEST(TextDifferences, EachDifferenceHasANumberAndAGapWhereOneSaysNothing) {
    const auto found = differencesOf("Edith gets up once or twice in the night. Martin will ring at 21:00.",
                                     "Edith gets up three or four times in the night. The frame is at the door.");
    ASSERT_GE(found.count, 2);
    EXPECT_EQ(found.first[0], (Passage{Kind::Same, 0, "Edith gets up "}));
    EXPECT_EQ(found.first[1], (Passage{Kind::OnlyHere, 1, "once or twice "})) << "\"or\" alone is chance";
    EXPECT_EQ(found.second[1], (Passage{Kind::OnlyHere, 1, "three or four times "}));
    EXPECT_EQ(found.first[2], (Passage{Kind::Same, 0, "in the night. "}));

    const auto added = differencesOf("She takes it off.", "She takes it off. To sleep.");
    ASSERT_EQ(added.count, 1);
    EXPECT_EQ(added.second.back().text, "To sleep.");
    const auto gap = differencesOf("First. Last.", "First. Between. Last.");
    ASSERT_EQ(gap.count, 1);
    EXPECT_EQ(gap.first[1], (Passage{Kind::NotMentioned, 1, ""}));
    EXPECT_EQ(gap.second[1], (Passage{Kind::OnlyHere, 1, "Between. "}));
}

TEST(TextDifferences, OfTheSameTextThereAreNone) {
    const auto same = differencesOf("5 mg at night", "5 mg at night");
    EXPECT_EQ(same.count, 0);
    EXPECT_EQ(joined(same.first), "5 mg at night");
    EXPECT_EQ(differencesOf("", "").count, 0);
    const auto emptied = differencesOf("", "Key safe by the door");
    ASSERT_EQ(emptied.count, 1);
    EXPECT_EQ(emptied.first.front().kind, Kind::NotMentioned);
}

TEST(TextDifferences, TwoLongTextsWithNothingInCommonAreOneDifference) {
    std::string one;
    std::string other;
    for (int i = 0; i < 20000; ++i) {
        one += "a" + std::to_string(i) + " ";
        other += "b" + std::to_string(i) + " ";
    }
    const auto found = differencesOf(one, other);
    EXPECT_EQ(found.count, 1);
    EXPECT_EQ(joined(found.first), one);
    EXPECT_EQ(joined(found.second), other);
}

RC_GTEST_PROP(TextDifferences, NothingOfEitherTextIsLostOrMoved, ()) {
    const auto text = rc::gen::map(rc::gen::container<std::vector<std::string>>(rc::gen::element<std::string>(
                                       "she ", "5 ", "mg\n", "at ", "night ", "morning. ", "é ", "  ", "the")),
                                   [](const std::vector<std::string>& words) {
                                       std::string out;
                                       for (const auto& word : words) {
                                           out += word;
                                       }
                                       return out;
                                   });
    const auto a = *text;
    const auto b = *text;
    const auto found = differencesOf(a, b);
    RC_ASSERT(joined(found.first) == a);
    RC_ASSERT(joined(found.second) == b);
    RC_ASSERT(found.count == 0 || a != b);
    RC_ASSERT(found.first.size() == found.second.size());
    int last = 0;
    for (std::size_t i = 0; i < found.first.size(); ++i) {
        RC_ASSERT(found.first[i].number == found.second[i].number);
        RC_ASSERT(found.first[i].number == 0 || found.first[i].number == last + 1);
        last = std::max(last, found.first[i].number);
    }
}

} // namespace
} // namespace frontsheet
