// The files of a backup beside the ledger, by name: what is put back is what the list says and nothing else. Lines of
//
//   SHA-256 or -   bytes   path from the backup's folder, with /
//
// Attached files have "-": each of their chunks authenticates itself, and the name is the hash of the whole.
#pragma once

#include "core/base/result.h"

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace frontsheet {

inline constexpr std::size_t kMostBackupFiles = 4'000'000; // attached files, nearly all
inline constexpr std::size_t kMostContentsBytes = 512 * 1024 * 1024;
inline constexpr std::size_t kMostSmallFile = 64 * 1024 * 1024;

struct BackupFile {
    std::string path;
    std::uint64_t bytes = 0;
    std::string sha256; // hexadecimal; empty: an attached file
};
using BackupFiles = std::vector<BackupFile>;

// Everything under `from` but locks, what is being written and, at the top, what `leave` names: to `backup / under`, whole and on the
// disk. A file that goes meanwhile is passed over.
[[nodiscard]] Result<void> copySmallFiles(const std::filesystem::path& from, const std::filesystem::path& backup,
                                          const std::filesystem::path& under, bool (*leave)(std::string_view name),
                                          BackupFiles& files);
// Whole attached files. One that the backup `earlier` (may be empty) has byte by byte is linked and takes no more room; a disk
// without links gets a copy. `earlier` is only read.
[[nodiscard]] Result<void> copyAttachedFiles(const std::filesystem::path& from, const std::filesystem::path& backup,
                                             const std::filesystem::path& under, const std::filesystem::path& earlier,
                                             BackupFiles& files);

[[nodiscard]] std::string writeContents(const BackupFiles& files);
// Malformed; a path that leaves the folder too.
[[nodiscard]] Result<BackupFiles> parseContents(std::string_view text);
// StoreDamaged with the first that is missing or is not what the list says. Attached files are not read, only looked for.
[[nodiscard]] Result<void> checkContents(const std::filesystem::path& backup, const BackupFiles& files);

[[nodiscard]] Result<std::string> sha256OfFile(const std::filesystem::path& path);
[[nodiscard]] std::string sha256Of(std::string_view bytes);
[[nodiscard]] Result<void> syncPath(const std::filesystem::path& path); // a file or a folder
// By pieces, on the disk when it returns; the target must not be there. DiskFull, DiskFailed; NotFound: `from` is gone.
[[nodiscard]] Result<void> copyFile(const std::filesystem::path& from, const std::filesystem::path& to);

} // namespace frontsheet
