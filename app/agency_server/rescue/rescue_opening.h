// A rescue file's contents, into the late inbox of the author's agency: each once, however often the file is opened.
#pragma once

#include "core/rescue/rescue_file.h"
#include "sync/server/ledger.h"

#include <string>
#include <vector>

namespace frontsheet {

// Two people, by name.
struct RescuedBy {
    std::string first, second;
};

struct RescueOpened {
    std::size_t held = 0;      // now in the late inbox
    std::size_t known = 0;     // answered before: handed in after all, or opened before
    std::size_t refused = 0;   // the inbox has too much of this device
    std::size_t elsewhere = 0; // of those held, for another agency's records
};

// In one transaction with the note of who opened it. NotPermitted: no device of this agency's sealed it, by its own words.
[[nodiscard]] Result<RescueOpened> putIntoInbox(LedgerWrites& ledger, const AgencyId& agency,
                                                const RescueContents& contents, const RescuedBy& by, WallTime now);

enum class OldKey : std::uint8_t { StillOpens, Lost };
// Written among the openings.
[[nodiscard]] Result<void> noteKeyReplaced(LedgerWrites& ledger, const RescuePublicKey& now, const RescuedBy& by,
                                           OldKey old, WallTime at);

// Each opening and each new key, oldest first: one line of text.
[[nodiscard]] Result<std::vector<std::string>> rescueOpenings(LedgerReads& ledger);

} // namespace frontsheet
