#include "sync/wire/body_codec.h"

#include "core/domain/intent.h"
#include "sync/wire/content_hash.h"
#include "sync/wire/field_reader.h"
#include "sync/wire/intent_codec.h"
#include "sync/wire/value_codec.h"
#include "sync/wire/wire_limits.h"

#include <algorithm>

#include "frontsheet/v1/record.pb.h"

namespace frontsheet::wire {

namespace {

void fillOther(v1::OtherVersion& out, const OtherVersion& other) {
    out.set_op_id(other.op.raw());
    out.set_agency(other.agency.str());
    out.set_author(other.author.str());
    out.set_written_at(other.writtenAt.ms);
    for (const auto& said : other.says) {
        if (said.value) {
            wire::fill(*out.add_says(), said.field, *said.value);
        } else {
            out.add_taken_away(said.field.number);
        }
        if (said.saw) {
            wire::fill(*out.add_saw(), said.field, *said.saw);
        }
    }
    out.set_standing_agency(other.standingAgency.str());
    out.set_standing_author(other.standingAuthor.str());
    out.set_standing_since(other.standingSince.ms);
}

template <class Code>
Result<void> readCode(FieldReader& reader, Code& out) {
    Code code{std::string{reader.bytes().substr(0, 65)}};
    if (!code.empty() && !code.isWellFormed()) {
        return {ErrorCode::Malformed, "another version's author"};
    }
    out = std::move(code);
    return ok();
}

Result<void> addSaid(OtherVersion& other, FieldTag tag, std::optional<Value> value) {
    if (other.says.size() == kMaxFields) {
        return {ErrorCode::TooLarge, "another version"};
    }
    const auto at = std::lower_bound(other.says.begin(), other.says.end(), tag,
                                     [](const OtherVersion::Said& said, FieldTag t) { return said.field < t; });
    if (at != other.says.end() && at->field == tag) {
        return {ErrorCode::Malformed, "another version's fields"};
    }
    other.says.insert(at, {tag, std::move(value), std::nullopt});
    return ok();
}

Result<void> readTakenAway(OtherVersion& other, BytesView packed) {
    // Packed varints of up to 1023: two bytes each.
    for (std::size_t at = 0; at < packed.size(); ++at) {
        auto number = static_cast<unsigned>(static_cast<unsigned char>(packed[at]));
        if ((number & 0x80U) != 0) {
            if (++at == packed.size()) {
                return {ErrorCode::Malformed, "another version's fields"};
            }
            number = (number & 0x7fU) | (static_cast<unsigned>(static_cast<unsigned char>(packed[at])) << 7U);
        }
        if (number == 0 || number > kMaxFieldTag) {
            return {ErrorCode::Malformed, "field tag"};
        }
        FS_TRY(addSaid(other, FieldTag{static_cast<std::uint16_t>(number)}, std::nullopt));
    }
    return ok();
}

Result<OtherVersion> decodeOther(BytesView bytes) {
    OtherVersion other;
    std::vector<DecodedField> saw;
    FieldReader reader{bytes};
    while (reader.next()) {
        switch (reader.number()) {
        case v1::OtherVersion::kOpIdFieldNumber: {
            FS_ASSIGN(other.op, OpId::fromRaw(reader.bytes()));
            break;
        }
        case v1::OtherVersion::kAgencyFieldNumber:
            FS_TRY(readCode(reader, other.agency));
            break;
        case v1::OtherVersion::kAuthorFieldNumber:
            FS_TRY(readCode(reader, other.author));
            break;
        case v1::OtherVersion::kWrittenAtFieldNumber:
            other.writtenAt.ms = reader.zigzag();
            break;
        case v1::OtherVersion::kSaysFieldNumber: {
            FS_ASSIGN(auto field, decodeField(reader.bytes(), kMaxUnknownFieldBytes));
            FS_TRY(field.value ? addSaid(other, field.tag, std::move(field.value)) : ok());
            break;
        }
        case v1::OtherVersion::kSawFieldNumber: {
            if (saw.size() == kMaxFields) {
                return {ErrorCode::TooLarge, "another version"};
            }
            FS_ASSIGN(auto field, decodeField(reader.bytes(), kMaxUnknownFieldBytes));
            saw.push_back(std::move(field));
            break;
        }
        case v1::OtherVersion::kTakenAwayFieldNumber:
            FS_TRY(readTakenAway(other, reader.bytes()));
            break;
        case v1::OtherVersion::kStandingAgencyFieldNumber:
            FS_TRY(readCode(reader, other.standingAgency));
            break;
        case v1::OtherVersion::kStandingAuthorFieldNumber:
            FS_TRY(readCode(reader, other.standingAuthor));
            break;
        case v1::OtherVersion::kStandingSinceFieldNumber:
            other.standingSince.ms = reader.zigzag();
            break;
        default:
            break;
        }
    }
    FS_TRY(reader.finish());
    for (auto& before : saw) { // those of fields that it says nothing of have no place
        for (auto& said : other.says) {
            if (said.field == before.tag) {
                said.saw = std::move(before.value);
            }
        }
    }
    return other.op.isNull() ? Result<OtherVersion>{ErrorCode::Malformed, "another version's edit"}
                             : Result<OtherVersion>{std::move(other)};
}

Result<void> addOther(std::vector<OtherVersion>& others, BytesView bytes) {
    if (others.size() == kMaxOtherVersions) {
        return {ErrorCode::TooLarge, "number of versions"};
    }
    FS_ASSIGN(auto other, decodeOther(bytes));
    others.push_back(std::move(other));
    return ok();
}

} // namespace

Bytes encodeBody(const FieldSet& fields) {
    v1::Body body;
    for (const auto& [tag, value] : fields) {
        fill(*body.add_fields(), tag, value);
    }
    for (const auto& other : fields.others()) {
        fillOther(*body.add_others(), other);
    }
    return body.SerializeAsString();
}

Result<FieldSet> decodeBody(BytesView bytes) {
    if (bytes.size() > kMaxBodyBytes) {
        return {ErrorCode::TooLarge, "body"};
    }
    FieldSet fields;
    FieldTag last;
    std::size_t count = 0;
    std::vector<OtherVersion> others;
    FieldReader reader{bytes};
    while (reader.next()) {
        if (reader.number() == v1::Body::kOthersFieldNumber) {
            FS_TRY(addOther(others, reader.bytes()));
            continue;
        }
        if (reader.number() != v1::Body::kFieldsFieldNumber) {
            continue;
        }
        if (++count > kMaxFields) {
            return {ErrorCode::TooLarge, "number of fields"};
        }
        FS_ASSIGN(auto field, decodeField(reader.bytes(), kMaxFieldBytes));
        if (field.tag <= last) {
            return {ErrorCode::Malformed, "field order"};
        }
        last = field.tag;
        if (field.value) {
            fields.set(field.tag, std::move(*field.value));
        }
    }
    FS_TRY(reader.finish());
    fields.setOthers(std::move(others));
    return fields;
}

Result<void> checkBody(RecordType type, BytesView body) {
    FS_ASSIGN(const auto fields, decodeBody(body));
    return checkFields(type, fields);
}

Bytes WireBodyCodec::encode(const FieldSet& fields) const { return encodeBody(fields); }
Result<FieldSet> WireBodyCodec::decode(BytesView body) const { return decodeBody(body); }
std::uint64_t WireBodyCodec::contentHash(const Record& header, BytesView body) const {
    return wire::contentHash(header, body);
}
Bytes WireBodyCodec::encodeIntent(const Intent& intent) const { return wire::encodeIntent(intent, 0); }

Result<Intent> WireBodyCodec::decodeIntent(BytesView bytes) const {
    FS_ASSIGN(auto decoded, wire::decodeIntent(bytes));
    FS_TRY(std::move(decoded.acceptable));
    return std::move(decoded.outgoing.intent);
}

} // namespace frontsheet::wire
