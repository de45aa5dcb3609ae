#include "core/store/store_folder.h"

#include "core/store/durable_file.h"

#include <cerrno>
#include <fcntl.h>
#include <filesystem>
#include <sys/file.h>
#include <unistd.h>
#include <utility>

namespace frontsheet {

namespace fs = std::filesystem;

Result<StoreLock> StoreLock::take(const std::string& path) {
    const int file = ::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    if (file < 0) {
        return {errno == ENOSPC ? ErrorCode::DiskFull : ErrorCode::DiskFailed,
                "making the lock file, system error " + std::to_string(errno)};
    }
    StoreLock lock(file);
    if (::flock(file, LOCK_EX | LOCK_NB) != 0) {
        return {ErrorCode::StoreBusy, "the store is open elsewhere"};
    }
    return lock;
}

StoreLock::StoreLock(StoreLock&& other) noexcept : m_file(std::exchange(other.m_file, -1)) {}

StoreLock::~StoreLock() {
    // The file stays: removing it would let two processes lock two files of one name.
    if (m_file >= 0) {
        ::close(m_file);
    }
}

bool StoreFolder::hasStore() const {
    std::error_code ignored;
    return fs::exists(m_folder + "/store", ignored);
}

Result<void> StoreFolder::checkComplete() const {
    std::error_code failed;
    const bool database_ = fs::exists(database(), failed);
    const bool key = fs::exists(keyFile(), failed);
    if (database_ && key) {
        return ok();
    }
    if (database_) {
        return {ErrorCode::StoreMissing, "a database without its key file"};
    }
    if (key) {
        return {ErrorCode::StoreMissing, "a key file without its database"};
    }
    return hasStore() ? Result<void>{ErrorCode::StoreMissing, "an empty store folder"}
                      : Result<void>{ErrorCode::NotFound, "no store here"};
}

Result<void> StoreFolder::beginMaking() const {
    std::error_code failed;
    abandonMaking();
    fs::create_directories(m_folder + "/store.making", failed);
    if (failed) {
        return {failed == std::errc::no_space_on_device ? ErrorCode::DiskFull : ErrorCode::DiskFailed,
                "making the store's folder"};
    }
    fs::permissions(m_folder + "/store.making", fs::perms::owner_all, failed);
    return ok();
}

Result<void> StoreFolder::finishMaking() const {
    FS_TRY(durable_file::syncFolder(m_folder + "/store.making"));
    std::error_code failed;
    fs::rename(m_folder + "/store.making", m_folder + "/store", failed);
    if (failed) {
        return {ErrorCode::DiskFailed, "putting the store in place"};
    }
    return durable_file::syncFolder(m_folder);
}

void StoreFolder::abandonMaking() const {
    std::error_code ignored;
    fs::remove_all(m_folder + "/store.making", ignored);
}

} // namespace frontsheet
