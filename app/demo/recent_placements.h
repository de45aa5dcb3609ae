// The council's placements as if they were of these months: the extracts stand still, the demo's Today does not.
#pragma once

#include "core/base/result.h"

#include <filesystem>

namespace frontsheet::demo {

// Keeps every row and its intervals; moves discharges into the last three months, so that first reviews fall due from two
// weeks ago to three weeks ahead, writes a review that was held further back as held (whoever wished it is home again), and
// wishes as people say them.
[[nodiscard]] Result<void> writeRecentPlacements(const std::filesystem::path& extract,
                                                 const std::filesystem::path& recent);

} // namespace frontsheet::demo
