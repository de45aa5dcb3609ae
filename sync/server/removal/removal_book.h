// Keeps the book of what was granted to devices and what they were asked to remove: entered before the reply that says so
// leaves, confirmed when the device says that nothing is left.
#pragma once

#include "sync/server/ledger.h"

namespace frontsheet::removal {

// One exchange's part.
struct Turn {
    Principal who;
    std::vector<std::string> gone;      // scopes that the reply takes
    std::vector<std::string> granted;   // and gives
    std::uint64_t number = 0;           // of what it takes
    std::vector<std::uint64_t> removed; // what the device says it has removed
    std::uint64_t told = 0;             // the last of the tidings it says it keeps, where that is news; 0: no news
    WallTime now;

    [[nodiscard]] bool isNothing() const { return gone.empty() && granted.empty() && removed.empty() && told == 0; }
};

[[nodiscard]] Result<void> enter(LedgerWrites& ledger, const Turn& turn);

// What a scope by its name is about: whom (null: everybody), and which categories. Nothing of the directory.
struct About {
    PersonId person;
    Categories categories = 0;
};
[[nodiscard]] About aboutScope(std::string_view name);

} // namespace frontsheet::removal
