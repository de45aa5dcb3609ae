#include "core/domain/schema/directory.h"
#include "core/domain/schema/person_link.h"
#include "core/domain/schema/record_schema.h"
#include "core/domain/schema/referral.h"
#include "core/domain/schema/registration.h"
#include "core/domain/schema/sharing_agreement.h"

#include <gtest/gtest.h>

#include <set>

namespace frontsheet {
namespace {

using namespace std::string_literals;

ErrorCode codeOf(RecordType type, const FieldSpec& field, Value value) {
    FieldSet fields;
    fields.set(field.tag, std::move(value));
    const auto checked = checkFields(type, fields);
    return checked ? ErrorCode{} : checked.error().code;
}

constexpr ErrorCode kGood{};

TEST(RecordSchema, EveryTypeAndFieldIsFoundByNumberAndByName) {
    std::set<std::string_view> types;
    for (const auto& schema : allSchemas()) {
        EXPECT_TRUE(types.insert(schema.name).second);
        EXPECT_EQ(schemaOf(schema.type), &schema);
        EXPECT_EQ(schemaNamed(schema.name), &schema);
        std::set<std::string_view> names;
        for (const auto& field : schema.fields) {
            EXPECT_TRUE(names.insert(field.name).second) << schema.name << '.' << field.name;
            EXPECT_EQ(schema.field(field.tag), &field);
            EXPECT_EQ(schema.field(field.name), &field);
            EXPECT_NE(name(field.category), "unknown") << schema.name << '.' << field.name;
            EXPECT_LE(field.maxBytes, schema.subject == Subject::Person ? kMaxProseBytes : kMaxFieldBytes);
            EXPECT_EQ(field.name.find_first_not_of("abcdefghijklmnopqrstuvwxyz_"), std::string_view::npos);
        }
        EXPECT_LE(schema.fields.size(), kMaxFields);
    }
    EXPECT_EQ(schemaOf(static_cast<RecordType>(77)), nullptr);
    EXPECT_EQ(schemaNamed("no-such-type"), nullptr);
    EXPECT_EQ(name(Category{}), "unknown");
    EXPECT_EQ(name(static_cast<Category>(200)), "unknown");
}

// Numbers are on disks and wires for ever. A failure here means that a stored record would be read as something else.
TEST(RecordSchema, NumbersOnceGivenStay) {
    EXPECT_EQ(static_cast<int>(RecordType::ContactNote), 7);
    EXPECT_EQ(static_cast<int>(RecordType::ContactPoint), 23);
    EXPECT_EQ(static_cast<int>(RecordType::SharingAgreement), 24);
    EXPECT_EQ(sharing_agreement::kStatements.tag.number, 8);
    EXPECT_EQ(static_cast<int>(Category::Directory), 22);
    EXPECT_EQ(registration::kNhsNumber.tag.number, 2);
    EXPECT_EQ(registration::kArrearsPence.tag.number, 26);
    EXPECT_EQ(referral::kAnsweredBy.tag.number, 19);
    EXPECT_EQ(referral::kRespondWithin.tag.number, 20);
}

TEST(RecordSchema, EachKindTakesItsOwnShapeAndNoOther) {
    const Value text{"words"s};
    const Value number{std::int64_t{5}};
    const Value id{AnyId{{1}}};
    const Value set{std::vector<std::string>{"a", "b"}};
    const auto fits = [](RecordType type, const FieldSpec& field, std::initializer_list<Value> good,
                         std::initializer_list<Value> bad) {
        for (const auto& value : good) {
            EXPECT_EQ(codeOf(type, field, value), kGood) << field.name;
        }
        for (const auto& value : bad) {
            EXPECT_EQ(codeOf(type, field, value), ErrorCode::Malformed) << field.name;
        }
    };
    fits(RecordType::Registration, registration::kFamilyName, {text}, {number, id, set});
    fits(RecordType::Registration, registration::kArrearsPence, {number, Value{std::int64_t{-5}}}, {text, id, set});
    fits(RecordType::Referral, referral::kSentAt, {number}, {text, id, set});
    fits(RecordType::ReferralMessage, referral_message::kReferral, {id}, {text, number, set});
    fits(RecordType::PersonLink, person_link::kOther, {id}, {text, number, set});
    fits(RecordType::Worker, worker::kCovers, {set}, {text, number, id});
    fits(RecordType::Referral, referral::kToAgency, {Value{"gp_Y99001"s}},
         {number, Value{"a b"s}, Value{"../council"s}});
    fits(RecordType::Referral, referral::kToWorker, {Value{"W001"s}}, {Value{"W001;"s}});
}

TEST(RecordSchema, LimitsHoldAtTheByte) {
    const auto& field = registration::kFamilyName;
    EXPECT_EQ(codeOf(RecordType::Registration, field, Value{std::string(field.maxBytes, 'x')}), kGood);
    EXPECT_EQ(codeOf(RecordType::Registration, field, Value{std::string(field.maxBytes + 1, 'x')}),
              ErrorCode::TooLarge);
    EXPECT_EQ(codeOf(RecordType::Registration, field, Value{"\xC3("s}), ErrorCode::NotText);
    EXPECT_EQ(codeOf(RecordType::Registration, field, Value{"a\0b"s}), ErrorCode::NotText);
    const auto set = [](std::vector<std::string> members) {
        return codeOf(RecordType::Worker, worker::kCovers, Value{std::move(members)});
    };
    EXPECT_EQ(set({std::string(256, 'a'), std::string(256, 'b')}), kGood);
    EXPECT_EQ(set({std::string(256, 'a'), std::string(257, 'b')}), ErrorCode::TooLarge);
    EXPECT_EQ(set({"b", "a"}), ErrorCode::Malformed);
    EXPECT_EQ(set({"a", "a"}), ErrorCode::Malformed);
    EXPECT_EQ(set({"a", "\xFF"}), ErrorCode::NotText);
}

TEST(RecordSchema, DatesAreRealOrPartOfOne) {
    const auto date = [](const char* text) {
        return codeOf(RecordType::Registration, registration::kBorn, Value{std::string{text}});
    };
    for (const auto* good : {"1939-02-11", "1939-02", "1939", "2000-02-29", "1936-02-29"}) {
        EXPECT_EQ(date(good), kGood) << good;
    }
    for (const auto* bad :
         {"1939-02-30", "1900-02-29", "2023-02-29", "1939-13-01", "1939-00-10", "1939-2-1", "11/02/1939", "19390211",
          "1849", "2151", "1939-", "-939", "1939-02-1x", "+939-02-11", "soon"}) {
        EXPECT_EQ(date(bad), ErrorCode::ImpossibleDate) << bad;
    }
}

TEST(RecordSchema, WhatANewerSchemaAddsIsKeptWithinTheGeneralLimits) {
    const FieldSpec newer{{900}, "newer"};
    EXPECT_EQ(codeOf(RecordType::Registration, newer, Value{"of tomorrow"s}), kGood);
    EXPECT_EQ(codeOf(RecordType::Registration, newer, Value{std::int64_t{1}}), kGood);
    EXPECT_EQ(codeOf(static_cast<RecordType>(77), newer, Value{AnyId{{1}}}), kGood);
    EXPECT_EQ(codeOf(RecordType::Registration, newer, Value{std::string(kMaxUnknownFieldBytes, 'x')}), kGood);
    EXPECT_EQ(codeOf(RecordType::Registration, newer, Value{std::string(kMaxUnknownFieldBytes + 1, 'x')}),
              ErrorCode::TooLarge);
    EXPECT_EQ(codeOf(static_cast<RecordType>(77), newer, Value{"\xFF"s}), ErrorCode::NotText);
    EXPECT_EQ(codeOf(static_cast<RecordType>(77), newer, Value{std::vector<std::string>{"b", "a"}}),
              ErrorCode::Malformed);
    EXPECT_EQ(codeOf(RecordType::Registration, FieldSpec{{0}, "none"}, Value{"x"s}), ErrorCode::Malformed);
    EXPECT_EQ(codeOf(RecordType::Registration, FieldSpec{{1024}, "beyond"}, Value{"x"s}), ErrorCode::Malformed);
    FieldSet many;
    for (std::uint16_t tag = 1; tag <= kMaxFields + 1; ++tag) {
        many.set(FieldTag{tag}, Value{std::int64_t{1}});
    }
    EXPECT_EQ(checkFields(static_cast<RecordType>(77), many).error().code, ErrorCode::TooLarge);
}

// Errors name the field, never what stood in it.
TEST(RecordSchema, AnErrorCarriesNothingPersonal) {
    FieldSet fields;
    fields.put(registration::kBorn, "CANARY"s);
    EXPECT_EQ(describe(checkFields(RecordType::Registration, fields).error()), "ImpossibleDate (405): field born");
}

} // namespace
} // namespace frontsheet
