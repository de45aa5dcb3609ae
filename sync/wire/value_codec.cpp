#include "sync/wire/value_codec.h"

#include "core/base/utf8.h"
#include "sync/wire/field_reader.h"
#include "sync/wire/wire_limits.h"

#include <algorithm>

#include "frontsheet/v1/record.pb.h"

namespace frontsheet::wire {

namespace {

constexpr std::uint16_t kHighestTag = 1023;

Result<Value> decodeText(BytesView text, std::size_t maxTextBytes) {
    if (text.empty()) {
        return {ErrorCode::Malformed, "empty text"};
    }
    if (text.size() > maxTextBytes) {
        return {ErrorCode::TooLarge, "text"};
    }
    if (!isText(text)) {
        return {ErrorCode::NotText, "field"};
    }
    return Value{std::string{text}};
}

Result<Value> decodeSet(BytesView bytes) {
    std::vector<std::string> members;
    std::size_t total = 0;
    FieldReader reader{bytes};
    while (reader.next()) {
        if (reader.number() != 1) {
            continue;
        }
        const BytesView member = reader.bytes();
        total += member.size();
        if (members.size() == kMaxSetMembers || total > kMaxUnknownFieldBytes) {
            return {ErrorCode::TooLarge, "set"};
        }
        if (!isText(member)) {
            return {ErrorCode::NotText, "set member"};
        }
        members.emplace_back(member);
    }
    FS_TRY(reader.finish());
    if (members.empty() ||
        std::adjacent_find(members.begin(), members.end(), std::greater_equal<>{}) != members.end()) {
        return {ErrorCode::Malformed, "set order"};
    }
    return Value{std::move(members)};
}

Result<Value> decodeShape(std::uint32_t number, FieldReader& reader, std::size_t maxTextBytes) {
    switch (number) {
    case v1::FieldValue::kTextFieldNumber:
        return decodeText(reader.bytes(), maxTextBytes);
    case v1::FieldValue::kIntegerFieldNumber:
        return Value{reader.zigzag()};
    case v1::FieldValue::kIdFieldNumber: {
        FS_ASSIGN(const AnyId id, AnyId::fromRaw(reader.bytes()));
        return Value{id};
    }
    default:
        return decodeSet(reader.bytes());
    }
}

} // namespace

void fill(v1::FieldValue& out, FieldTag tag, const Value& value) {
    out.set_tag(tag.number);
    struct {
        v1::FieldValue& out;
        void operator()(const std::string& text) const { out.set_text(text); }
        void operator()(std::int64_t number) const { out.set_integer(number); }
        void operator()(const AnyId& id) const { out.set_id(id.raw()); }
        void operator()(const std::vector<std::string>& members) const {
            auto& set = *out.mutable_set();
            for (const auto& member : members) {
                set.add_members(member);
            }
        }
    } writer{out};
    std::visit(writer, value);
}

Result<DecodedField> decodeField(BytesView bytes, std::size_t maxTextBytes) {
    DecodedField field;
    bool newer = false;
    FieldReader reader{bytes};
    while (reader.next()) {
        if (reader.number() == v1::FieldValue::kTagFieldNumber) {
            const std::uint64_t tag = reader.varint();
            if (tag == 0 || tag > kHighestTag) {
                return {ErrorCode::Malformed, "field tag"};
            }
            field.tag.number = static_cast<std::uint16_t>(tag);
        } else if (reader.number() <= v1::FieldValue::kSetFieldNumber) {
            FS_ASSIGN(field.value, decodeShape(reader.number(), reader, maxTextBytes));
        } else {
            newer = true;
        }
    }
    FS_TRY(reader.finish());
    if (field.tag.number == 0 || (!field.value && !newer)) {
        return {ErrorCode::Malformed, "field without tag or value"};
    }
    return field;
}

} // namespace frontsheet::wire
