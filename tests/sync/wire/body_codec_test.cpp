#include "core/domain/schema/contact_note.h"
#include "core/domain/schema/directory.h"
#include "core/domain/schema/record_schema.h"
#include "core/domain/schema/registration.h"
#include "core/domain/schema/sharing_agreement.h"
#include "sync/wire/body_codec.h"
#include "sync/wire/wire_limits.h"
#include "tests/sync/wire/messages_story.h"

#include <gtest/gtest.h>

#include "frontsheet/v1/record.pb.h"

namespace frontsheet::wire {
namespace {

using namespace std::string_literals;

TEST(BodyCodec, ANoteComesBackCharacterForCharacter) {
    const auto note = story::visitNote();
    const auto decoded = decodeBody(encodeBody(note));
    ASSERT_TRUE(decoded);
    EXPECT_EQ(*decoded, note);
    EXPECT_TRUE(checkBody(RecordType::ContactNote, encodeBody(note)));
}

TEST(BodyCodec, TheSameFieldsGiveTheSameBytesWhateverTheOrderOfWriting) {
    FieldSet one;
    one.put(registration::kFamilyName, std::string{"Ó Briain"});
    one.put(registration::kArrearsPence, -12'345);
    FieldSet other;
    other.put(registration::kArrearsPence, -12'345);
    other.put(registration::kFamilyName, std::string{"Ó Briain"});
    EXPECT_EQ(encodeBody(one), encodeBody(other));
}

TEST(BodyCodec, EveryShapeSurvives) {
    FieldSet fields;
    fields.set(FieldTag{1}, textValue("text"));
    fields.set(FieldTag{2}, Value{std::numeric_limits<std::int64_t>::min()});
    fields.set(FieldTag{3}, Value{std::int64_t{0}});
    fields.set(FieldTag{4}, Value{AnyId{story::id<RecordId>(9).bytes}});
    fields.set(FieldTag{5}, Value{std::vector<std::string>{"", "a", "b"}});
    const auto decoded = decodeBody(encodeBody(fields));
    ASSERT_TRUE(decoded) << describe(decoded.error());
    EXPECT_EQ(*decoded, fields);
}

// The generated classes and the bounded reader must never read one body in two ways.
TEST(BodyCodec, ReadsWhatTheGeneratedClassesWrite) {
    v1::Body body;
    auto& text = *body.add_fields();
    text.set_tag(7);
    text.set_text("Émile");
    auto& set = *body.add_fields();
    set.set_tag(1023);
    set.mutable_set()->add_members("a");
    const auto decoded = decodeBody(body.SerializeAsString());
    ASSERT_TRUE(decoded);
    EXPECT_EQ(*decoded->find(FieldTag{7}), textValue("Émile"));
    EXPECT_EQ(*decoded->find(FieldTag{1023}), Value{std::vector<std::string>{"a"}});
    EXPECT_EQ(encodeBody(*decoded), body.SerializeAsString());
}

TEST(BodyCodec, AFieldOfANewerSchemaIsKeptAndSentOn) {
    FieldSet fields;
    fields.set(FieldTag{900}, textValue("what a later version will know"));
    const auto decoded = decodeBody(encodeBody(fields));
    ASSERT_TRUE(decoded);
    EXPECT_EQ(*decoded, fields);
    EXPECT_TRUE(checkBody(RecordType::ContactNote, encodeBody(fields)));
    EXPECT_TRUE(checkBody(static_cast<RecordType>(999), encodeBody(fields)));
}

TEST(BodyCodec, AShapeOfANewerSchemaIsSkippedAndTheOthersAreRead) {
    auto bytes = "\x0A\x04\x08\x01\x32\x00"s; // field 1, shape 6
    FieldSet rest;
    rest.set(FieldTag{2}, textValue("signed"));
    bytes += encodeBody(rest);
    const auto decoded = decodeBody(bytes);
    ASSERT_TRUE(decoded) << describe(decoded.error());
    EXPECT_EQ(*decoded, rest);
}

struct Bad {
    const char* what;
    std::string body;
    ErrorCode code;
};

std::string bodyOf(std::initializer_list<std::pair<std::uint32_t, std::string>> texts) {
    v1::Body body;
    for (const auto& [tag, text] : texts) {
        auto& field = *body.add_fields();
        field.set_tag(tag);
        field.set_text(text);
    }
    return body.SerializeAsString();
}

std::string setOf(std::initializer_list<std::string> members) {
    v1::Body body;
    auto& field = *body.add_fields();
    field.set_tag(1);
    field.mutable_set();
    for (const auto& member : members) {
        field.mutable_set()->add_members(member);
    }
    return body.SerializeAsString();
}

class BodyCodecRefuses : public testing::TestWithParam<Bad> {};

TEST_P(BodyCodecRefuses, WithACodeThatSaysWhy) {
    const auto checked = checkBody(RecordType::ContactNote, GetParam().body);
    ASSERT_FALSE(checked) << GetParam().what;
    EXPECT_EQ(checked.error().code, GetParam().code) << GetParam().what;
}

INSTANTIATE_TEST_SUITE_P(
    Hostile, BodyCodecRefuses,
    testing::Values(Bad{"tags out of order", bodyOf({{2, "signed"}, {1, "x"}}), ErrorCode::Malformed},
                    Bad{"one tag twice", bodyOf({{2, "signed"}, {2, "draft"}}), ErrorCode::Malformed},
                    Bad{"tag 0", bodyOf({{0, "x"}}), ErrorCode::Malformed},
                    Bad{"tag 1024", bodyOf({{1024, "x"}}), ErrorCode::Malformed},
                    Bad{"empty text", "\x0A\x04\x08\x01\x12\x00"s, ErrorCode::Malformed},
                    Bad{"no value", "\x0A\x02\x08\x01"s, ErrorCode::Malformed},
                    Bad{"15-byte id", "\x0A\x13\x08\x05\x22\x0F"s + std::string(15, 'x'), ErrorCode::Malformed},
                    Bad{"not UTF-8", bodyOf({{1, "\xC3\x28"}}), ErrorCode::NotText},
                    Bad{"overlong NUL", bodyOf({{1, "\xC0\x80"}}), ErrorCode::NotText},
                    Bad{"NUL", bodyOf({{1, "a\0b"s}}), ErrorCode::NotText},
                    Bad{"surrogate", bodyOf({{1, "\xED\xA0\x80"}}), ErrorCode::NotText},
                    Bad{"text where a time belongs", bodyOf({{4, "soon"}}), ErrorCode::Malformed},
                    Bad{"a state too long", bodyOf({{2, std::string(513, 's')}}), ErrorCode::TooLarge},
                    Bad{"prose too long", bodyOf({{1, std::string(64 * 1024 + 1, 'p')}}), ErrorCode::TooLarge},
                    Bad{"an empty set", setOf({}), ErrorCode::Malformed},
                    Bad{"a set out of order", setOf({"b", "a"}), ErrorCode::Malformed},
                    Bad{"a set with a repeat", setOf({"a", "a"}), ErrorCode::Malformed},
                    Bad{"a body past its bound", std::string(kMaxBodyBytes + 1, '\0'), ErrorCode::TooLarge}));

TEST(BodyCodec, TheLongestAgreementWithEverybodysStatementsFitsARecord) {
    std::vector<std::string> agencies;
    for (char a = 'a'; a <= 'd'; ++a) {
        for (char b = 'a'; b <= 'p'; ++b) {
            agencies.push_back(std::string{a, b} + std::string(62, 'x')); // 64 parties with the longest codes
        }
    }
    FieldSet fields;
    fields.put(sharing_agreement::kAgreement, std::string(64, 'i'));
    fields.put(sharing_agreement::kVersion, 1);
    fields.put(sharing_agreement::kTitle, std::string(512, 't'));
    fields.put(sharing_agreement::kText, std::string(sharing_agreement::kMaxTextBytes, 'a'));
    fields.put(sharing_agreement::kHash, std::string(64, 'f'));
    fields.put(sharing_agreement::kState, "active"s);
    fields.put(sharing_agreement::kStatements, std::string(sharing_agreement::kMaxStatementBytes, 's'));
    fields.put(sharing_agreement::kBound, agencies);
    fields.put(sharing_agreement::kSignedBy, agencies);
    EXPECT_TRUE(checkFields(RecordType::SharingAgreement, fields));
    const auto body = encodeBody(fields);
    EXPECT_LE(body.size(), kMaxBodyBytes);
    const auto back = decodeBody(body);
    ASSERT_TRUE(back) << describe(back.error());
    EXPECT_EQ(*back, fields);
    fields.put(sharing_agreement::kText, std::string(sharing_agreement::kMaxTextBytes + 1, 'a'));
    EXPECT_EQ(checkFields(RecordType::SharingAgreement, fields).error().code, ErrorCode::TooLarge);
}

TEST(BodyCodec, RefusesOneFieldTooMany) {
    FieldSet fields;
    for (std::uint16_t tag = 1; tag <= kMaxFields; ++tag) {
        fields.set(FieldTag{tag}, Value{std::int64_t{tag}});
    }
    EXPECT_TRUE(decodeBody(encodeBody(fields)));
    fields.set(FieldTag{1000}, Value{std::int64_t{1}});
    EXPECT_EQ(decodeBody(encodeBody(fields)).error().code, ErrorCode::TooLarge);
}

TEST(BodyCodec, IsThePortThatTheStoreWritesThrough) {
    const WireBodyCodec codec;
    const auto intent = story::morningPush().push[1].intent;
    const auto back = codec.decodeIntent(codec.encodeIntent(intent));
    ASSERT_TRUE(back);
    EXPECT_EQ(*back, intent);
    EXPECT_FALSE(codec.decodeIntent("\xFF\xFF"));
    EXPECT_FALSE(codec.decodeIntent(""));
    EXPECT_FALSE(codec.decode("\x0A\xFF"));
}

} // namespace
} // namespace frontsheet::wire
