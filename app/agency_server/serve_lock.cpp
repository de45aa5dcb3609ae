#include "app/agency_server/serve_lock.h"

#include <array>
#include <charconv>
#include <csignal>
#include <fcntl.h>
#include <string>
#include <string_view>
#include <sys/file.h>
#include <unistd.h>

namespace frontsheet {

Result<ServeLock> ServeLock::take(const std::filesystem::path& file) {
    const int fd = ::open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    if (fd < 0) {
        return {ErrorCode::DiskFailed, file.string()};
    }
    ServeLock lock{fd};
    if (::flock(fd, LOCK_EX | LOCK_NB) != 0) {
        return {ErrorCode::StoreBusy, "this folder is being served already"};
    }
    const std::string pid = std::to_string(::getpid());
    if (::ftruncate(fd, 0) != 0 || ::pwrite(fd, pid.data(), pid.size(), 0) != static_cast<ssize_t>(pid.size())) {
        return {ErrorCode::DiskFailed, file.string()};
    }
    return lock;
}

ServeLock::~ServeLock() {
    if (m_fd >= 0) {
        ::close(m_fd);
    }
}

Told tellServer(const std::filesystem::path& lockFile) {
    const int fd = ::open(lockFile.c_str(), O_RDONLY | O_CLOEXEC);
    if (fd < 0) {
        return Told::NobodyServes;
    }
    Told told = Told::NobodyServes;
    // The number in the file is a server's only while somebody holds the lock.
    if (::flock(fd, LOCK_SH | LOCK_NB) != 0) {
        std::array<char, 16> text{};
        const auto size = ::pread(fd, text.data(), text.size(), 0);
        int pid = 0;
        const auto read = std::from_chars(text.data(), text.data() + (size > 0 ? size : 0), pid);
        told = read.ec == std::errc{} && pid > 1 && ::kill(pid, SIGHUP) == 0 ? Told::Told : Told::NotAllowed;
    }
    ::close(fd);
    return told;
}

} // namespace frontsheet
