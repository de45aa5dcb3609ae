// Photos and documents that a wiped device could not hand in: sealed files beside its unsent.rescue, each under the name of its record
// and its address. Their keys stand on the agency's records, or in what was sealed and is now in the late inbox.
#pragma once

#include "sync/server/files/file_room.h"

#include <filesystem>

namespace frontsheet {

struct RescuedFiles {
    std::size_t taken = 0;
    std::size_t known = 0;   // here before
    std::size_t others = 0;  // no record of this agency's, and nothing held here, speaks of them
    std::size_t damaged = 0; // not the file that its name says
};

// Where they lie beside a rescue file; nothing there: an empty path.
[[nodiscard]] std::filesystem::path filesBeside(const std::filesystem::path& rescueFile);

// Looks at what has a name of such a file, and changes nothing in the folder. NotFound: no folder; DiskFull, DiskFailed: of what the
// agency keeps them in; what was taken before stays.
[[nodiscard]] Result<RescuedFiles> takeFiles(LedgerReads& ledger, FileRoom& room, const std::filesystem::path& folder);

} // namespace frontsheet
