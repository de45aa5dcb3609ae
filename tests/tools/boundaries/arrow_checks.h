// The arrows between folders, as the sources draw them: includes, CMake links, QML imports.
#pragma once

#include "tests/tools/boundaries/table.h"

#include <vector>

namespace frontsheet::boundaries {

[[nodiscard]] std::vector<Violation> checkIncludes(const Table& table, const std::vector<SourceFile>& files);
[[nodiscard]] std::vector<Violation> checkLinks(const Table& table, const std::vector<SourceFile>& files);
[[nodiscard]] std::vector<Violation> checkImports(const Table& table, const std::vector<SourceFile>& files);

} // namespace frontsheet::boundaries
