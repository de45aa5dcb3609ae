// Text as typed to values and back.
#pragma once

#include "app/viewmodels/forms/form_spec.h"
#include "app/viewmodels/wording.h"
#include "core/domain/schema/field.h"

#include <optional>

namespace frontsheet {

enum class TypedFault : std::uint8_t { None, NoSuchDate, NoSuchMoment, NoNumber };

struct TypedValue {
    std::optional<Value> value; // nullopt: nothing typed, or a fault
    TypedFault fault = TypedFault::None;
};

// `today`: ISO date; `wording` knows in which time zone an hour is meant.
[[nodiscard]] TypedValue valueTyped(const FormField& field, const QString& typed, const std::string& today,
                                    const Wording& wording);
// Of a field that no form asks for, as another page gives it: text, a whole number, an id in hexadecimal. nullopt: no such value.
[[nodiscard]] std::optional<Value> valueGiven(const FieldSpec& field, const QString& text);
// As a person would type it; empty where the record says nothing.
[[nodiscard]] QString textOf(const FormField& field, const FieldSet& fields, const Wording& wording);
// What is often typed into a date, to be pressed instead; empty for other fields. As the field takes it.
[[nodiscard]] QStringList picksFor(const FormField& field);
// "Friday 27 November 2026" under what was typed; empty where that is no date.
[[nodiscard]] QString dateUnderstood(const FormField& field, const QString& typed, const std::string& today,
                                     const Wording& wording);
// Whether the two say anything different of what the form asks for.
[[nodiscard]] bool differsIn(const FormSpec& form, const FieldSet& was, const FieldSet& is);

} // namespace frontsheet
