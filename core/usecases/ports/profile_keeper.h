// The end of a profile whose own agency has shut the device out: what nobody took is sealed for the agency, everything goes, the
// keys with it, and a note stays that says so. Each step may be cut off and is done again from what is on the disk.
//
//   open ─► prepare() ─► leaveNothing() ─► (told to the homes) ─► destroy()
//           sealed, noted    one transaction; from here on nothing is saved    no store any more, the note alone
#pragma once

#include "core/base/clock.h"
#include "core/base/id.h"
#include "core/base/result.h"

#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace frontsheet {

class FileShelf;

struct HomeCount {
    AgencyId home;
    std::string name; // as the directory has it; may be empty
    std::size_t count = 0;
    friend bool operator==(const HomeCount&, const HomeCount&) = default;
};

// What a closed profile says of itself, to whoever opens it: nothing about anybody.
struct ClosedProfile {
    WallTime at; // by the device's clock
    AgencyId agency;
    std::string name, phone; // whom to ring
    std::vector<HomeCount> handedIn;
    std::vector<HomeCount> sealed;
    std::string file;          // in the profile's folder; empty: nothing was sealed
    std::size_t files = 0;     // photos and documents that no home has, sealed as they are, beside it
    std::size_t filesLost = 0; // of these: the disk would not take them
    friend bool operator==(const ClosedProfile&, const ClosedProfile&) = default;
};

// Where the device keeps its agency's public rescue key (DeviceFacts), as the agency sent it.
inline constexpr const char* kRescueKeyFact = "agency.rescue-key";

class ProfileKeeper {
public:
    virtual ~ProfileKeeper() = default;

    // The attached files of this profile; nullptr: none are kept.
    [[nodiscard]] virtual FileShelf* shelf() { return nullptr; }
    // Homes that something is held of or that work waits for, and that have not closed to this device; ascending.
    [[nodiscard]] virtual Result<std::vector<AgencyId>> openHomes() = 0;
    // So many more were handed in at their home.
    [[nodiscard]] virtual Result<void> noteHandedIn(const AgencyId& home, std::size_t count) = 0;
    // Work that no home has taken: without a result, or refused. What is held for a person at its home is taken.
    [[nodiscard]] virtual Result<std::size_t> unsent() = 0;
    // Seals that work beside the profile, where there is any. NotFound: the agency has given no rescue key; TooLarge: more
    // than a file takes. Done again, the file is made again of what is here then, which is all until leaveNothing().
    [[nodiscard]] virtual Result<void> prepare() = 0;
    // Records, words, scopes and work of every home, in one transaction; nothing of it is on the disk when this returns, or
    // the emptying is owed as after every removal. `removals`: numbers to be told as removed, by home.
    [[nodiscard]] virtual Result<void> leaveNothing(const std::map<AgencyId, std::uint64_t>& removals) = 0;
    [[nodiscard]] virtual Result<bool> isEmptied() = 0;
    // Homes that are still to hear that what they asked to remove has gone.
    [[nodiscard]] virtual Result<std::vector<AgencyId>> removalsToTell() = 0;
    // The keys, then the files. The store that is open holds nothing, and saves nothing (ProfileClosed).
    [[nodiscard]] virtual Result<void> destroy() = 0;
};

} // namespace frontsheet
