// What the fields of the care work's records are called where a person reads them. For field_wording.cpp alone.
#pragma once

#include "core/domain/record.h"

#include <map>

namespace frontsheet {

using FieldNameMap = std::map<std::pair<RecordType, FieldTag>, const char*>; // words to translate, context FieldNames

void nameCareFields(FieldNameMap& names);

} // namespace frontsheet
