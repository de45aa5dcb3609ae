#include "app/agency_server/files.h"

#include <cerrno>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace frontsheet {

namespace {

class Descriptor {
public:
    explicit Descriptor(int fd) : m_fd(fd) {}
    ~Descriptor() {
        if (m_fd >= 0) {
            ::close(m_fd);
        }
    }
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    [[nodiscard]] int get() const { return m_fd; }

private:
    int m_fd;
};

Error failure(const std::filesystem::path& path) {
    const int reason = errno;
    const ErrorCode code = reason == ENOSPC || reason == EDQUOT ? ErrorCode::DiskFull
                           : reason == ENOENT                   ? ErrorCode::NotFound
                                                                : ErrorCode::DiskFailed;
    return {code, path.string()};
}

} // namespace

Result<std::string> readFile(const std::filesystem::path& path, std::size_t most) {
    const Descriptor file{::open(path.c_str(), O_RDONLY | O_CLOEXEC)};
    if (file.get() < 0) {
        return failure(path);
    }
    std::string contents;
    char buffer[16384];
    for (;;) {
        const ssize_t got = ::read(file.get(), buffer, sizeof buffer);
        if (got < 0) {
            return failure(path);
        }
        if (got == 0) {
            return contents;
        }
        contents.append(buffer, static_cast<std::size_t>(got));
        if (contents.size() > most) {
            return {ErrorCode::TooLarge, path.string()};
        }
    }
}

Result<void> writeFile(const std::filesystem::path& path, std::string_view contents, Readable readable) {
    const mode_t mode = readable == Readable::ByOwner ? 0600 : 0644;
    const auto beside = path.string() + ".new";
    {
        ::unlink(beside.c_str());
        const Descriptor file{::open(beside.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode)};
        if (file.get() < 0) {
            return failure(path);
        }
        while (!contents.empty()) {
            const ssize_t put = ::write(file.get(), contents.data(), contents.size());
            if (put < 0) {
                return failure(path);
            }
            contents.remove_prefix(static_cast<std::size_t>(put));
        }
        if (::fsync(file.get()) != 0) {
            return failure(path);
        }
    }
    if (::rename(beside.c_str(), path.c_str()) != 0) {
        return failure(path);
    }
    auto folder = path.parent_path();
    const Descriptor parent{::open(folder.empty() ? "." : folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC)};
    if (parent.get() < 0 || ::fsync(parent.get()) != 0) {
        return failure(path);
    }
    return ok();
}

Result<void> makeFolder(const std::filesystem::path& path, Readable readable) {
    std::error_code failed;
    std::filesystem::create_directories(path, failed);
    if (failed || ::chmod(path.c_str(), readable == Readable::ByOwner ? 0700 : 0755) != 0) {
        return {ErrorCode::DiskFailed, path.string()};
    }
    return ok();
}

} // namespace frontsheet
