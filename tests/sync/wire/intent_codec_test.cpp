#include "core/domain/schema/record_schema.h"
#include "sync/wire/intent_codec.h"
#include "tests/sync/wire/messages_story.h"

#include <gtest/gtest.h>

#include "frontsheet/v1/sync.pb.h"

namespace frontsheet::wire {
namespace {

v1::Intent asGenerated(const Intent& intent) {
    v1::Intent out;
    fill(out, intent, 3);
    return out;
}

TEST(IntentCodec, AnEditComesBackWhole) {
    for (const auto& outgoing : story::morningPush().push) {
        const auto decoded = decodeIntent(encodeIntent(outgoing.intent, outgoing.opNo));
        ASSERT_TRUE(decoded);
        ASSERT_TRUE(decoded->acceptable) << describe(decoded->acceptable.error());
        EXPECT_EQ(decoded->outgoing.intent, outgoing.intent);
        EXPECT_EQ(decoded->outgoing.opNo, outgoing.opNo);
    }
}

TEST(IntentCodec, AnEditWithoutIdentityCannotBeAnswered) {
    auto message = asGenerated(story::writesNote(1));
    message.set_op_id(std::string(15, 'x'));
    EXPECT_EQ(decodeIntent(message.SerializeAsString()).error().code, ErrorCode::Malformed);
    message.set_op_id(std::string(16, '\0'));
    EXPECT_FALSE(decodeIntent(message.SerializeAsString()));
    message.clear_op_id();
    EXPECT_FALSE(decodeIntent(message.SerializeAsString()));
}

ErrorCode refusalOf(const v1::Intent& message) {
    const auto decoded = decodeIntent(message.SerializeAsString());
    EXPECT_TRUE(decoded) << "the identity is clear, so the edit can be answered";
    EXPECT_EQ(decoded->outgoing.intent.op, story::id<OpId>(1));
    EXPECT_FALSE(decoded->acceptable);
    return decoded->acceptable.error().code;
}

TEST(IntentCodec, ContentThatCannotBeTakenIsRefusedByItself) {
    const auto whole = asGenerated(story::writesNote(1));
    auto message = whole;
    message.mutable_edits(0)->mutable_after()->set_text("\xFF");
    EXPECT_EQ(refusalOf(message), ErrorCode::NotText);
    message = whole;
    message.mutable_edits(0)->mutable_after()->set_text(std::string(kMaxUnknownFieldBytes + 1, 'x'));
    EXPECT_EQ(refusalOf(message), ErrorCode::TooLarge);
    message = whole;
    message.mutable_edits(0)->mutable_after()->set_tag(2);
    EXPECT_EQ(refusalOf(message), ErrorCode::Malformed) << "an edit whose value belongs to another field";
    message = whole;
    message.mutable_edits()->SwapElements(0, 1);
    EXPECT_EQ(refusalOf(message), ErrorCode::Malformed);
    message = whole;
    message.set_type(70'000);
    EXPECT_EQ(refusalOf(message), ErrorCode::Malformed);
    message = whole;
    message.set_category(256);
    EXPECT_EQ(refusalOf(message), ErrorCode::Malformed);
    message = whole;
    message.set_home("../council");
    EXPECT_EQ(refusalOf(message), ErrorCode::Malformed);
    message = whole;
    message.set_record("short");
    EXPECT_EQ(refusalOf(message), ErrorCode::Malformed);
}

TEST(IntentCodec, AValueOfANewerShapeIsRefusedNotLost) {
    auto message = asGenerated(story::writesNote(1));
    auto& after = *message.mutable_edits(0)->mutable_after();
    after.clear_shape();
    ASSERT_TRUE(after.GetReflection()->MutableUnknownFields(&after) != nullptr);
    after.GetReflection()->MutableUnknownFields(&after)->AddVarint(9, 1);
    EXPECT_EQ(refusalOf(message), ErrorCode::Unsupported);
}

TEST(IntentCodec, TooManyEditsAreRefused) {
    auto intent = story::writesNote(1);
    intent.edits.clear();
    for (std::uint16_t tag = 1; tag <= kMaxEdits; ++tag) {
        intent.edits.push_back({FieldTag{tag}, std::nullopt, Value{std::int64_t{1}}});
    }
    EXPECT_TRUE(decodeIntent(encodeIntent(intent, 1))->acceptable);
    intent.edits.push_back({FieldTag{1000}, std::nullopt, Value{std::int64_t{1}}});
    EXPECT_EQ(decodeIntent(encodeIntent(intent, 1))->acceptable.error().code, ErrorCode::TooLarge);
}

TEST(IntentHash, IsTheSameForTheSameEditHoweverOftenItIsSent) {
    auto intent = story::writesNote(1);
    const auto hash = intentHash(intent);
    EXPECT_EQ(intentHash(decodeIntent(encodeIntent(intent, 99))->outgoing.intent), hash);
    intent.after = story::id<OpId>(5);
    EXPECT_EQ(intentHash(intent), hash) << "what it waited for is the device's own affair";
}

TEST(IntentHash, IsOfTheWordsAlone) {
    auto edit = story::writesNote(1);
    edit.base = HomeVersion{3};
    edit.edits[0].before = textValue("what stood there");
    const auto whole = intentHash(edit);
    EXPECT_EQ(intentHash(wordsAloneOf(edit)), whole) << "a device lets go of what its home had written there";
    edit.edits[0].before.reset();
    EXPECT_EQ(intentHash(edit), whole);
    const auto kept = [](const IntentHash& hash) {
        return std::string{reinterpret_cast<const char*>(hash.data()), hash.size()};
    };
    EXPECT_TRUE(isHashOf(kept(whole), edit));
    edit.edits[0].after = textValue("other words");
    EXPECT_FALSE(isHashOf(kept(whole), edit));
    EXPECT_FALSE(isHashOf(kept(whole).substr(0, 15), edit));
    EXPECT_FALSE(isHashOf("", edit));
}

TEST(IntentHash, DiffersWithAnythingTheHomeActsUpon) {
    const auto intent = story::writesNote(1);
    const auto hash = intentHash(intent);
    const auto changed = [&](auto change) {
        auto other = intent;
        change(other);
        return intentHash(other) != hash;
    };
    EXPECT_TRUE(changed([](Intent& i) { i.record = story::id<RecordId>(8); }));
    EXPECT_TRUE(changed([](Intent& i) { i.person = story::id<PersonId>(8); }));
    EXPECT_TRUE(changed([](Intent& i) { i.base = HomeVersion{1}; }));
    EXPECT_TRUE(changed([](Intent& i) { i.edits[0].after = textValue("other words"); }));
    EXPECT_TRUE(changed([](Intent& i) { i.edits.pop_back(); }));
    EXPECT_TRUE(changed([](Intent& i) { i.occurredAt = i.occurredAt + std::chrono::milliseconds{1}; }));
    EXPECT_TRUE(changed([](Intent& i) { i.category = Category::Wishes; }));
    EXPECT_TRUE(changed([](Intent& i) { i.home = story::kCouncil; }));
    EXPECT_TRUE(changed([](Intent& i) { i.transaction = story::id<TransactionId>(1); }));
}

} // namespace
} // namespace frontsheet::wire
