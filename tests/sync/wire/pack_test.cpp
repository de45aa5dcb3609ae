#include "sync/wire/pack.h"
#include "sync/wire/sync_codec.h"
#include "sync/wire/wire_limits.h"
#include "tests/sync/wire/messages_story.h"

#include <gtest/gtest.h>
#include <zstd.h>

namespace frontsheet::wire {
namespace {

TEST(Pack, GivesBackWhatWentIn) {
    for (const auto& message : {Bytes{}, Bytes{"x"}, encode(story::firstPages()), Bytes(100'000, 'a')}) {
        const auto unpacked = unpack(pack(message), kMaxUnpackedReply);
        ASSERT_TRUE(unpacked) << describe(unpacked.error());
        EXPECT_EQ(*unpacked, message);
    }
}

TEST(Pack, CutShortAnywhereIsTruncated) {
    const auto packed = pack(encode(story::firstPages()));
    for (std::size_t length = 0; length < packed.size(); ++length) {
        const auto unpacked = unpack(packed.substr(0, length), kMaxUnpackedReply);
        ASSERT_FALSE(unpacked) << length;
        EXPECT_EQ(unpacked.error().code, ErrorCode::Truncated) << length;
    }
}

TEST(Pack, DamageAnywhereIsSeen) {
    const auto packed = pack(encode(story::firstPages()));
    for (std::size_t at = 0; at < packed.size(); ++at) {
        auto damaged = packed;
        damaged[at] = static_cast<char>(damaged[at] ^ 0x10);
        const auto unpacked = unpack(damaged, kMaxUnpackedReply);
        // Some header bits carry nothing; what comes out must then be what went in.
        EXPECT_TRUE(!unpacked || *unpacked == encode(story::firstPages())) << at;
    }
}

TEST(Pack, ABombIsRefusedBeforeMemoryIsTaken) {
    const auto bomb = pack(Bytes(kMaxUnpackedReply + 1, '\0'));
    EXPECT_LT(bomb.size(), 8192u);
    EXPECT_EQ(unpack(bomb, kMaxUnpackedReply).error().code, ErrorCode::TooLarge);
    EXPECT_EQ(unpack(pack(Bytes(1001, 'x')), 1000).error().code, ErrorCode::TooLarge);
    EXPECT_TRUE(unpack(pack(Bytes(1000, 'x')), 1000));
}

TEST(Pack, AFrameThatHidesItsSizeIsRefused) {
    // As a stream writes it, which does not know its size beforehand.
    const std::unique_ptr<ZSTD_CCtx, decltype(&ZSTD_freeCCtx)> context{ZSTD_createCCtx(), &ZSTD_freeCCtx};
    const Bytes message(5000, 'x');
    Bytes packed(ZSTD_compressBound(message.size()), '\0');
    ZSTD_outBuffer out{packed.data(), packed.size(), 0};
    ZSTD_inBuffer in{message.data(), message.size(), 0};
    ASSERT_EQ(ZSTD_isError(ZSTD_compressStream2(context.get(), &out, &in, ZSTD_e_flush)), 0u);
    ASSERT_EQ(ZSTD_compressStream2(context.get(), &out, &in, ZSTD_e_end), 0u);
    packed.resize(out.pos);
    EXPECT_EQ(unpack(packed, kMaxUnpackedReply).error().code, ErrorCode::Malformed);
}

TEST(Pack, NothingMayFollow) {
    const auto packed = pack("message");
    EXPECT_EQ(unpack(packed + "x", 1000).error().code, ErrorCode::Malformed);
    EXPECT_EQ(unpack(packed + packed, 1000).error().code, ErrorCode::Malformed);
}

TEST(Pack, WhatIsNotPackedIsMalformed) {
    EXPECT_EQ(unpack("<html><body>Welcome to the guest network</body></html>", 1000).error().code,
              ErrorCode::Malformed);
    EXPECT_EQ(unpack("{}", 1000).error().code, ErrorCode::Malformed);
    EXPECT_EQ(unpack("", 1000).error().code, ErrorCode::Truncated);
}

} // namespace
} // namespace frontsheet::wire
