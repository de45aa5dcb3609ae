// What kinds of records are called where a person reads them.
#pragma once

#include "core/domain/record.h"

#include <QString>

namespace frontsheet {

// "Note"; "Another kind of record" for a type of a newer program.
[[nodiscard]] QString typeWords(RecordType type);

} // namespace frontsheet
