// Attached files in words: what one is, where it is on its way, and what was wrong with one.
#pragma once

#include "app/viewmodels/error_wording.h"
#include "app/viewmodels/wording.h"
#include "core/usecases/attachments.h"

#include <optional>

namespace frontsheet {

// "Photo, 2.4 MB, added today, 08:50"
[[nodiscard]] QString fileDetail(const Attachment& file, const Wording& wording);
[[nodiscard]] QString fileSize(std::uint64_t bytes);

// Where it is on its way, and the sign that goes with it; both empty where it came from somebody else and is whole.
struct FileState {
    QString words;
    QString iconName;
    bool wrong = false; // somebody has to do something, or know
};
[[nodiscard]] FileState fileState(const FileOnRecord& lies);

// Why a file was not taken, not opened or not copied; nothing where it is no fault of the file.
[[nodiscard]] std::optional<ErrorWords> fileFault(ErrorCode code);

} // namespace frontsheet
