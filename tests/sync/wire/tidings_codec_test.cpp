#include "core/base/id_source.h"
#include "sync/wire/sync_codec.h"
#include "sync/wire/tidings_codec.h"
#include "sync/wire/wire_limits.h"
#include "tests/sync/wire/messages_story.h"

#include <gtest/gtest.h>

namespace frontsheet::wire {
namespace {

SyncReply withTidings() {
    SeededIdSource ids{9};
    auto reply = story::firstPages();
    reply.agreementHash = 0xF00DF00DF00DF00DULL;
    reply.tidings.upTo = 77;
    reply.tidings.reached = {
        {ids.random<RecordId>(), WallTime{1'795'248'000'000}, WallTime{1'795'248'001'000}, {}, {}, {}},
        {ids.random<RecordId>(), WallTime{1'795'248'000'000}, WallTime{1'795'248'001'000}, WallTime{1'795'248'009'000},
         AgencyId{"council"}, WorkerId{"A07"}}};
    reply.tidings.settled = {
        {ids.random<OpId>(), Settlement::TakenIn, WallTime{1'795'248'000'000}, "Farida Noor", {}},
        {ids.random<OpId>(), Settlement::Closed, WallTime{1'795'248'000'000}, "Farida Noor", "written twice"}};
    return reply;
}

TEST(TidingsCodec, WhatTheHomeTellsComesBackAsItWent) {
    const auto reply = withTidings();
    const auto back = decodeSyncReply(encode(reply), reply.agency).value();
    EXPECT_EQ(back.agreementHash, reply.agreementHash);
    EXPECT_EQ(back.tidings, reply.tidings);
    auto request = story::morningPush();
    request.tidings = 77;
    EXPECT_EQ(decodeSyncRequest(encode(request), request.agency).value().tidings, 77U);
}

TEST(TidingsCodec, ARescueKeyComesWholeOrNotAtAll) {
    auto request = story::morningPush();
    request.rescueMark = 0xFEDCBA9876543210U;
    EXPECT_EQ(decodeSyncRequest(encode(request), request.agency).value().rescueMark, 0xFEDCBA9876543210U);
    auto reply = story::firstPages();
    EXPECT_EQ(decodeSyncReply(encode(reply), reply.agency).value().rescueKey, Bytes{});
    reply.rescueKey = Bytes(kRescueKeyBytes, 'k');
    EXPECT_EQ(decodeSyncReply(encode(reply), reply.agency).value().rescueKey, reply.rescueKey);
    reply.rescueKey.pop_back();
    EXPECT_EQ(decodeSyncReply(encode(reply), reply.agency).error().code, ErrorCode::Malformed);
}

TEST(TidingsCodec, WhatNoHomeSaysIsRefused) {
    auto reply = withTidings();
    reply.tidings.reached[0].referral = {};
    EXPECT_EQ(decodeSyncReply(encode(reply), reply.agency).error().code, ErrorCode::Malformed);
    reply = withTidings();
    reply.tidings.settled[0].how = static_cast<Settlement>(9);
    EXPECT_EQ(decodeSyncReply(encode(reply), reply.agency).error().code, ErrorCode::Malformed);
    reply = withTidings();
    reply.tidings.settled[0].words.assign(kMaxSettledWords + 1, 'x');
    EXPECT_EQ(decodeSyncReply(encode(reply), reply.agency).error().code, ErrorCode::TooLarge);
    reply = withTidings();
    reply.tidings.settled[1].by = "\xff";
    EXPECT_EQ(decodeSyncReply(encode(reply), reply.agency).error().code, ErrorCode::NotText);
    reply = withTidings();
    reply.tidings.reached.resize(kMaxTidings + 1, reply.tidings.reached[1]);
    EXPECT_EQ(decodeSyncReply(encode(reply), reply.agency).error().code, ErrorCode::TooLarge);
}

} // namespace
} // namespace frontsheet::wire
