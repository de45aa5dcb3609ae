// The code on an invitation: 100 random bits in 20 letters and digits that cannot be misread, for typing on a tablet.
#pragma once

#include "core/base/id_source.h"

#include <string>
#include <string_view>

namespace frontsheet {

// "7K3QX-M9D2T-PWA4C-J8F6R"
[[nodiscard]] std::string makeOneTimeCode(IdSource& ids);
// BLAKE2b-256 of the code as a person may type it: small letters, spaces and missing hyphens are forgiven, I and L read as
// 1, O as 0 (Crockford's base 32). With 100 bits behind it a plain hash cannot be guessed back.
[[nodiscard]] Bytes oneTimeCodeHash(std::string_view typed);

} // namespace frontsheet
