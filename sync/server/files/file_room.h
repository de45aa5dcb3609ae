// One agency's sealed files: what is taken, from whom, what is given, to whom, and what is forgotten.
// Any thread; each call reaches the disk.
#pragma once

#include "core/attachments/file_folder.h"
#include "sync/server/pull.h"
#include "sync/wire/files_codec.h"

#include <filesystem>
#include <map>
#include <mutex>

namespace frontsheet {

class FileRoom {
public:
    explicit FileRoom(std::filesystem::path folder) : m_folder(std::move(folder)) {}

    // The chunk if it is the next; else what is there. NotFound: no such file of this worker's, whatever the reason. Malformed: not
    // this chunk of this file, or all of it is not the file. DiskFull, ServerBusy: enough for now.
    [[nodiscard]] Result<wire::FilePartReply> take(LedgerReads& ledger, const Principal& who,
                                                   const wire::FilePart& part, WallTime now);
    // One that came by hand, from beside a wiped device's sealed words: `sealed` is it as it lay there. NotFound: no record here, and
    // nothing held, speaks of it. Malformed: it is not that file. Whose hands it went through does not matter: the bytes are those
    // that its address names. False: it was here.
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
    [[nodiscard]] Result<void> checkRoom(const Principal& who, std::size_t bytes, WallTime now);

    struct Today {
        std::int64_t day = 0;
        std::uint64_t bytes = 0;
    };

    FileFolder m_folder;
    std::mutex m_mutex;
    std::map<std::pair<AgencyId, WorkerId>, Today> m_today; // what each worker's devices brought
    // Releases of the last hour: who, which file of which version of which record, under what terms. Another of any of these is another release.
    std::map<Bytes, WallTime> m_told;
};

} // namespace frontsheet
