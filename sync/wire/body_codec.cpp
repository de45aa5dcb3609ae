#include "sync/wire/body_codec.h"

#include "core/domain/intent.h"
#include "sync/wire/field_reader.h"
#include "sync/wire/intent_codec.h"
#include "sync/wire/value_codec.h"
#include "sync/wire/wire_limits.h"

#include "frontsheet/v1/record.pb.h"

namespace frontsheet::wire {

Bytes encodeBody(const FieldSet& fields) {
    v1::Body body;
    for (const auto& [tag, value] : fields) {
        fill(*body.add_fields(), tag, value);
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
    FieldReader reader{bytes};
    while (reader.next()) {
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
    return fields;
}

Result<void> checkBody(RecordType type, BytesView body) {
    FS_ASSIGN(const auto fields, decodeBody(body));
    return checkFields(type, fields);
}

Bytes WireBodyCodec::encode(const FieldSet& fields) const { return encodeBody(fields); }
Result<FieldSet> WireBodyCodec::decode(BytesView body) const { return decodeBody(body); }
Bytes WireBodyCodec::encodeIntent(const Intent& intent) const { return wire::encodeIntent(intent, 0); }

Result<Intent> WireBodyCodec::decodeIntent(BytesView bytes) const {
    FS_ASSIGN(auto decoded, wire::decodeIntent(bytes));
    FS_TRY(std::move(decoded.acceptable));
    return std::move(decoded.outgoing.intent);
}

} // namespace frontsheet::wire
