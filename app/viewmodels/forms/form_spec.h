// What a form is made of. A table of these is all there is to a kind of record on the screen.
#pragma once

#include "core/domain/record.h"
#include "core/domain/typed_date.h"

#include <cstdint>
#include <span>
#include <string_view>

namespace frontsheet {

enum class FormWidget : std::uint8_t {
    Line,
    Lines,  // free text
    Choice, // one of a few words, all in sight
    Date,
    Moment, // a day and an hour: "tomorrow 10:30"; an hour alone is of today
    Names,  // several, with commas between them
    Number,
    Pounds, // kept as pence
    YesNo,  // "yes" or "no" to what is shown with it
    Worker, // with their agency, where the form names a field for it
    Person, // one who has a record; or, where the form names a field for it, the name of somebody who has none yet
};

struct FormChoice {
    std::string_view code;
    const char* words; // context Forms
};

struct FormField {
    FieldTag field;
    FormWidget widget = FormWidget::Line;
    const char* hint = ""; // context Forms; empty: none
    std::span<const FormChoice> choices = {};
    DateTowards towards = DateTowards::Future;
    FieldTag agency = {};           // of Worker: the field of their agency
    FieldTag name = {};             // of Person: the field of their name
    FieldTag shownWith = {};        // shown only while that field of the form says one of `shownFor`
    std::string_view shownFor = {}; // codes parted by spaces; behind "!" those for which it is not shown
};

struct FormSpec {
    RecordType type;
    const char* begins; // page name of a new one; context Forms, %1 the person's name
    const char* goesOn; // of one that is there
    std::span<const FormField> fields;
};

[[nodiscard]] std::span<const FormSpec> carerForms();
[[nodiscard]] std::span<const FormSpec> placementForms();
// nullptr for types that have no form.
[[nodiscard]] const FormSpec* formOf(RecordType type);

} // namespace frontsheet
