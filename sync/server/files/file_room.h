// One agency's sealed files: what is taken, from whom, what is given, to whom, and what is forgotten.
// Any thread; each call reaches the disk.
#pragma once

#include "core/attachments/file_folder.h"
#include "sync/server/pull.h"
#include "sync/wire/files_codec.h"

#include <filesystem>
#include <map>
#include <mutex>
#include <tuple>

namespace frontsheet {

class FileRoom {
public:
    explicit FileRoom(const std::filesystem::path& folder) : m_folder(folder), m_apart(folder.string() + "-apart") {}

    // What a device that is shut out brings lies apart until all of it has proven to be the file, and counts apart: whoever holds a
    // lost tablet can neither spoil nor hold up what the worker's next one brings.
    enum class Bringer : std::uint8_t { InGoodStanding, ShutOut };
    // The chunk if it is the next; else what is there. NotFound: no such file of this worker's, whatever the reason. Malformed: not
    // this chunk of this file, or all of it is not the file. DiskFull, ServerBusy: enough for now.
    [[nodiscard]] Result<wire::FilePartReply> take(LedgerReads& ledger, const Principal& who, Bringer bringer,
                                                   const wire::FilePart& part, WallTime now);
    // One that came by hand, from beside a wiped device's sealed words: `sealed` is it as it lay there. NotFound: no record here, and
    // nothing held, speaks of it. Malformed: it is not that file. Whose hands it went through does not matter: the bytes are those
    // that its address names. What had come of it before is gone on with where it is good, else it is begun anew. False: it was
    // here.
    [[nodiscard]] Result<bool> takeBrought(LedgerReads& ledger, const FileName& name,
                                           const std::filesystem::path& sealed);

    struct Given {
        std::vector<Bytes> chunks; // none: its bytes have not come yet
        // To be in the log before they leave; nothing where the same device was given some of the same file within the hour.
        std::optional<disclosure::Release> release;
    };
    // NotFound: not there, or not for this viewer, alike. Malformed: beyond the end. `pull` reads the same snapshot.
    [[nodiscard]] Result<Given> give(LedgerReads& ledger, const Principal& who, const Pull& pull,
                                     const wire::FileAsk& ask, WallTime now);
    // That release is on the disk.
    void logged(const disclosure::Release& release, WallTime now);

    // What no record and nothing held speaks of goes, a day after it came; how many files.
    [[nodiscard]] Result<std::size_t> tidy(LedgerReads& ledger, WallTime now);

private:
    // Where the next chunk of it goes: with what is shut out apart, beginning with what its worker's devices had brought.
    [[nodiscard]] Result<FileFolder*> placeFor(const FileName& name, std::uint64_t size, Bringer bringer);
    [[nodiscard]] Result<void> checkRoom(const Principal& who, Bringer bringer, std::size_t bytes, WallTime now);
    [[nodiscard]] Result<void> bringOn(const Attachment& file, const FileName& name,
                                       const std::filesystem::path& sealed);

    struct Today {
        std::int64_t day = 0;
        std::uint64_t bytes = 0;
    };

    FileFolder m_folder;
    FileFolder m_apart;
    std::mutex m_mutex;
    // What each worker's devices brought, and each one that is shut out.
    std::map<std::tuple<AgencyId, WorkerId, DeviceId>, Today> m_today;
    // Releases of the last hour: who, which file of which version of which record, under what terms. Another of any of these is another release.
    std::map<Bytes, WallTime> m_told;
};

} // namespace frontsheet
