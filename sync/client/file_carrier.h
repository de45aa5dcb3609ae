// Carries attached files between this device and one home, a chunk at a time, and gives way between any two. What is begun is gone on
// with, however it broke off: how far a file is, its two ends say.
#pragma once

#include "core/usecases/ports/file_shelf.h"
#include "sync/client/transport.h"

#include <chrono>
#include <functional>

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
    [[nodiscard]] Carried carry(const AgencyId& home, const GoOn& goOn);

private:
    [[nodiscard]] bool send(const FileOnRecord& file, const GoOn& goOn, Carried& out); // false: no further file now
    [[nodiscard]] bool take(const FileOnRecord& file, const GoOn& goOn, Carried& out);

    FileShelf& m_shelf;
    Transport& m_transport;
};

} // namespace frontsheet
