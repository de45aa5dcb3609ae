// SQLite's result codes as the product's errors. Private to core/sqlite.
#pragma once

#include "core/base/result.h"

namespace frontsheet::sqlite {

// `code` may be extended. `doing` is a fixed phrase.
[[nodiscard]] Error errorFrom(int code, const char* doing);

} // namespace frontsheet::sqlite
