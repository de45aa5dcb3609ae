// The peer PouchDB: express-pouchdb's server and a device's replication, a process each, both on LevelDB beside our own
// stores. Neither encrypts, speaks TLS or waits for the disk, and nobody is asked what may be read: to its advantage.
#pragma once

#include "app/bench/sync/peer_programs.h"
#include "core/base/result.h"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <nlohmann/json_fwd.hpp>
#include <string>

namespace frontsheet::bench {

class PouchDbPeer {
public:
    PouchDbPeer(PeerPrograms programs, std::filesystem::path folder)
        : m_programs(std::move(programs)), m_folder(std::move(folder)) {}

    // Starts the server with nothing in it.
    [[nodiscard]] Result<void> start();
    [[nodiscard]] std::uint16_t port() const { return m_port; }
    // A database of the records in that dump, so many, is there to be pulled.
    [[nodiscard]] Result<void> offer(const std::filesystem::path& records, std::size_t count);

    // An empty device pulls what is offered, from that port: the server's, or one that leads there. Figures of both sides;
    // an error unless the device then holds what the server holds, by number and by length.
    [[nodiscard]] Result<nlohmann::ordered_json> pull(std::uint16_t port);
    // A device that has the records of that dump pushes them to an empty database; counted in the same way.
    [[nodiscard]] Result<nlohmann::ordered_json> push(const std::filesystem::path& records, std::size_t count);

private:
    [[nodiscard]] Result<std::string> ask(const std::string& command, const std::string& answer);
    [[nodiscard]] Result<nlohmann::ordered_json> askFor(const std::string& command, const std::string& answer);
    [[nodiscard]] Result<nlohmann::ordered_json> device(std::vector<std::string> words);
    [[nodiscard]] Result<nlohmann::ordered_json> replicate(const std::string& what, const std::string& device,
                                                           std::uint16_t port, const std::string& database);
    [[nodiscard]] std::filesystem::path freshDevice() const;

    PeerPrograms m_programs;
    std::filesystem::path m_folder;
    demo::ChildProcess m_server;
    std::uint16_t m_port = 0;
    int m_pushes = 0;
};

} // namespace frontsheet::bench
