// The peers' part of the benchmark: what they are given, and how ours compares with each run of theirs.
#pragma once

#include "app/bench/measurements.h"
#include "app/bench/sync/bench_server.h"
#include "app/bench/sync/device_process.h"
#include "app/bench/sync/pouchdb_peer.h"
#include "core/base/result.h"

#include <chrono>
#include <filesystem>
#include <memory>
#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <string>

namespace frontsheet::bench {

class Peers {
public:
    // They are given at most so many records. Where Node or the packages are missing they are left out: said on standard
    // error, in the facts, and every call below then does nothing.
    Peers(const DeviceProcess& devices, std::filesystem::path folder, std::size_t records);

    [[nodiscard]] bool takePart() const { return m_programs.has_value(); }
    // Which they are and what they do not do, or why they are left out.
    [[nodiscard]] std::string facts() const;

    // What that server has seeded is there to be pulled and applied.
    [[nodiscard]] Result<void> offer(const BenchServer& server);
    // Theirs of one run, and the ratios to ours of the same run.
    [[nodiscard]] Result<Measurements> pull(const nlohmann::ordered_json& ours);
    [[nodiscard]] Result<Measurements> pullFrom(std::chrono::milliseconds away, const nlohmann::ordered_json& ours);
    // The notes that ours pushed to that server.
    [[nodiscard]] Result<Measurements> push(const BenchServer& server, const nlohmann::ordered_json& ours);

private:
    [[nodiscard]] Result<void> startPouchDb();

    const DeviceProcess& m_devices;
    std::filesystem::path m_folder;
    std::size_t m_most;
    std::size_t m_offered = 0;
    std::optional<PeerPrograms> m_programs;
    std::string m_missing;
    std::unique_ptr<PouchDbPeer> m_pouchDb;
};

} // namespace frontsheet::bench
