// Where a walk goes on, said so that it names nobody's record.
#include "core/domain/going_on.h"

#include <gtest/gtest.h>

namespace frontsheet {
namespace {

RecordId at(std::uint64_t ms, std::uint8_t chance) {
    RecordId id;
    for (std::size_t i = 0; i < 6; ++i) {
        id.bytes[i] = static_cast<std::uint8_t>(ms >> (8 * (5 - i)));
    }
    id.bytes[6] = 0x70;
    id.bytes[15] = chance;
    return id;
}

constexpr std::uint64_t kMonday = 1'795'424'400'000;
constexpr std::uint64_t kHour = 3'600'000;

TEST(GoingOn, IsHoursAwayFromARecordThatNobodyWasTold) {
    const auto looked = at(kMonday, 9);
    const auto place = whereToGoOn(looked, at(kMonday - 100 * kHour, 1), {});
    EXPECT_LT(place, looked);
    EXPECT_LT(at(kMonday - 5 * kHour, 0), place);
    EXPECT_EQ(place, whereToGoOn(at(kMonday + 1, 200), at(kMonday - 100 * kHour, 1), {}))
        << "the same for its neighbour";
}

TEST(GoingOn, IsTheLastThatTheyWereToldWhereThatIsNearer) {
    const auto told = at(kMonday - 1000, 3);
    EXPECT_EQ(whereToGoOn(at(kMonday, 9), at(kMonday - 100 * kHour, 1), told), told);
    EXPECT_LT(at(kMonday - 100 * kHour, 3), whereToGoOn(at(kMonday, 9), {}, at(kMonday - 100 * kHour, 3)))
        << "and no further back than need be";
}

TEST(GoingOn, AlwaysGoesOn) {
    for (const auto& after : {RecordId{}, at(kMonday - 20, 1), at(kMonday - 1, 1), at(kMonday, 1), at(kMonday, 8)}) {
        for (const auto& told : {RecordId{}, at(kMonday, 2), at(kMonday, 9)}) {
            if (told.isNull() || after < told) {
                const auto place = whereToGoOn(at(kMonday, 9), after, told);
                EXPECT_LT(after, place);
                EXPECT_LE(told, place);
                EXPECT_LE(place, at(kMonday, 9));
            }
        }
    }
    EXPECT_NE(whereToGoOn(at(kMonday, 9), at(kMonday - 20, 1), {}), at(kMonday, 9)) << "a millisecond is rough enough";
    EXPECT_EQ(whereToGoOn(at(kMonday, 9), at(kMonday, 8), {}), at(kMonday, 9));
}

} // namespace
} // namespace frontsheet
