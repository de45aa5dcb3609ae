// Text as typed to values and back.
#pragma once

#include "app/viewmodels/forms/form_spec.h"
#include "app/viewmodels/wording.h"

#include <optional>

namespace frontsheet {

enum class TypedFault : std::uint8_t { None, NoSuchDate, NoNumber };

struct TypedValue {
    std::optional<Value> value; // nullopt: nothing typed, or a fault
    TypedFault fault = TypedFault::None;
};

// `today`: ISO date.
[[nodiscard]] TypedValue valueTyped(const FormField& field, const QString& typed, const std::string& today);
// As a person would type it; empty where the record says nothing.
[[nodiscard]] QString textOf(const FormField& field, const FieldSet& fields, const Wording& wording);
// "Friday 27 November 2026" under what was typed; empty where that is no date.
[[nodiscard]] QString dateUnderstood(const FormField& field, const QString& typed, const std::string& today,
                                     const Wording& wording);

// What a new record belongs to is said beforehand, and asked for nowhere: `preset` has the schema's names of fields, and ids of records.
void putBelonging(Record& record, const QVariantMap& preset);

} // namespace frontsheet
