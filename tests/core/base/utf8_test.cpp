#include "core/base/utf8.h"

#include <gtest/gtest.h>

#include <rapidcheck/gtest.h>

namespace frontsheet {
namespace {

using namespace std::string_literals;

TEST(Utf8, TakesEveryScript) {
    for (const auto* text :
         {"", "Null", "True", "O'Neill", "Łukaszewski", "محمد", "אברהם", "李小龍", "김철수", "😀", "Zoë\n"}) {
        EXPECT_TRUE(isText(text)) << text;
    }
}

TEST(Utf8, RefusesWhatRfc3629Refuses) {
    for (const auto& bytes : {
             "\x80"s,
             "\xBF"s, // continuation without a lead
             "\xC0\x80"s,
             "\xC1\xBF"s, // overlong
             "\xE0\x80\x80"s,
             "\xE0\x9F\xBF"s,
             "\xF0\x80\x80\x80"s,
             "\xF0\x8F\xBF\xBF"s,
             "\xED\xA0\x80"s,
             "\xED\xBF\xBF"s, // surrogates
             "\xF4\x90\x80\x80"s,
             "\xF5\x80\x80\x80"s,
             "\xFF"s,
             "\xFE"s,
             "\xC3"s,
             "\xE2\x82"s,
             "\xF0\x9F\x98"s, // cut short
             "\xC3("s,
             "a\0b"s,
         }) {
        EXPECT_FALSE(isText(bytes)) << testing::PrintToString(bytes);
    }
}

TEST(Utf8, CountsAndCutsByCodePoint) {
    EXPECT_EQ(lengthOf("Łódź"), 4u);
    EXPECT_EQ(lengthOf(""), 0u);
    EXPECT_EQ(firstCodePoints("Łódź", 2), "Łó");
    EXPECT_EQ(firstCodePoints("Łódź", 0), "");
    EXPECT_EQ(firstCodePoints("Łódź", 99), "Łódź");
    EXPECT_EQ(firstCodePoints("a\xC3", 9), "a\xC3"s);
}

TEST(Utf8, ReadsWindows1252AsTheCouncilWritesIt) {
    EXPECT_EQ(fromWindows1252("Zo\xEB \x80\x9C\x92"), "Zoë €œ’");
    EXPECT_EQ(fromWindows1252("plain"), "plain");
    EXPECT_EQ(fromWindows1252("\x81"), "\xEF\xBF\xBD") << "the five undefined bytes are owned up to";
}

TEST(Utf8, EveryByteOfWindows1252GivesText) {
    for (int byte = 1; byte < 256; ++byte) {
        EXPECT_TRUE(isText(fromWindows1252(std::string(1, static_cast<char>(byte))))) << byte;
    }
}

RC_GTEST_PROP(Utf8, WhatIsWrittenIsReadBack, ()) {
    std::string text;
    std::u32string points;
    const auto count = *rc::gen::inRange(0, 40);
    for (int i = 0; i < count; ++i) {
        auto c = static_cast<char32_t>(*rc::gen::inRange<std::uint32_t>(1, 0x110000));
        if (c >= 0xD800 && c <= 0xDFFF) {
            c = U'x';
        }
        points.push_back(c);
        appendUtf8(text, c);
    }
    RC_ASSERT(isText(text));
    RC_ASSERT(lengthOf(text) == points.size());
    std::size_t at = 0;
    for (const char32_t c : points) {
        RC_ASSERT(nextCodePoint(text, at) == c);
    }
    RC_ASSERT(at == text.size());
}

RC_GTEST_PROP(Utf8, AnyBytesAreReadToTheEnd, (const std::string& bytes)) {
    std::size_t at = 0;
    std::size_t steps = 0;
    while (at < bytes.size()) {
        const auto before = at;
        (void)nextCodePoint(bytes, at);
        RC_ASSERT(at > before);
        ++steps;
    }
    RC_ASSERT(at == bytes.size());
    RC_ASSERT(steps >= lengthOf(bytes));
}

} // namespace
} // namespace frontsheet
