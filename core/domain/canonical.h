// The canonical dump: one JSON object a line, keys in a fixed order, so that an outsider can count and compare what
// devices and servers hold with nothing but sort and diff.
#pragma once

#include "core/domain/intent.h"
#include "core/domain/record.h"

#include <string>
#include <string_view>

namespace frontsheet {

// {"record":hex,"type":..,"home":..,"person":hex|null,"version":n,"category":..,"author":..,"author_agency":..,
//  "occurred_at":ms,"recorded_at":ms,"fields":{name:value,...}} without a line end. Fields in tag order; a tag this
// program does not know is named "#n". Ids are hex, sets are arrays. Devices add "waiting":1 to what has edits on the way.
[[nodiscard]] std::string canonicalLine(const Record& record);
// "applied", "merged", "conflict", "held", "refused".
[[nodiscard]] std::string_view name(IntentOutcome outcome);
[[nodiscard]] std::string jsonQuoted(std::string_view text);

} // namespace frontsheet
