// Where the project's own files are, for tests that read fixtures. A function, so that one object file alone holds the path, and the other
// tests of two checkouts compile to the same.
#pragma once

#include <filesystem>

namespace frontsheet {

[[nodiscard]] std::filesystem::path sourceFolder();

} // namespace frontsheet
