#include "app/agency_server/agreement/folder_lock.h"

#include "app/agency_server/files.h"

#include <cerrno>
#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

namespace frontsheet {

Result<FolderLock> FolderLock::take(const std::filesystem::path& folder) {
    FS_TRY(makeFolder(folder, Readable::ByOwner));
    const int fd = ::open((folder / "lock").c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    if (fd < 0) {
        return {ErrorCode::DiskFailed, "the agreements' folder"};
    }
    FolderLock lock{fd};
    while (::flock(fd, LOCK_EX) != 0) {
        if (errno != EINTR) {
            return {ErrorCode::DiskFailed, "the agreements' folder"};
        }
    }
    return lock;
}

FolderLock::~FolderLock() {
    if (m_fd >= 0) {
        ::close(m_fd);
    }
}

} // namespace frontsheet
