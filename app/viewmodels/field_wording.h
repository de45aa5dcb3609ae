// What fields and their values are called where a person reads them: on a version of a record, in a draft answer to a request for
// records. Every field of every record about a person has a name here (tests/app/viewmodels holds it).
#pragma once

#include "app/viewmodels/wording.h"
#include "core/domain/record.h"

namespace frontsheet {

// "What is asked for"; "Something newer than this program" for a field of a newer schema.
[[nodiscard]] QString fieldWords(RecordType type, FieldTag field);

struct ValueWords {
    const Wording& wording;
    const Directory& directory;

    // Empty where there is nothing to read: a number of another record, an unset value.
    [[nodiscard]] QString value(RecordType type, FieldTag field, const Value& value) const;
};

} // namespace frontsheet
