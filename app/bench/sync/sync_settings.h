// The words of frontsheet-bench-sync's command line.
#pragma once

#include "app/bench/sync/device_tasks.h"
#include "app/bench/sync/powersync_apply.h"

#include <chrono>
#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace frontsheet::bench {

// Day: start, search, nothing new, one edit.
enum class Part : std::uint8_t { Pull, Day, Push, Files, Latency, Growth };

struct Settings {
    std::size_t records = 100'000;
    std::size_t runs = 3;
    bool json = false;
    std::string folder; // empty: a temporary one, removed afterwards
    std::set<Part> parts{Part::Pull, Part::Day, Part::Push, Part::Files};
    std::chrono::milliseconds latency{50}; // each way
    std::vector<std::size_t> growth{10'000, 100'000, 1'000'000};
    bool peers = false;
    std::optional<std::size_t> peerRecords; // as many as ours otherwise
    DeviceTask task;                        // set: this process is a device
    PowerSyncTask powerSync;                // set: this process is that peer

    [[nodiscard]] bool has(Part part) const { return parts.contains(part); }
    [[nodiscard]] std::size_t recordsOfPeers() const { return peerRecords.value_or(records); }
};

extern const char* const kUsage;

// nullopt, having said why on standard error, when the words make no sense.
[[nodiscard]] std::optional<Settings> settingsFrom(const std::vector<std::string>& words);

} // namespace frontsheet::bench
