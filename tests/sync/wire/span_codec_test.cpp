// Stretches of what is held, on the wire: what goes out comes in, and what makes no sense is not taken.
#include "sync/wire/content_hash.h"
#include "sync/wire/span_codec.h"
#include "sync/wire/sync_codec.h"
#include "tests/sync/wire/messages_story.h"

#include <gtest/gtest.h>

#include "frontsheet/v1/sync.pb.h"

namespace frontsheet::wire {
namespace {

using story::id;

const AgencyId kTrust{"community_trust"};

HeldSpan contactNotes() {
    HeldSpan span;
    span.after = {"person:77:contact-note@1", {}};
    span.upTo = {"person:77:contact-note@1", id<RecordId>(9)};
    span.count = 2;
    span.hash = 0xFEDCBA9876543210u;
    return span;
}

HeldSpan listed() {
    auto span = contactNotes();
    span.listed = true;
    span.items = {{id<RecordId>(3), 30}, {id<RecordId>(9), 90}};
    return span;
}

Bytes bytesOf(const HeldSpan& span) {
    v1::HeldSpan message;
    fill(message, span);
    return message.SerializeAsString();
}

ErrorCode refusedWith(const HeldSpan& span) {
    std::size_t items = 0;
    const auto decoded = decodeSpan(bytesOf(span), items);
    return decoded ? ErrorCode{} : decoded.error().code;
}

TEST(Spans, TravelInRequestsAndReplies) {
    auto request = story::morningPush();
    request.have.spans = {contactNotes(), HeldSpan{contactNotes().upTo, {}, 0, 0, false, {}}};
    request.have.wanted = {id<RecordId>(3), id<RecordId>(4)};
    const auto asked = decodeSyncRequest(encode(request), kTrust);
    ASSERT_TRUE(asked) << describe(asked.error());
    EXPECT_EQ(asked->have.spans, request.have.spans);
    EXPECT_EQ(asked->have.wanted, request.have.wanted);

    auto reply = story::firstPages();
    reply.compared = 2;
    reply.differing = {listed(), contactNotes()};
    reply.reconciling = true;
    const auto answered = decodeSyncReply(encode(reply), kTrust);
    ASSERT_TRUE(answered) << describe(answered.error());
    EXPECT_EQ(answered->differing, reply.differing);
    EXPECT_EQ(answered->compared, 2u);
    EXPECT_TRUE(answered->reconciling);
}

TEST(Spans, AreNotThereFromAnOlderProgram) {
    const auto asked = decodeSyncRequest(encode(story::morningPush()), kTrust);
    ASSERT_TRUE(asked);
    EXPECT_TRUE(asked->have.spans.empty());
    EXPECT_TRUE(asked->have.wanted.empty());
    const auto answered = decodeSyncReply(encode(story::firstPages()), kTrust);
    ASSERT_TRUE(answered);
    EXPECT_EQ(answered->compared, 0u);
    EXPECT_FALSE(answered->reconciling);
}

TEST(Spans, ThatMakeNoSenseAreRefused) {
    EXPECT_EQ(refusedWith(contactNotes()), ErrorCode{});
    EXPECT_EQ(refusedWith(listed()), ErrorCode{});
    auto backwards = contactNotes();
    std::swap(backwards.after, backwards.upTo);
    EXPECT_EQ(refusedWith(backwards), ErrorCode::Malformed);
    auto disordered = listed();
    std::swap(disordered.items[0], disordered.items[1]);
    EXPECT_EQ(refusedWith(disordered), ErrorCode::Malformed);
    auto twice = listed();
    twice.items[1] = twice.items[0];
    EXPECT_EQ(refusedWith(twice), ErrorCode::Malformed);
    auto miscounted = listed();
    miscounted.count = 3;
    EXPECT_EQ(refusedWith(miscounted), ErrorCode::Malformed);
    auto nowhere = contactNotes();
    nowhere.after = {{}, id<RecordId>(3)};
    EXPECT_EQ(refusedWith(nowhere), ErrorCode::Malformed);
    auto spaced = contactNotes();
    spaced.after.scope = "a name with spaces";
    EXPECT_EQ(refusedWith(spaced), ErrorCode::Malformed);
}

TEST(Spans, AreBoundedInNumber) {
    auto request = story::morningPush();
    request.push.clear();
    request.have.spans.assign(kMaxSpans, contactNotes());
    request.have.wanted.assign(kMaxWanted, id<RecordId>(3));
    EXPECT_TRUE(decodeSyncRequest(encode(request), kTrust));
    request.have.spans.push_back(contactNotes());
    EXPECT_EQ(decodeSyncRequest(encode(request), kTrust).error().code, ErrorCode::TooLarge);
    request.have.spans.pop_back();
    request.have.wanted.push_back(id<RecordId>(3));
    EXPECT_EQ(decodeSyncRequest(encode(request), kTrust).error().code, ErrorCode::TooLarge);
    request.have.wanted.clear();
    request.have.spans = {listed()}; // a device lists nothing
    EXPECT_EQ(decodeSyncRequest(encode(request), kTrust).error().code, ErrorCode::TooLarge);

    wire::SyncReply reply = story::firstPages();
    reply.differing.assign(kMaxSpanParts, contactNotes());
    EXPECT_TRUE(decodeSyncReply(encode(reply), kTrust));
    reply.differing.push_back(contactNotes());
    EXPECT_EQ(decodeSyncReply(encode(reply), kTrust).error().code, ErrorCode::TooLarge);
    auto many = contactNotes();
    many.listed = true;
    for (std::uint16_t i = 1; i <= kMaxSpanItems / 2 + 1; ++i) {
        RecordId record;
        record.bytes[0] = static_cast<std::uint8_t>(i >> 8);
        record.bytes[1] = static_cast<std::uint8_t>(i);
        many.items.push_back({record, i});
    }
    many.count = static_cast<std::uint32_t>(many.items.size());
    reply.differing = {many};
    EXPECT_TRUE(decodeSyncReply(encode(reply), kTrust));
    reply.differing = {many, many}; // counted together
    EXPECT_EQ(decodeSyncReply(encode(reply), kTrust).error().code, ErrorCode::TooLarge);
}

// Fixed for ever: a device and a home of different versions must agree.
TEST(ContentHash, IsOverEverythingThatTravels) {
    const auto note = story::received(6, RecordType::ContactNote, story::visitNote());
    const auto hash = contentHash(note.header, note.body);
    EXPECT_EQ(hash, contentHash(note.header, note.body));
    const auto changed = [&](auto change) {
        auto other = note;
        change(other);
        return contentHash(other.header, other.body) != hash;
    };
    EXPECT_TRUE(changed([](auto& r) { r.body[5] = static_cast<char>(r.body[5] ^ 1); }));
    EXPECT_TRUE(changed([](auto& r) { ++r.header.version.n; }));
    EXPECT_TRUE(changed([](auto& r) { r.header.person = id<PersonId>(0x78); }));
    EXPECT_TRUE(changed([](auto& r) { r.header.category = Category::Safeguarding; }));
    EXPECT_TRUE(changed([](auto& r) { r.header.author = WorkerId{"W013"}; }));
    EXPECT_TRUE(changed([](auto& r) { r.header.occurredAt.ms += 1; }));
    EXPECT_TRUE(changed([](auto& r) { r.header.recordedAt.ms += 1; }));
    EXPECT_TRUE(changed([](auto& r) { r.header.id = id<RecordId>(7); }));
}

} // namespace
} // namespace frontsheet::wire
