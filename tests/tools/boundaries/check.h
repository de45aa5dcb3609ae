// All checks over a source tree.
#pragma once

#include "tests/tools/boundaries/table.h"

#include <string>
#include <vector>

namespace frontsheet::boundaries {

// Where the table is, from the root of the source tree.
inline constexpr const char* kTablePath = "tests/tools/boundaries.txt";

// What has to change, by path and line. Exceptions of the table are taken out, and those that no longer take anything
// out are violations themselves: an exception must not outlive its reason.
[[nodiscard]] std::vector<Violation> checkTree(const Table& table, const std::vector<SourceFile>& files);

// Everything below `root` but hidden folders (save .ci) and what the table skips, by path. Text is read of the files
// that a check looks into.
[[nodiscard]] std::vector<SourceFile> readTree(const std::string& root, const std::vector<std::string>& skipped);

// The way compilers say it, so that editors can jump to it.
[[nodiscard]] std::string toText(const Violation& violation);

} // namespace frontsheet::boundaries
