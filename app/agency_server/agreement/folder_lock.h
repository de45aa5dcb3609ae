// Whoever changes an agency's agreements holds this meanwhile: the server, which takes what partners tell, and the
// administrator's verbs are two processes.
#pragma once

#include "core/base/result.h"

#include <filesystem>
#include <utility>

namespace frontsheet {

class FolderLock {
public:
    // Makes the folder; waits for whoever has it. DiskFailed.
    static Result<FolderLock> take(const std::filesystem::path& folder);
    FolderLock(FolderLock&& other) noexcept : m_fd(std::exchange(other.m_fd, -1)) {}
    FolderLock& operator=(FolderLock&&) = delete;
    ~FolderLock();

private:
    explicit FolderLock(int fd) : m_fd(fd) {}
    int m_fd;
};

} // namespace frontsheet
