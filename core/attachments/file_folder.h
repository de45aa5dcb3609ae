// A folder of sealed files, on a device and at a home alike: chunk after chunk, each on the disk when it is said to be. Nothing in it
// is ever plain, and no name says more than an address. What lies there is looked up on the disk, not remembered: a crash leaves
// nothing that has to be put right, only what is begun (`.part`) and goes on from its last whole chunk.
//
//   <address>              a whole file, as read on a device
//   <record>.<address>     the same at a home, where a record says who may have it
//   ...part                not whole yet
//
// Any thread; two that write one file do so one after the other.
#pragma once

#include "core/domain/attachment.h"

#include <filesystem>
#include <functional>
#include <mutex>
#include <optional>
#include <string_view>
#include <utility>

namespace frontsheet {

struct FileName {
    FileAddress address;
    RecordId record; // null on a device
    friend auto operator<=>(const FileName&, const FileName&) = default;
};

class FileFolder {
public:
    // Nothing is made before the first chunk.
    explicit FileFolder(std::filesystem::path folder) : m_folder(std::move(folder)) {}

    // Whole chunks on the disk, from the first; of a file that is whole all of them.
    [[nodiscard]] Result<std::uint32_t> have(const FileName& name, std::uint64_t size) const;
    [[nodiscard]] bool isWhole(const FileName& name) const;
    // The next chunk, on the disk when this returns. WrongState: another is the next, or the file is whole. InvalidArgument: its length.
    // DiskFull, DiskFailed: what was there before is still there.
    [[nodiscard]] Result<void> append(const FileName& name, std::uint64_t size, std::uint32_t chunk, BytesView sealed);
    // What has all its chunks becomes whole when they hash to the address; else it is begun anew: Malformed.
    [[nodiscard]] Result<void> finish(const FileName& name, const FileKey& key, std::uint64_t size);
    // Sealed, of a whole file or of one in the making. NotFound.
    [[nodiscard]] Result<Bytes> chunk(const FileName& name, std::uint64_t size, std::uint32_t chunk) const;
    // What is begun of it goes; what is whole stays.
    [[nodiscard]] Result<void> forgetBegun(const FileName& name);
    // What is there under the name goes; nothing there is as good.
    [[nodiscard]] Result<void> remove(const FileName& name);
    // A file sealed before its address was known takes its name; whole and on the disk when this returns.
    [[nodiscard]] Result<void> name(const FileName& from, const FileName& to);

    // A whole file into another folder: the same bytes under another name where the disk can do that, else copied. On the disk when this
    // returns; what is there already is as good.
    [[nodiscard]] Result<void> bring(const FileName& name, FileFolder& to, const FileName& as) const;
    // What a file's name says; nullopt: it is none of ours. Second: whether it is whole.
    [[nodiscard]] static std::optional<std::pair<FileName, bool>> nameIn(std::string_view text);

    struct Entry {
        FileName name;
        bool whole = false;
        std::uint64_t bytes = 0;
        WallTime changed;
    };
    // What has a name of ours; stray names are removed when they are seen.
    [[nodiscard]] Result<std::vector<Entry>> entries() const;
    [[nodiscard]] Result<std::uint64_t> bytesUsed() const;
    // All that `keep` does not want; how many went, and the folder says so on the disk.
    [[nodiscard]] Result<std::size_t> sweep(const std::function<bool(const Entry&)>& keep);
    [[nodiscard]] Result<std::uint64_t> freeBytes() const;

private:
    [[nodiscard]] std::filesystem::path wholePath(const FileName& name) const;
    [[nodiscard]] std::filesystem::path partPath(const FileName& name) const;
    [[nodiscard]] Result<void> syncFolder() const;

    std::filesystem::path m_folder;
    mutable std::mutex m_mutex;
};

} // namespace frontsheet
