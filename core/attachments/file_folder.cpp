#include "core/attachments/file_folder.h"

#include "core/attachments/file_cipher.h"
#include "core/base/crash_point.h"
#include "core/domain/attachment_limits.h"

#include <cerrno>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace frontsheet {

namespace fs = std::filesystem;

namespace {

constexpr std::string_view kPart = ".part";

Error diskError(const char* what) {
    return {errno == ENOSPC || errno == EDQUOT || errno == EFBIG ? ErrorCode::DiskFull : ErrorCode::DiskFailed, what};
}

class Descriptor {
public:
    Descriptor(const fs::path& path, int flags) : m_fd(::open(path.c_str(), flags | O_CLOEXEC | O_NOFOLLOW, 0600)) {}
    ~Descriptor() {
        if (m_fd >= 0) {
            ::close(m_fd);
        }
    }
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    [[nodiscard]] bool isOpen() const { return m_fd >= 0; }
    [[nodiscard]] int get() const { return m_fd; }

private:
    int m_fd;
};

std::uint64_t chunkStart(std::uint32_t chunk) {
    return std::uint64_t{chunk} * (attachment_limits::kChunkBytes + kSealBytes);
}

std::optional<std::uint64_t> lengthOf(const fs::path& path) {
    std::error_code failed;
    const auto length = fs::file_size(path, failed);
    return failed ? std::nullopt : std::optional{static_cast<std::uint64_t>(length)};
}

std::uint32_t wholeChunks(std::uint64_t length, std::uint64_t size) {
    std::uint32_t count = 0;
    for (std::uint64_t end = 0; count < chunksOf(size); ++count) {
        end += sealedChunkBytes(size, count);
        if (end > length) {
            break;
        }
    }
    return count;
}

Result<void> writeAt(int fd, BytesView bytes, std::uint64_t at) {
    while (!bytes.empty()) {
        const auto wrote = ::pwrite(fd, bytes.data(), bytes.size(), static_cast<off_t>(at));
        if (wrote < 0) {
            if (errno == EINTR) {
                continue;
            }
            return diskError("writing a chunk");
        }
        bytes.remove_prefix(static_cast<std::size_t>(wrote));
        at += static_cast<std::uint64_t>(wrote);
    }
    return ok();
}

Result<Bytes> readAt(int fd, std::size_t count, std::uint64_t at) {
    Bytes out(count, '\0');
    for (std::size_t have = 0; have < count;) {
        const auto got = ::pread(fd, out.data() + have, count - have, static_cast<off_t>(at + have));
        if (got < 0 && errno == EINTR) {
            continue;
        }
        if (got <= 0) {
            return {got == 0 ? ErrorCode::NotFound : ErrorCode::DiskFailed, "reading a chunk"};
        }
        have += static_cast<std::size_t>(got);
    }
    return out;
}

std::string baseOf(const FileName& name) {
    return (name.record.isNull() ? std::string{} : name.record.hex() + ".") + name.address.hex();
}

} // namespace

std::optional<std::pair<FileName, bool>> FileFolder::nameIn(std::string_view text) {
    const bool whole = !text.ends_with(kPart);
    if (!whole) {
        text.remove_suffix(kPart.size());
    }
    FileName name;
    if (const auto dot = text.find('.'); dot != std::string_view::npos) {
        const auto record = RecordId::fromHex(text.substr(0, dot));
        if (!record) {
            return std::nullopt;
        }
        name.record = *record;
        text.remove_prefix(dot + 1);
    }
    const auto address = FileAddress::fromHex(text);
    if (!address) {
        return std::nullopt;
    }
    name.address = *address;
    return std::pair{name, whole};
}

fs::path FileFolder::wholePath(const FileName& name) const { return m_folder / baseOf(name); }
fs::path FileFolder::partPath(const FileName& name) const { return m_folder / (baseOf(name) + std::string{kPart}); }

Result<void> FileFolder::syncFolder() const {
    const Descriptor folder{m_folder, O_RDONLY | O_DIRECTORY};
    return folder.isOpen() && ::fsync(folder.get()) == 0 ? ok() : Result<void>{diskError("the folder of files")};
}

bool FileFolder::isWhole(const FileName& name) const {
    std::error_code failed;
    return fs::is_regular_file(wholePath(name), failed);
}

Result<std::uint32_t> FileFolder::have(const FileName& name, std::uint64_t size) const {
    if (isWhole(name)) {
        return chunksOf(size);
    }
    const auto length = lengthOf(partPath(name));
    return length ? wholeChunks(*length, size) : 0U;
}

Result<void> FileFolder::append(const FileName& name, std::uint64_t size, std::uint32_t chunk, BytesView sealed) {
    if (sealed.size() != sealedChunkBytes(size, chunk) || sealed.empty()) {
        return {ErrorCode::InvalidArgument, "a chunk's length"};
    }
    const std::lock_guard lock(m_mutex);
    if (isWhole(name)) {
        return {ErrorCode::WrongState, "the file is whole"};
    }
    std::error_code failed;
    const bool fresh = !fs::exists(m_folder, failed);
    if (fresh) {
        fs::create_directories(m_folder, failed);
        fs::permissions(m_folder, fs::perms::owner_all, failed);
    }
    const auto path = partPath(name);
    const auto length = lengthOf(path);
    if ((length ? wholeChunks(*length, size) : 0U) != chunk) {
        return {ErrorCode::WrongState, "another chunk is the next"};
    }
    {
        const Descriptor file{path, O_WRONLY | O_CREAT};
        if (!file.isOpen()) {
            return diskError("opening a file");
        }
        const std::uint64_t at = chunkStart(chunk);
        const auto written = writeAt(file.get(), sealed, at);
        if (!written || ::fdatasync(file.get()) != 0) {
            const auto error = written ? diskError("a chunk to the disk") : written.error();
            (void)!::ftruncate(file.get(), static_cast<off_t>(at)); // what is half there is none
            return error;
        }
    }
    crashPoint("files.append.after-sync");
    return chunk == 0 ? syncFolder() : ok();
}

Result<void> FileFolder::finish(const FileName& name, const FileKey& key, std::uint64_t size) {
    if (isWhole(name)) {
        return ok();
    }
    FileAddressing addressing{key, size};
    for (std::uint32_t i = 0; i < chunksOf(size); ++i) {
        FS_ASSIGN(const auto sealed, chunk(name, size, i));
        addressing.add(sealed);
    }
    const std::lock_guard lock(m_mutex);
    if (addressing.address() != name.address || lengthOf(partPath(name)) != sealedFileBytes(size)) {
        std::error_code failed;
        fs::remove(partPath(name), failed);
        return {ErrorCode::Malformed, "a file that is not the one of its address"};
    }
    crashPoint("files.finish.before-rename");
    if (::rename(partPath(name).c_str(), wholePath(name).c_str()) != 0) {
        return diskError("naming a file");
    }
    return syncFolder();
}

Result<Bytes> FileFolder::chunk(const FileName& name, std::uint64_t size, std::uint32_t chunk) const {
    const std::size_t bytes = sealedChunkBytes(size, chunk);
    const Descriptor whole{wholePath(name), O_RDONLY};
    if (whole.isOpen()) {
        return readAt(whole.get(), bytes, chunkStart(chunk));
    }
    const Descriptor part{partPath(name), O_RDONLY};
    return part.isOpen() ? readAt(part.get(), bytes, chunkStart(chunk)) : Result<Bytes>{ErrorCode::NotFound, "a file"};
}

Result<void> FileFolder::forgetBegun(const FileName& name) {
    const std::lock_guard lock(m_mutex);
    std::error_code failed;
    return fs::remove(partPath(name), failed) ? syncFolder() : ok();
}

Result<void> FileFolder::remove(const FileName& name) {
    const std::lock_guard lock(m_mutex);
    std::error_code failed;
    const bool whole = fs::remove(wholePath(name), failed);
    const bool part = fs::remove(partPath(name), failed);
    return whole || part ? syncFolder() : ok();
}

Result<void> FileFolder::name(const FileName& from, const FileName& to) {
    const std::lock_guard lock(m_mutex);
    if (::rename(partPath(from).c_str(), wholePath(to).c_str()) != 0) {
        return diskError("naming a file");
    }
    return syncFolder();
}

Result<void> FileFolder::bring(const FileName& name, FileFolder& to, const FileName& as) const {
    const std::lock_guard lock(to.m_mutex);
    if (to.isWhole(as)) {
        return ok();
    }
    std::error_code failed;
    fs::create_directories(to.m_folder, failed);
    fs::permissions(to.m_folder, fs::perms::owner_all, failed);
    fs::create_hard_link(wholePath(name), to.wholePath(as), failed);
    if (failed) {
        fs::copy_file(wholePath(name), to.partPath(as), fs::copy_options::overwrite_existing, failed);
        if (failed) {
            return {failed == std::errc::no_space_on_device ? ErrorCode::DiskFull : ErrorCode::DiskFailed, "a file"};
        }
        const Descriptor copy{to.partPath(as), O_RDONLY};
        if (!copy.isOpen() || ::fsync(copy.get()) != 0 ||
            ::rename(to.partPath(as).c_str(), to.wholePath(as).c_str()) != 0) {
            return diskError("a file");
        }
    }
    crashPoint("files.bring.before-sync");
    return to.syncFolder();
}

Result<std::vector<FileFolder::Entry>> FileFolder::entries() const {
    std::vector<Entry> out;
    std::error_code failed;
    if (!fs::exists(m_folder, failed)) {
        return out;
    }
    for (fs::directory_iterator at(m_folder, failed), end; !failed && at != end; at.increment(failed)) {
        const auto read = nameIn(at->path().filename().string());
        struct stat facts {};
        if (::lstat(at->path().c_str(), &facts) != 0 || !S_ISREG(facts.st_mode)) {
            continue;
        }
        if (!read) {
            std::error_code ignored;
            fs::remove(at->path(), ignored);
            continue;
        }
        Entry entry{read->first, read->second, static_cast<std::uint64_t>(facts.st_size),
                    WallTime{std::int64_t{facts.st_mtim.tv_sec} * 1000}};
        out.push_back(entry);
    }
    return failed ? Result<std::vector<Entry>>{ErrorCode::DiskFailed, "the folder of files"}
                  : Result<std::vector<Entry>>{std::move(out)};
}

Result<std::uint64_t> FileFolder::bytesUsed() const {
    FS_ASSIGN(const auto all, entries());
    std::uint64_t bytes = 0;
    for (const auto& entry : all) {
        bytes += entry.bytes;
    }
    return bytes;
}

Result<std::size_t> FileFolder::sweep(const std::function<bool(const Entry&)>& keep) {
    FS_ASSIGN(const auto all, entries());
    const std::lock_guard lock(m_mutex);
    std::size_t gone = 0;
    for (const auto& entry : all) {
        if (keep(entry)) {
            continue;
        }
        std::error_code failed;
        fs::remove(entry.whole ? wholePath(entry.name) : partPath(entry.name), failed);
        if (failed) {
            return {ErrorCode::DiskFailed, "removing a file"};
        }
        ++gone;
    }
    FS_TRY(gone == 0 ? ok() : syncFolder());
    return gone;
}

Result<std::uint64_t> FileFolder::freeBytes() const {
    std::error_code failed;
    fs::path at = m_folder;
    while (!fs::exists(at, failed) && at.has_parent_path() && at != at.parent_path()) {
        at = at.parent_path();
    }
    const auto space = fs::space(at, failed);
    return failed ? Result<std::uint64_t>{ErrorCode::DiskFailed, "free space"}
                  : Result<std::uint64_t>{static_cast<std::uint64_t>(space.available)};
}

} // namespace frontsheet
