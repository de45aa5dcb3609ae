#include "core/base/id_source.h"

#include <gtest/gtest.h>

#include <rapidcheck/gtest.h>
#include <set>
#include <unordered_set>

namespace frontsheet {
namespace {

TEST(Id, SurvivesHexAndRawUnchanged) {
    SeededIdSource ids{1};
    for (int i = 0; i < 100; ++i) {
        const auto id = ids.random<RecordId>();
        EXPECT_EQ(RecordId::fromHex(id.hex()).value(), id);
        EXPECT_EQ(RecordId::fromRaw(id.raw()).value(), id);
    }
    EXPECT_EQ(RecordId::fromHex("00112233445566778899AABBCCDDEEFF").value().hex(), "00112233445566778899aabbccddeeff");
}

TEST(Id, RefusesWhatIsNoId) {
    EXPECT_EQ(RecordId::fromRaw("short").error().code, ErrorCode::Malformed);
    EXPECT_EQ(RecordId::fromRaw(std::string(17, 'x')).error().code, ErrorCode::Malformed);
    EXPECT_FALSE(RecordId::fromHex("0011"));
    EXPECT_FALSE(RecordId::fromHex("00112233445566778899aabbccddeefg"));
    EXPECT_FALSE(RecordId::fromHex("00112233445566778899aabbccddee-1"));
}

TEST(Id, IsTimeOrderedAsRfc9562Says) {
    SeededIdSource ids{2};
    const auto early = ids.timeOrdered<RecordId>(WallTime{0x0123456789AB});
    EXPECT_EQ(early.hex().substr(0, 12), "0123456789ab");
    EXPECT_EQ(early.hex()[12], '7') << "version";
    EXPECT_NE(std::string{"89ab"}.find(early.hex()[16]), std::string::npos) << "variant";
    EXPECT_LT(early, ids.timeOrdered<RecordId>(WallTime{0x0123456789AC}));
    // A clock before 1970 gives a usable id all the same.
    EXPECT_EQ(ids.timeOrdered<RecordId>(WallTime{-5}).hex().substr(0, 12), "000000000000");
}

TEST(Id, TheSeedGivesTheSameIdsAgainAndNeverTheSameTwice) {
    SeededIdSource first{7};
    SeededIdSource second{7};
    std::unordered_set<OpId> seen;
    for (int i = 0; i < 10000; ++i) {
        const auto id = first.random<OpId>();
        EXPECT_EQ(id, second.random<OpId>());
        EXPECT_TRUE(seen.insert(id).second);
    }
}

TEST(Id, TheSystemsIdsDiffer) {
    SystemIdSource ids;
    std::set<OpId> seen;
    for (int i = 0; i < 1000; ++i) {
        seen.insert(ids.random<OpId>());
    }
    EXPECT_EQ(seen.size(), 1000u);
    EXPECT_FALSE(seen.contains(OpId{}));
}

TEST(Code, TakesWhatAdministratorsGiveAndNothingThatNeedsQuoting) {
    EXPECT_TRUE(AgencyId{"gp_Y99001"}.isWellFormed());
    EXPECT_TRUE(WorkerId{"W012"}.isWellFormed());
    EXPECT_TRUE(AgencyId{std::string(64, 'a')}.isWellFormed());
    for (const auto* bad : {"", "a b", "a/b", "..", "a'b", "é", "a\nb"}) {
        EXPECT_FALSE(AgencyId{bad}.isWellFormed()) << bad;
    }
    EXPECT_FALSE(AgencyId{std::string(65, 'a')}.isWellFormed());
    EXPECT_FALSE((AgencyId{std::string("a\0b", 3)}.isWellFormed()));
}

RC_GTEST_PROP(Id, HexIsOneToOne, (const std::array<std::uint8_t, 16>& bytes)) {
    const RecordId id{bytes};
    RC_ASSERT(RecordId::fromHex(id.hex()).value() == id);
}

} // namespace
} // namespace frontsheet
