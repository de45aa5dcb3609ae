// Small files that must be there whole after a power cut. Errors: NotFound, TooLarge, DiskFull, DiskFailed.
#pragma once

#include "core/base/result.h"

#include <cstddef>
#include <string>
#include <string_view>

namespace frontsheet::durable_file {

// Written beside, synced, renamed over `path`, and the folder synced. Readable by its owner alone.
[[nodiscard]] Result<void> replace(const std::string& path, std::string_view bytes);
[[nodiscard]] Result<std::string> read(const std::string& path, std::size_t maxBytes);
// Its first bytes become zeros, synced. The file stays as long as it was.
[[nodiscard]] Result<void> overwrite(const std::string& path, std::size_t bytes);
[[nodiscard]] Result<void> syncFolder(const std::string& path);

} // namespace frontsheet::durable_file
