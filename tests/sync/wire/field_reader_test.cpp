#include "sync/wire/field_reader.h"

#include <gtest/gtest.h>

namespace frontsheet::wire {
namespace {

using namespace std::string_literals;

TEST(FieldReader, ReadsEveryWireType) {
    const auto bytes = "\x08\x96\x01"                         // 1: 150
                       "\x12\x02hi"                           // 2: "hi"
                       "\x19\x08\x07\x06\x05\x04\x03\x02\x01" // 3: fixed64
                       "\x20\x03"s;                           // 4: zigzag of 3 is -2
    FieldReader reader{bytes};
    ASSERT_TRUE(reader.next());
    EXPECT_EQ(reader.number(), 1u);
    EXPECT_EQ(reader.varint(), 150u);
    ASSERT_TRUE(reader.next());
    EXPECT_EQ(reader.bytes(), "hi");
    ASSERT_TRUE(reader.next());
    EXPECT_EQ(reader.fixed64(), 0x0102030405060708u);
    ASSERT_TRUE(reader.next());
    EXPECT_EQ(reader.zigzag(), -2);
    EXPECT_FALSE(reader.next());
    EXPECT_TRUE(reader.finish());
}

TEST(FieldReader, ZigzagReachesBothEnds) {
    FieldReader low{"\x08\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\x01"};
    ASSERT_TRUE(low.next());
    EXPECT_EQ(low.zigzag(), std::numeric_limits<std::int64_t>::min());
    FieldReader high{"\x08\xFE\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\x01"};
    ASSERT_TRUE(high.next());
    EXPECT_EQ(high.zigzag(), std::numeric_limits<std::int64_t>::max());
}

struct Bad {
    const char* what;
    std::string bytes;
};

class FieldReaderRefuses : public testing::TestWithParam<Bad> {};

TEST_P(FieldReaderRefuses, WithMalformed) {
    FieldReader reader{GetParam().bytes};
    while (reader.next()) {
    }
    ASSERT_FALSE(reader.finish()) << GetParam().what;
    EXPECT_EQ(reader.finish().error().code, ErrorCode::Malformed);
}

INSTANTIATE_TEST_SUITE_P(Hostile, FieldReaderRefuses,
                         testing::Values(Bad{"length past the end", "\x12\x05hi"s},
                                         Bad{"length near 2^64", "\x12\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\x01hi"s},
                                         Bad{"varint without end", std::string(12, '\xFF')},
                                         Bad{"varint of 65 bits", "\x08\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\x02"s},
                                         Bad{"key alone", "\x08"s}, Bad{"field number 0", "\x00\x01"s},
                                         Bad{"group", "\x0B\x0C"s}, Bad{"half a fixed64", "\x19\x01\x02"s},
                                         Bad{"half a fixed32", "\x1D\x01"s}));

TEST(FieldReader, AnotherWireTypeThanExpectedIsMalformed) {
    FieldReader reader{"\x08\x01\x10\x02"};
    ASSERT_TRUE(reader.next());
    EXPECT_EQ(reader.bytes(), "");
    EXPECT_FALSE(reader.next()) << "reading stops";
    EXPECT_EQ(reader.finish().error().code, ErrorCode::Malformed);
}

} // namespace
} // namespace frontsheet::wire
