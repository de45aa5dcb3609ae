// Where agencies disagree on what they registered, a worker may say which is right. That is a view of their own agency's, about one
// registration and one of its fields: it overwrites nothing, stands beside what others say, and is said otherwise by saying it anew.
// It is read by whoever may read the field. Pure.
#pragma once

#include "core/domain/directory.h"
#include "core/domain/record.h"
#include "core/domain/stated.h"
#include "core/domain/type_rules.h"

#include <span>
#include <string>
#include <string_view>

namespace frontsheet {

// What agencies may disagree on, and when two ways of writing it are the same.
struct Disputable {
    const TextField* field;
    Sayings::Likeness likeness = Sayings::Likeness::Words;
};
[[nodiscard]] std::span<const Disputable> disputables();
[[nodiscard]] const Disputable* disputable(FieldTag field); // nullptr: agencies do not disagree on it

// What the registration says in this field, as a front sheet shows it: an address with its town and postcode.
[[nodiscard]] std::string registered(const FieldSet& registration, FieldTag field);

// Whether the record is such a view, and where it speaks: entered in error it does not.
[[nodiscard]] bool isSaidRight(const Record& record);
[[nodiscard]] bool isSaidRightNow(const Record& record);
[[nodiscard]] SaidRight saidRightIn(const Record& view);

// The view. `blank`: id, home, person and times of a new record of the author's. `today`: ISO date.
[[nodiscard]] Record sayRight(Record blank, const Record& registration, FieldTag field, const WorkerEntry& author,
                              std::string_view today);

// Of such a view, beside what holds for every view: it names a registration and what of it, and has that field's category.
[[nodiscard]] Result<void> checkSaidRight(const Change& change);

} // namespace frontsheet
