// One server a folder: two would each answer half of the devices and hold caches of the other's ledger. Whoever changes
// something in the folder can tell the server so.
#pragma once

#include "core/base/result.h"

#include <cstdint>
#include <filesystem>
#include <utility>

namespace frontsheet {

class ServeLock {
public:
    // StoreBusy when the folder is served already; DiskFailed.
    static Result<ServeLock> take(const std::filesystem::path& file);
    ServeLock(ServeLock&& other) noexcept : m_fd(std::exchange(other.m_fd, -1)) {}
    ServeLock& operator=(ServeLock&&) = delete;
    ~ServeLock();

private:
    explicit ServeLock(int fd) : m_fd(fd) {}
    int m_fd;
};

enum class Told : std::uint8_t {
    NobodyServes, // it reads everything when it starts
    Told,         // it reads everything again now (SIGHUP)
    NotAllowed    // it serves under another user: that user, or the service manager, has to
};
[[nodiscard]] Told tellServer(const std::filesystem::path& lockFile);

} // namespace frontsheet
