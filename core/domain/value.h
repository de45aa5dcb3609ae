// The values a field can hold. Kept to five shapes so that storing, sending, merging and showing a field never needs
// to know its record type.
#pragma once

#include "core/base/clock.h"
#include "core/base/id.h"

#include <cstdint>
#include <string>
#include <variant>
#include <vector>

namespace frontsheet {

using AnyId = Id128<struct AnyTag>; // a RecordId or PersonId held in a field; the schema says which

// Text: UTF-8, no NUL. Integer: counts, pence, milliseconds since the epoch, 0 or 1 for no and yes.
// Id: another record or person. Set: members in ascending order without repeats.
using Value = std::variant<std::string, std::int64_t, AnyId, std::vector<std::string>>;

[[nodiscard]] inline Value textValue(std::string text) { return Value{std::move(text)}; }
[[nodiscard]] inline Value timeValue(WallTime t) { return Value{t.ms}; }
template <class Tag>
[[nodiscard]] Value idValue(const Id128<Tag>& id) {
    return Value{AnyId{id.bytes}};
}

} // namespace frontsheet
