// Who is on duty and who is away in the weeks around today: an agency's rota and leave calendar as its rostering system would export them.
#pragma once

#include "core/base/result.h"

#include <filesystem>

namespace frontsheet::demo {

// In the columns of the mappings directory-rota and directory-absences. DiskFailed.
[[nodiscard]] Result<void> writeRota(const std::filesystem::path& file);
[[nodiscard]] Result<void> writeAbsences(const std::filesystem::path& file);

} // namespace frontsheet::demo
