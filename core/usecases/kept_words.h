// Words that somebody typed to go with an answer, a reason or an outcome, and has not said yet: a sheet that was closed, a lock, an empty
// battery. They are kept as they were left, and are there again when the same is asked of the same record. On this device alone, in its
// encrypted store: nothing of it is sent. Any thread but the UI's.
#pragma once

#include "core/usecases/workplace.h"

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace frontsheet {

class KeptWords {
public:
    // Where they belong ("answer.complete/<record, hex>") to the words.
    using All = std::map<std::string, std::string>;

    static constexpr std::size_t kMostPlaces = 100;                        // then those left longest ago go
    static constexpr std::size_t kMostCharacters = 16'384;                 // of one; the rest is cut off
    static constexpr std::int64_t kKeptForMs = 60LL * 24 * 60 * 60 * 1000; // nobody comes back to them later

    explicit KeptWords(Workplace work) : m_work(work) {}

    // Those that are kept still. None without DeviceFacts. StoreFailed, DiskFailed.
    [[nodiscard]] Result<All> all();
    struct Left {
        std::string where;
        std::string words;
        WallTime at;
    };
    // Those whose place begins so, the last left first.
    [[nodiscard]] Result<std::vector<Left>> left(std::string_view beginning);
    // In place of what was kept there; empty: nothing is. Committed when this returns. Malformed for a place with blanks; DiskFull, DiskFailed, StoreFailed.
    [[nodiscard]] Result<void> keep(const All& words);

private:
    Workplace m_work;
};

} // namespace frontsheet
