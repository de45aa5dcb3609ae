// A worker to whom something is restricted by name, and the `readers` field that says so: a set of "agency/worker" members, the
// same on every record type that can be restricted.
#pragma once

#include "core/domain/record.h"

#include <vector>

namespace frontsheet::sharing {

struct NamedReader {
    AgencyId agency;
    WorkerId worker;
    friend auto operator<=>(const NamedReader&, const NamedReader&) = default;
};

// Ascending. A member that is no "agency/worker" becomes a reader that nobody is: a restriction that cannot be read still
// restricts.
[[nodiscard]] std::vector<NamedReader> readersIn(const FieldSet& fields, const SetField& field);
// Of any record; empty where its type cannot be restricted, or it is not.
[[nodiscard]] std::vector<NamedReader> readersOf(const Record& record);
// In any order, repeats allowed; none: not restricted.
void putReaders(FieldSet& fields, const SetField& field, const std::vector<NamedReader>& readers);
// Malformed unless every member is "agency/worker".
[[nodiscard]] Result<void> checkReaders(const FieldSet& fields, const SetField& field);

} // namespace frontsheet::sharing
