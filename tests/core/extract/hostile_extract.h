// What must hold of an import whatever the file and the mapping are: the same check for the seeded test and the fuzzer.
#pragma once

#include <string>
#include <string_view>

namespace frontsheet::extract {

// Empty when all holds, otherwise what does not. The input is a mapping, a line "====", and a file; or, without that line,
// a first byte that chooses a shipped mapping, and a file.
[[nodiscard]] std::string faultOfImport(std::string_view input);

} // namespace frontsheet::extract
