#include "core/domain/schema/contact_note.h"
#include "sync/wire/body_codec.h"
#include "sync/wire/sync_codec.h"
#include "tests/sync/wire/messages_story.h"

#include <gtest/gtest.h>

#include "frontsheet/v1/sync.pb.h"

namespace frontsheet::wire {
namespace {

using story::kCouncil;
using story::kTrust;

template <class Message>
Message parsed(const Bytes& bytes) {
    Message message;
    EXPECT_TRUE(message.ParseFromString(bytes));
    return message;
}

TEST(SyncRequest, ComesBackWhole) {
    const auto request = story::morningPush();
    const auto decoded = decodeSyncRequest(encode(request), kTrust);
    ASSERT_TRUE(decoded) << describe(decoded.error());
    EXPECT_EQ(decoded->requestNo, 7u);
    ASSERT_EQ(decoded->push.size(), 2u);
    EXPECT_EQ(decoded->push[0].intent, request.push[0].intent);
    EXPECT_EQ(decoded->push[1].intent, request.push[1].intent);
    EXPECT_EQ(decoded->have, request.have);
    EXPECT_EQ(decoded->maxBytes, kPagePackedBytes);
    EXPECT_EQ(decoded->wanted, Wanted::ResultsAndPages);
    EXPECT_TRUE(decoded->unacceptable.empty());
    EXPECT_EQ(encode(*decoded), encode(request)) << "the same message gives the same bytes";
}

TEST(SyncRequest, AnEmptyListOfHeldScopesIsNotTheSameAsNoList) {
    auto request = story::morningPush();
    EXPECT_FALSE(decodeSyncRequest(encode(request), kTrust)->have.held.has_value());
    request.have.held.emplace();
    EXPECT_TRUE(decodeSyncRequest(encode(request), kTrust)->have.held.has_value());
    request.have.held = {{"p/1/x", "p/2/x"}};
    EXPECT_EQ(decodeSyncRequest(encode(request), kTrust)->have.held, request.have.held);
    request.wanted = Wanted::ResultsOnly;
    EXPECT_EQ(decodeSyncRequest(encode(request), kTrust)->wanted, Wanted::ResultsOnly);
}

TEST(SyncRequest, TellsWhatArrivedAndWhatWasRead) {
    auto request = story::morningPush();
    request.receipt = 0xFFFFFFFFFFFFFFF1;
    request.logHead = "a signed head";
    request.readings = {{story::id<RecordId>(3), HomeVersion{2}, ReadingHow::Printed, WallTime{1'795'000'000'001}},
                        {story::id<RecordId>(4), HomeVersion{1}, ReadingHow{77}, WallTime{-5}}}; // a newer device's way
    const auto decoded = decodeSyncRequest(encode(request), kTrust);
    ASSERT_TRUE(decoded) << describe(decoded.error());
    EXPECT_EQ(decoded->receipt, request.receipt);
    EXPECT_EQ(decoded->logHead, request.logHead);
    EXPECT_EQ(decoded->readings, request.readings);
    request.readings.resize(kMaxReadingsPerRequest, request.readings[0]);
    EXPECT_TRUE(decodeSyncRequest(encode(request), kTrust));
    request.readings.push_back(request.readings[0]);
    EXPECT_EQ(decodeSyncRequest(encode(request), kTrust).error().code, ErrorCode::TooLarge);
    request.readings.assign(1, {RecordId{}, HomeVersion{1}, ReadingHow::Shown, {}});
    EXPECT_EQ(decodeSyncRequest(encode(request), kTrust).error().code, ErrorCode::Malformed);
    const Reading opened{story::id<RecordId>(5), HomeVersion{2}, ReadingHow::OpenedWithReason,
                         WallTime{1'795'000'000'002}, "With her now, she has fallen"};
    request.readings.assign(1, opened);
    EXPECT_EQ(decodeSyncRequest(encode(request), kTrust)->readings, request.readings);
    for (const auto& wrong : {std::string(kMaxReadingReason + 1, 'a'), std::string{"\xFF"}, std::string{"a\x1B[2Jb"}}) {
        request.readings[0].reason = wrong;
        EXPECT_EQ(decodeSyncRequest(encode(request), kTrust).error().code, ErrorCode::Malformed) << wrong.size();
    }
    request.readings.clear();
    request.logHead.assign(kMaxLogHead + 1, 'h');
    EXPECT_EQ(decodeSyncRequest(encode(request), kTrust).error().code, ErrorCode::TooLarge);
}

TEST(SyncReply, BringsAReceiptAndTheLogsHead) {
    auto reply = story::firstPages();
    reply.receipt = 0x8000000000000001;
    reply.logHead = "a signed head";
    reply.readingsTaken = 12;
    const auto decoded = decodeSyncReply(encode(reply), kTrust);
    ASSERT_TRUE(decoded) << describe(decoded.error());
    EXPECT_EQ(decoded->receipt, reply.receipt);
    EXPECT_EQ(decoded->logHead, reply.logHead);
    EXPECT_EQ(decoded->readingsTaken, 12U);
    reply.logHead.assign(kMaxLogHead + 1, 'h');
    EXPECT_EQ(decodeSyncReply(encode(reply), kTrust).error().code, ErrorCode::TooLarge);
}

TEST(SyncRequest, CannotBeCarriedToAnotherAgency) {
    EXPECT_EQ(decodeSyncRequest(encode(story::morningPush()), kCouncil).error().code, ErrorCode::WrongTenant);
    auto smuggled = story::morningPush();
    smuggled.push[1].intent.home = kCouncil;
    EXPECT_EQ(decodeSyncRequest(encode(smuggled), kTrust).error().code, ErrorCode::WrongTenant);
}

TEST(SyncRequest, OneBadEditIsAnsweredAndTheOthersGoThrough) {
    auto message = parsed<v1::SyncRequest>(encode(story::morningPush()));
    message.mutable_push(0)->mutable_edits(0)->mutable_after()->set_text("\xFF");
    const auto decoded = decodeSyncRequest(message.SerializeAsString(), kTrust);
    ASSERT_TRUE(decoded);
    ASSERT_EQ(decoded->push.size(), 1u);
    EXPECT_EQ(decoded->push[0].intent.op, story::id<OpId>(0x12));
    ASSERT_EQ(decoded->unacceptable.size(), 1u);
    EXPECT_EQ(decoded->unacceptable[0].op, story::id<OpId>(0x11));
    EXPECT_EQ(decoded->unacceptable[0].outcome, IntentOutcome::Refused);
    EXPECT_EQ(decoded->unacceptable[0].reason, ErrorCode::NotText);
}

TEST(SyncRequest, OfAnotherProtocolIsUnsupported) {
    auto request = story::morningPush();
    request.protocol = 2;
    EXPECT_EQ(decodeSyncRequest(encode(request), kTrust).error().code, ErrorCode::Unsupported);
    EXPECT_EQ(decodeSyncRequest("", kTrust).error().code, ErrorCode::Unsupported);
}

TEST(SyncRequest, CountsAreBounded) {
    auto many = parsed<v1::SyncRequest>(encode(story::morningPush()));
    for (std::size_t i = many.mutable_push()->size(); i <= kMaxIntentsPerRequest; ++i) {
        many.add_push()->set_op_id(std::string(16, 'x'));
    }
    EXPECT_EQ(decodeSyncRequest(many.SerializeAsString(), kTrust).error().code, ErrorCode::TooLarge);

    auto scopes = parsed<v1::SyncRequest>(encode(story::morningPush()));
    for (std::size_t i = 1; i <= kMaxPartialPerRequest; ++i) {
        scopes.mutable_have()->add_partial()->set_scope("s");
    }
    EXPECT_EQ(decodeSyncRequest(scopes.SerializeAsString(), kTrust).error().code, ErrorCode::TooLarge);

    auto name = story::morningPush();
    name.have.partial[0].scope = std::string(kMaxScopeName + 1, 's');
    EXPECT_EQ(decodeSyncRequest(encode(name), kTrust).error().code, ErrorCode::TooLarge);
    name.have.partial[0].scope = "two words";
    EXPECT_EQ(decodeSyncRequest(encode(name), kTrust).error().code, ErrorCode::Malformed);
}

TEST(SyncRequest, AsksForNoMoreThanAPage) {
    auto request = story::morningPush();
    request.maxBytes = 0xFFFFFFFFu;
    EXPECT_EQ(decodeSyncRequest(encode(request), kTrust)->maxBytes, kPagePackedBytes);
}

TEST(SyncReply, ComesBackWhole) {
    const auto reply = story::firstPages();
    const auto decoded = decodeSyncReply(encode(reply), kTrust);
    ASSERT_TRUE(decoded) << describe(decoded.error());
    EXPECT_EQ(decoded->epoch, reply.epoch);
    EXPECT_EQ(decoded->results, reply.results);
    EXPECT_EQ(decoded->grants.gone, reply.grants.gone);
    EXPECT_EQ(decoded->grants.granted, reply.grants.granted);
    ASSERT_EQ(decoded->pages.size(), 2u);
    EXPECT_EQ(decoded->pages[0].scope, reply.pages[0].scope);
    EXPECT_EQ(decoded->pages[0].resumeKey, reply.pages[0].resumeKey);
    EXPECT_TRUE(decoded->pages[0].scopeComplete);
    ASSERT_EQ(decoded->pages[0].upserts.size(), 1u);
    EXPECT_EQ(decoded->pages[0].upserts[0].header, reply.pages[0].upserts[0].header);
    EXPECT_EQ(decoded->pages[0].upserts[0].body, reply.pages[0].upserts[0].body);
    EXPECT_EQ(decoded->pages[1].removed, reply.pages[1].removed);
    EXPECT_EQ(decoded->pages[1].feedSeq, 415u);
    EXPECT_TRUE(decoded->more);
    EXPECT_TRUE(decoded->sendHeld);
    EXPECT_EQ(decoded->feedHead, 420u);
    EXPECT_EQ(decoded->safeSeq, 419u);
    EXPECT_EQ(decoded->retryAfter, reply.retryAfter);
    EXPECT_EQ(decoded->serverTime, reply.serverTime);
    EXPECT_EQ(encode(*decoded), encode(reply));
}

TEST(SyncReply, OfAnotherAgencyIsRefused) {
    EXPECT_EQ(decodeSyncReply(encode(story::firstPages()), kCouncil).error().code, ErrorCode::WrongTenant);
}

TEST(SyncReply, ARecordThatDoesNotFitItsTypeSpoilsTheReply) {
    const auto refusal = [](auto change) {
        auto message = parsed<v1::SyncReply>(encode(story::firstPages()));
        change(*message.mutable_pages(0)->mutable_upserts(0));
        const auto decoded = decodeSyncReply(message.SerializeAsString(), kTrust);
        return decoded ? ErrorCode{} : decoded.error().code;
    };
    EXPECT_EQ(refusal([](v1::Record&) {}), ErrorCode{});
    EXPECT_EQ(refusal([](v1::Record& r) { r.set_id("short"); }), ErrorCode::Malformed);
    EXPECT_EQ(refusal([](v1::Record& r) { r.clear_id(); }), ErrorCode::Malformed);
    EXPECT_EQ(refusal([](v1::Record& r) { r.set_version(0); }), ErrorCode::Malformed);
    EXPECT_EQ(refusal([](v1::Record& r) { r.set_author("O'Neill"); }), ErrorCode::Malformed);
    EXPECT_EQ(refusal([](v1::Record& r) { r.set_body("\x0A\x05"); }), ErrorCode::Malformed);
    EXPECT_EQ(refusal([](v1::Record& r) {
                  FieldSet fields;
                  fields.set(contact_note::kSignedAt.tag, textValue("yesterday"));
                  r.set_body(encodeBody(fields));
              }),
              ErrorCode::Malformed);
}

TEST(SyncReply, ARecordOfANewerTypeIsKeptAsItIs) {
    auto message = parsed<v1::SyncReply>(encode(story::firstPages()));
    auto& record = *message.mutable_pages(0)->mutable_upserts(0);
    record.set_type(900);
    record.set_category(200);
    const auto decoded = decodeSyncReply(message.SerializeAsString(), kTrust);
    ASSERT_TRUE(decoded);
    EXPECT_EQ(decoded->pages[0].upserts[0].header.type, static_cast<RecordType>(900));
    EXPECT_EQ(decoded->pages[0].upserts[0].header.category, static_cast<Category>(200));
    EXPECT_EQ(encode(*decoded), message.SerializeAsString());
}

TEST(SyncReply, AnOutcomeOfANewerProtocolIsLeftForAPerson) {
    auto message = parsed<v1::SyncReply>(encode(story::firstPages()));
    message.mutable_results(0)->set_outcome(77);
    message.mutable_results(1)->set_reason(1'000'000);
    const auto decoded = decodeSyncReply(message.SerializeAsString(), kTrust);
    ASSERT_TRUE(decoded);
    EXPECT_EQ(decoded->results[0].outcome, IntentOutcome::Refused);
    EXPECT_EQ(decoded->results[0].reason, ErrorCode::Unsupported);
    EXPECT_EQ(decoded->results[1].reason, ErrorCode::Internal);
}

TEST(SyncReply, CountsAreBoundedOverAllPages) {
    auto reply = story::firstPages();
    reply.pages[0].upserts.assign(kMaxRecordsPerReply, reply.pages[0].upserts[0]);
    EXPECT_TRUE(decodeSyncReply(encode(reply), kTrust));
    reply.pages[1].upserts.push_back(reply.pages[0].upserts[0]);
    EXPECT_EQ(decodeSyncReply(encode(reply), kTrust).error().code, ErrorCode::TooLarge);

    reply = story::firstPages();
    reply.pages.assign(kMaxPagesPerReply + 1, reply.pages[1]);
    EXPECT_EQ(decodeSyncReply(encode(reply), kTrust).error().code, ErrorCode::TooLarge);

    reply = story::firstPages();
    reply.pages[0].resumeKey = std::string(kMaxResumeKey + 1, 'k');
    EXPECT_EQ(decodeSyncReply(encode(reply), kTrust).error().code, ErrorCode::TooLarge);
}

TEST(SyncReply, CannotSendADeviceAwayForEver) {
    auto message = parsed<v1::SyncReply>(encode(story::firstPages()));
    message.set_retry_after_ms(0xFFFFFFFFu);
    EXPECT_EQ(decodeSyncReply(message.SerializeAsString(), kTrust)->retryAfter,
              std::chrono::milliseconds{kMaxRetryAfterMs});
}

// Cut anywhere, a message is refused or is a shorter whole one; it never crashes and never reads past its end.
TEST(SyncReply, CutShortAnywhereIsNeverTakenForTheWhole) {
    const auto whole = encode(story::firstPages());
    for (std::size_t length = 0; length < whole.size(); ++length) {
        const auto decoded = decodeSyncReply(whole.substr(0, length), kTrust);
        EXPECT_FALSE(decoded) << "the agency comes last, so no prefix is a message: " << length;
    }
}

TEST(SyncReply, EverySingleByteMayBeDamaged) {
    const auto whole = encode(story::firstPages());
    for (std::size_t at = 0; at < whole.size(); ++at) {
        for (const int flip : {0x01, 0x80, 0xFF}) {
            auto damaged = whole;
            damaged[at] = static_cast<char>(damaged[at] ^ flip);
            (void)decodeSyncReply(damaged, kTrust).has_value();
        }
    }
}

TEST(RefusalCodec, SaysWhyAndWhen) {
    const Refusal refusal{ErrorCode::ServerBusy, std::chrono::milliseconds{2500}};
    const auto decoded = decodeRefusal(encode(refusal));
    ASSERT_TRUE(decoded);
    EXPECT_EQ(*decoded, refusal);
    EXPECT_FALSE(decodeRefusal(""));
    EXPECT_EQ(decodeRefusal(std::string(kMaxRefusalBytes + 1, 'x')).error().code, ErrorCode::TooLarge);
}

TEST(SyncRequest, RemovalsThatAreDoneAreToldByTheirNumbers) {
    auto request = story::morningPush();
    request.removed = {1, 0xFFFFFFFFFFFFFFFFu, 0x0102030405060708u};
    const auto decoded = decodeSyncRequest(encode(request), kTrust);
    ASSERT_TRUE(decoded);
    EXPECT_EQ(decoded->removed, request.removed);
    request.removed.assign(kMaxRemovedToTell + 1, 5);
    EXPECT_EQ(decodeSyncRequest(encode(request), kTrust).error().code, ErrorCode::TooLarge);
}

TEST(SyncReply, SaysWhyAnIntentIsHeldAndThatAHomeIsClosed) {
    auto reply = story::firstPages();
    reply.results[0] = {story::id<OpId>(0x11), IntentOutcome::Held, ErrorCode::Revoked, HomeVersion{}};
    reply.removal = 0xF0E0D0C0B0A09081u;
    reply.closing = Closing::Closed;
    const auto decoded = decodeSyncReply(encode(reply), kTrust);
    ASSERT_TRUE(decoded);
    EXPECT_EQ(decoded->results[0], reply.results[0]);
    EXPECT_EQ(decoded->removal, reply.removal);
    EXPECT_EQ(decoded->closing, Closing::Closed);
}

} // namespace
} // namespace frontsheet::wire
