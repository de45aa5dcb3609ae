// What a record of the care work must always say, what of it is fixed once it is written, and what a state needs to have been
// said. Pure tables; care_rules.cpp holds changes to them.
#pragma once

#include "core/domain/record.h"

#include <span>
#include <string_view>

namespace frontsheet::care {

// In this state the field must say something.
struct NeededIn {
    std::string_view state;
    FieldTag field;
};

struct Obligations {
    RecordType type;
    std::span<const FieldTag> always; // at creation and ever after
    std::span<const FieldTag> fixed;  // as it was created
    std::span<const NeededIn> inState;
};

// nullptr for types that have none.
[[nodiscard]] const Obligations* obligationsOf(RecordType type);

} // namespace frontsheet::care
