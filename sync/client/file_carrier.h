// Carries attached files between this device and one home, a chunk at a time, and gives way between any two. What is begun is gone on
// with, however it broke off: how far a file is, its two ends say.
#pragma once

#include "core/usecases/ports/file_shelf.h"
#include "sync/client/answer.h"

#include <chrono>
#include <functional>
#include <map>
#include <utility>

namespace frontsheet {

struct Carried {
    std::optional<Error> failure; // of the network or this disk; what one file cannot do does not hold up the others
    std::chrono::milliseconds retryAfter{0};
    std::size_t chunksSent = 0;
    std::size_t chunksTaken = 0;
    std::size_t filesSent = 0;  // whole at their home
    std::size_t filesTaken = 0; // whole here
    std::size_t waiting = 0;    // their bytes are not at the home yet, or it would not take them now
};

class FileCarrier {
public:
    // Both outlive it. The transport is one of its own, so that no exchange waits for its connection.
    FileCarrier(FileShelf& shelf, Transport& transport) : m_shelf(shelf), m_transport(transport) {}

    // Before each chunk `goOn` may wait, for as long as records are on the line; false ends it here. Blocks.
    using GoOn = std::function<bool()>;
    [[nodiscard]] Carried carry(const AgencyId& home, const GoOn& goOn) { return carry(home, goOn, Ways::Both); }
    // To a home that closes to this device and gives nothing any more: what is this worker's, as much as is worth waiting for. The
    // rest is set aside (FileShelf).
    [[nodiscard]] Carried handIn(const AgencyId& home);

private:
    enum class Ways : std::uint8_t { Both, ThereAlone };
    [[nodiscard]] Carried carry(const AgencyId& home, const GoOn& goOn, Ways ways);
    [[nodiscard]] bool send(const FileOnRecord& file, const GoOn& goOn, Carried& out); // false: no further file now
    [[nodiscard]] bool take(const FileOnRecord& file, const GoOn& goOn, Carried& out);

    // What went wrong is one file's alone, or everything's for now. True: on with the next file.
    bool ofThisFile(const FileOnRecord& file, ErrorCode met, Carried& out);
    bool refused(const FileOnRecord& file, const Refused& why, Carried& out);
    bool failed(const FileOnRecord& file, const Error& why, Carried& out); // here
    [[nodiscard]] bool rests(const FileOnRecord& file);

    // A file that its home will not take, or whose bytes are not what they should be, is tried again after one look at its home,
    // then two, four and so on: nobody's line is spent on it.
    struct Rest {
        unsigned times = 0;
        std::uint32_t looks = 0; // before it is tried again
    };
    FileShelf& m_shelf;
    Transport& m_transport;
    std::map<std::pair<AgencyId, FileAddress>, Rest> m_rests; // at each home, since the program was started
};

} // namespace frontsheet
