#include "core/store/durable_file.h"

#include "core/base/crash_point.h"

#include <cerrno>
#include <cstdio>
#include <fcntl.h>
#include <filesystem>
#include <sys/stat.h>
#include <unistd.h>

namespace frontsheet::durable_file {

namespace {

class File {
public:
    File(const std::string& path, int flags) : m_number(::open(path.c_str(), flags | O_CLOEXEC, 0600)) {}
    ~File() {
        if (m_number >= 0) {
            ::close(m_number);
        }
    }
    File(const File&) = delete;
    File& operator=(const File&) = delete;

    [[nodiscard]] bool isOpen() const { return m_number >= 0; }
    [[nodiscard]] int number() const { return m_number; }

private:
    int m_number;
};

Error fromErrno(const char* doing) {
    const int number = errno;
    const std::string context = std::string{doing} + ", system error " + std::to_string(number);
    switch (number) {
    case ENOENT:
        return {ErrorCode::NotFound, context};
    case ENOSPC:
    case EDQUOT:
        return {ErrorCode::DiskFull, context};
    default:
        return {ErrorCode::DiskFailed, context};
    }
}

Result<void> writeAll(const File& file, std::string_view bytes) {
    while (!bytes.empty()) {
        const ssize_t written = ::write(file.number(), bytes.data(), bytes.size());
        if (written < 0) {
            if (errno == EINTR) {
                continue;
            }
            return fromErrno("writing a file");
        }
        bytes.remove_prefix(static_cast<std::size_t>(written));
    }
    return ::fsync(file.number()) == 0 ? ok() : Result<void>{fromErrno("syncing a file")};
}

} // namespace

Result<void> syncFolder(const std::string& path) {
    const File folder(path, O_RDONLY | O_DIRECTORY);
    if (!folder.isOpen()) {
        return fromErrno("opening a folder");
    }
    return ::fsync(folder.number()) == 0 ? ok() : Result<void>{fromErrno("syncing a folder")};
}

Result<void> replace(const std::string& path, std::string_view bytes) {
    const std::string beside = path + ".new";
    {
        const File file(beside, O_WRONLY | O_CREAT | O_TRUNC);
        if (!file.isOpen()) {
            return fromErrno("making a file");
        }
        if (auto written = writeAll(file, bytes); !written) {
            ::unlink(beside.c_str());
            return written;
        }
    }
    crashPoint("durable.before-rename");
    if (std::rename(beside.c_str(), path.c_str()) != 0) {
        return fromErrno("renaming a file");
    }
    return syncFolder(std::filesystem::path(path).parent_path().string());
}

Result<void> overwrite(const std::string& path, std::size_t bytes) {
    const File file(path, O_WRONLY);
    if (!file.isOpen()) {
        return fromErrno("opening a file");
    }
    return writeAll(file, std::string(bytes, '\0'));
}

Result<std::string> read(const std::string& path, std::size_t maxBytes) {
    const File file(path, O_RDONLY);
    if (!file.isOpen()) {
        return fromErrno("opening a file");
    }
    std::string bytes(maxBytes + 1, '\0');
    std::size_t have = 0;
    while (have < bytes.size()) {
        const ssize_t got = ::read(file.number(), bytes.data() + have, bytes.size() - have);
        if (got < 0 && errno == EINTR) {
            continue;
        }
        if (got < 0) {
            return fromErrno("reading a file");
        }
        if (got == 0) {
            break;
        }
        have += static_cast<std::size_t>(got);
    }
    if (have > maxBytes) {
        return {ErrorCode::TooLarge, "file"};
    }
    bytes.resize(have);
    return bytes;
}

} // namespace frontsheet::durable_file
