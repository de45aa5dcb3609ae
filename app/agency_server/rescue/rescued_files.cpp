#include "app/agency_server/rescue/rescued_files.h"

#include "core/store/store_folder.h"

namespace frontsheet {

namespace fs = std::filesystem;

fs::path filesBeside(const fs::path& rescueFile) {
    std::error_code failed;
    const fs::path folder = StoreFolder(rescueFile.parent_path().string()).filesAside();
    return fs::is_directory(folder, failed) ? folder : fs::path{};
}

Result<RescuedFiles> takeFiles(LedgerReads& ledger, FileRoom& room, const fs::path& folder) {
    std::error_code failed;
    if (!fs::is_directory(folder, failed)) {
        return {ErrorCode::NotFound, "the folder of files"};
    }
    RescuedFiles out;
    for (fs::directory_iterator at(folder, failed), end; !failed && at != end; at.increment(failed)) {
        const auto named = FileFolder::nameIn(at->path().filename().string());
        if (!named || !named->second || named->first.record.isNull() || !fs::is_regular_file(at->symlink_status())) {
            continue;
        }
        const auto taken = room.takeBrought(ledger, named->first, at->path());
        if (taken) {
            ++(*taken ? out.taken : out.known);
        } else if (taken.error().code == ErrorCode::NotFound) {
            ++out.others;
        } else if (taken.error().code == ErrorCode::Malformed) {
            ++out.damaged;
        } else {
            return taken.error();
        }
    }
    return failed ? Result<RescuedFiles>{ErrorCode::DiskFailed, "the folder of files"} : out;
}

} // namespace frontsheet
