// What was typed on a form and is not saved as a record yet: it may say too little for that. It is kept as its author left it, through a
// lock, a closed app and an empty battery, until it is saved or given up. On this device alone: nothing of it is sent. Any thread but the UI's.
#pragma once

#include "core/domain/intent.h"

#include <vector>

namespace frontsheet {

struct Unfinished {
    Intent intent; // of the record as it would become; its edits say what was typed, not what stood there before
    WallTime keptAt;
};

class UnfinishedWork {
public:
    virtual ~UnfinishedWork() = default;
    // Newest first.
    [[nodiscard]] virtual Result<std::vector<Unfinished>> unfinished() = 0;
    // In place of what was kept for the same record; committed when this returns. TooLarge beyond kMostUnfinished records: some must be
    // finished or given up first. DiskFull, DiskFailed, StoreFailed.
    [[nodiscard]] virtual Result<void> keepUnfinished(const Unfinished& work) = 0;
    // Finished, or given up. None there is a success.
    [[nodiscard]] virtual Result<void> dropUnfinished(const RecordId& record) = 0;
};

inline constexpr std::size_t kMostUnfinished = 200;

} // namespace frontsheet
