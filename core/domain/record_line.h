// What a record is about, in a line, for lists: the need of a referral, the first words of a note. Pure.
#pragma once

#include "core/domain/record.h"

#include <string>

namespace frontsheet {

// At most 80 code points; empty where no field of it says it in words.
[[nodiscard]] std::string lineOf(const Record& record);

} // namespace frontsheet
