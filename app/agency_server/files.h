// Reading and writing whole files with the care that keys need.
#pragma once

#include "core/base/byte_size.h"
#include "core/base/result.h"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>

namespace frontsheet {

enum class Readable : std::uint8_t { ByOwner, ByAll };

inline constexpr std::size_t kMostOfAFile = 1_MiB; // unless the caller knows better
// NotFound, DiskFailed, TooLarge.
[[nodiscard]] Result<std::string> readFile(const std::filesystem::path& path, std::size_t most = kMostOfAFile);
// Whole or not at all: written beside, flushed to the disk, then moved into place. DiskFull, DiskFailed.
[[nodiscard]] Result<void> writeFile(const std::filesystem::path& path, std::string_view contents, Readable readable);
[[nodiscard]] Result<void> makeFolder(const std::filesystem::path& path, Readable readable);

} // namespace frontsheet
