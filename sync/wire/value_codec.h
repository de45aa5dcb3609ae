// One field's value on the wire (FieldValue of record.proto).
#pragma once

#include "core/domain/schema/record_schema.h"
#include "core/domain/value.h"

#include <optional>

namespace frontsheet::v1 {
class FieldValue;
}

namespace frontsheet::wire {

void fill(v1::FieldValue& out, FieldTag tag, const Value& value);

struct DecodedField {
    FieldTag tag;
    std::optional<Value> value; // nullopt: a shape of a newer schema
};
// Malformed: no tag, no shape, an empty value, a set out of order; NotText; TooLarge by the general limits, which
// `maxTextBytes` is one of: the type, which knows its own, is not known here.
[[nodiscard]] Result<DecodedField> decodeField(BytesView bytes, std::size_t maxTextBytes);

} // namespace frontsheet::wire
