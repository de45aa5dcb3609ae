// Runs one task of a device in a process of its own, and gives what it reported.
#pragma once

#include "app/bench/sync/bench_server.h"
#include "core/base/result.h"

#include <filesystem>
#include <nlohmann/json_fwd.hpp>
#include <string>

namespace frontsheet::bench {

class DeviceProcess {
public:
    // `self` is this program; profiles, the passphrase's file and the log are in `folder`.
    DeviceProcess(std::filesystem::path self, std::filesystem::path folder);

    [[nodiscard]] Result<nlohmann::ordered_json> run(const std::string& what, const std::string& profile,
                                                     std::size_t count, const std::string& invitation = {}) const;
    // The same with the server's share beside the device's.
    [[nodiscard]] Result<nlohmann::ordered_json> runWith(const BenchServer& server, const std::string& what,
                                                         const std::string& profile, std::size_t count) const;
    // The peer whose core is a library, in a process of its own too.
    [[nodiscard]] Result<nlohmann::ordered_json> runPowerSync(const std::string& core,
                                                              const std::filesystem::path& records) const;

private:
    [[nodiscard]] Result<nlohmann::ordered_json> report(const std::string& what, std::vector<std::string> words) const;

    std::filesystem::path m_self;
    std::filesystem::path m_folder;
};

} // namespace frontsheet::bench
