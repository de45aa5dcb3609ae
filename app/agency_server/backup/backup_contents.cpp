#include "app/agency_server/backup/backup_contents.h"

#include "app/agency_server/files.h"
#include "core/base/id.h"

#include <sodium.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <charconv>
#include <fcntl.h>
#include <fstream>
#include <unistd.h>

namespace frontsheet {

namespace fs = std::filesystem;

namespace {

constexpr std::size_t kPiece = 1024 * 1024;

Error diskError(const fs::path& path) {
    return {errno == ENOSPC || errno == EDQUOT ? ErrorCode::DiskFull : ErrorCode::DiskFailed, path.string()};
}

bool isPassedOver(std::string_view name) {
    return name == "lock" || name.ends_with(".lock") || name.ends_with(".new") || name.ends_with(".part");
}

// Their names, ascending: a backup of the same things is the same list. A folder that is not there has none.
Result<std::vector<fs::directory_entry>> entriesOf(const fs::path& folder) {
    std::vector<fs::directory_entry> entries;
    std::error_code failed;
    for (fs::directory_iterator at{folder, failed}; !failed && at != fs::directory_iterator{}; at.increment(failed)) {
        entries.push_back(*at);
    }
    if (failed && failed != std::errc::no_such_file_or_directory) {
        return {ErrorCode::DiskFailed, folder.string()};
    }
    std::sort(entries.begin(), entries.end());
    return entries;
}

bool areSame(const fs::path& one, const fs::path& other) {
    std::ifstream a(one, std::ios::binary);
    std::ifstream b(other, std::ios::binary);
    std::string pieceOfA(kPiece, '\0');
    std::string pieceOfB(kPiece, '\0');
    while (a && b) {
        a.read(pieceOfA.data(), static_cast<std::streamsize>(kPiece));
        b.read(pieceOfB.data(), static_cast<std::streamsize>(kPiece));
        const auto bytes = static_cast<std::size_t>(std::max<std::streamsize>(a.gcount(), 0));
        if (a.gcount() != b.gcount() ||
            std::string_view{pieceOfA}.substr(0, bytes) != std::string_view{pieceOfB}.substr(0, bytes)) {
            return false;
        }
    }
    return a.eof() && b.eof();
}

bool staysInside(const fs::path& path) {
    return path.is_relative() && !path.empty() && std::none_of(path.begin(), path.end(), [](const fs::path& part) {
               return part == ".." || part == "." || part.empty();
           });
}

} // namespace

Result<void> syncPath(const fs::path& path) {
    const int fd = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    const bool synced = fd >= 0 && ::fsync(fd) == 0;
    const auto error = diskError(path);
    if (fd >= 0) {
        ::close(fd);
    }
    return synced ? ok() : Result<void>{error};
}

std::string sha256Of(std::string_view bytes) {
    std::array<std::uint8_t, crypto_hash_sha256_BYTES> hash{};
    (void)crypto_hash_sha256(hash.data(), reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size());
    return detail::toHex(hash);
}

Result<std::string> sha256OfFile(const fs::path& path) {
    std::ifstream file(path, std::ios::binary);
    crypto_hash_sha256_state state;
    (void)crypto_hash_sha256_init(&state);
    std::string piece(kPiece, '\0');
    while (file) {
        file.read(piece.data(), static_cast<std::streamsize>(piece.size()));
        (void)crypto_hash_sha256_update(&state, reinterpret_cast<const unsigned char*>(piece.data()),
                                        static_cast<unsigned long long>(file.gcount()));
    }
    if (!file.eof()) {
        return {ErrorCode::DiskFailed, path.string()};
    }
    std::array<std::uint8_t, crypto_hash_sha256_BYTES> hash{};
    (void)crypto_hash_sha256_final(&state, hash.data());
    return detail::toHex(hash);
}

Result<void> copyFile(const fs::path& from, const fs::path& to) {
    std::error_code failed;
    if (!fs::copy_file(from, to, fs::copy_options::none, failed)) {
        if (!fs::exists(from)) {
            return {ErrorCode::NotFound, from.string()};
        }
        return {failed == std::errc::no_space_on_device ? ErrorCode::DiskFull : ErrorCode::DiskFailed, to.string()};
    }
    return syncPath(to);
}

Result<void> copySmallFiles(const fs::path& from, const fs::path& backup, const fs::path& under,
                            bool (*leave)(std::string_view name), BackupFiles& files) {
    FS_TRY(makeFolder(backup / under, Readable::ByOwner));
    FS_ASSIGN(const auto entries, entriesOf(from));
    for (const auto& entry : entries) {
        const auto name = entry.path().filename().string();
        if (isPassedOver(name) || (leave != nullptr && leave(name))) {
            continue;
        }
        if (entry.is_directory()) {
            FS_TRY(copySmallFiles(entry.path(), backup, under / name, nullptr, files));
            continue;
        }
        auto contents = readFile(entry.path(), kMostSmallFile);
        if (!contents && contents.error().code == ErrorCode::NotFound) {
            continue;
        }
        FS_TRY(contents ? ok() : Result<void>{contents.error()});
        FS_TRY(writeFile(backup / under / name, *contents, Readable::ByOwner));
        files.push_back({(under / name).generic_string(), contents->size(), sha256Of(*contents)});
    }
    return ok();
}

Result<void> copyAttachedFiles(const fs::path& from, const fs::path& backup, const fs::path& under,
                               const fs::path& earlier, BackupFiles& files) {
    FS_ASSIGN(const auto entries, entriesOf(from));
    FS_TRY(entries.empty() ? ok() : makeFolder(backup / under, Readable::ByOwner));
    for (const auto& entry : entries) {
        const auto name = entry.path().filename().string();
        if (isPassedOver(name) || !entry.is_regular_file()) {
            continue;
        }
        const auto place = backup / under / name;
        const auto had = earlier / under / name;
        const bool linked = !earlier.empty() && areSame(entry.path(), had) && ::link(had.c_str(), place.c_str()) == 0;
        const auto copied = linked ? ok() : copyFile(entry.path(), place);
        if (!copied && copied.error().code == ErrorCode::NotFound) {
            continue; // its record is gone, and it with it
        }
        FS_TRY(copied);
        std::error_code failed;
        const auto bytes = fs::file_size(place, failed);
        if (failed) {
            return {ErrorCode::DiskFailed, place.string()};
        }
        files.push_back({(under / name).generic_string(), bytes, {}});
    }
    return entries.empty() ? ok() : syncPath(backup / under);
}

std::string writeContents(const BackupFiles& files) {
    std::string text;
    for (const auto& file : files) {
        text += (file.sha256.empty() ? "-" : file.sha256) + " " + std::to_string(file.bytes) + " " + file.path + "\n";
    }
    return text;
}

Result<BackupFiles> parseContents(std::string_view text) {
    const Error malformed{ErrorCode::Malformed, "the list of a backup's files"};
    BackupFiles files;
    while (!text.empty()) {
        const auto end = text.find('\n');
        const auto line = text.substr(0, end);
        const auto first = line.find(' ');
        const auto second = first == std::string_view::npos ? first : line.find(' ', first + 1);
        if (end == std::string_view::npos || second == std::string_view::npos || files.size() >= kMostBackupFiles) {
            return malformed;
        }
        BackupFile file;
        const auto hash = line.substr(0, first);
        const auto number = line.substr(first + 1, second - first - 1);
        const auto [numberEnd, failed] = std::from_chars(number.data(), number.data() + number.size(), file.bytes);
        file.path = line.substr(second + 1);
        file.sha256 = hash == "-" ? std::string_view{} : hash;
        const bool isHash = hash == "-" || hash.size() == 2 * crypto_hash_sha256_BYTES;
        if (!isHash || failed != std::errc{} || numberEnd != number.data() + number.size() || !staysInside(file.path)) {
            return malformed;
        }
        files.push_back(std::move(file));
        text.remove_prefix(end + 1);
    }
    return files;
}

Result<void> checkContents(const fs::path& backup, const BackupFiles& files) {
    for (const auto& file : files) {
        const auto path = backup / fs::path{file.path};
        const Error changed{ErrorCode::StoreDamaged, "the backup's " + file.path + " is missing or was changed"};
        std::error_code failed;
        const auto status = fs::symlink_status(path, failed);
        if (failed || !fs::is_regular_file(status) || fs::file_size(path, failed) != file.bytes || failed) {
            return changed;
        }
        if (!file.sha256.empty()) {
            FS_ASSIGN(const auto sha256, sha256OfFile(path));
            FS_TRY(sha256 == file.sha256 ? ok() : Result<void>{changed});
        }
    }
    return ok();
}

} // namespace frontsheet
