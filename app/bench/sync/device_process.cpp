#include "app/bench/sync/device_process.h"

#include "app/demo/child_process.h"

#include <cstdio>
#include <fstream>
#include <nlohmann/json.hpp>

namespace frontsheet::bench {

namespace {

using Figures = nlohmann::ordered_json;

constexpr std::chrono::minutes kLimit{20};

} // namespace

DeviceProcess::DeviceProcess(std::filesystem::path self, std::filesystem::path folder)
    : m_self(std::move(self)), m_folder(std::move(folder)) {
    std::ofstream(m_folder / "passphrase") << "a long walk along the salt marsh\n";
}

Result<Figures> DeviceProcess::run(const std::string& what, const std::string& profile, std::size_t count,
                                   const std::string& invitation) const {
    return report(what,
                  {"--device", what, "--profile", (m_folder / profile).string(), "--passphrase-file",
                   (m_folder / "passphrase").string(), "--invitation", invitation, "--count", std::to_string(count)});
}

Result<Figures> DeviceProcess::runWith(const BenchServer& server, const std::string& what, const std::string& profile,
                                       std::size_t count) const {
    const double before = server.processorSeconds();
    FS_ASSIGN(auto figures, run(what, profile, count));
    figures["server_processor_s"] = server.processorSeconds() - before;
    figures["server_peak_mib"] = server.peakMiB();
    return figures;
}

Result<Figures> DeviceProcess::runPowerSync(const std::string& core, const std::filesystem::path& records) const {
    const auto folder = m_folder / "powersync";
    std::error_code ignored;
    std::filesystem::remove_all(folder, ignored);
    auto figures = report("powersync", {"--powersync", core, "--powersync-records", records.string(),
                                        "--powersync-folder", folder.string()});
    std::filesystem::remove_all(folder, ignored);
    return figures;
}

Result<Figures> DeviceProcess::report(const std::string& what, std::vector<std::string> words) const {
    std::fprintf(stderr, "%s ...\n", what.c_str());
    FS_ASSIGN(const auto done, demo::run({m_self, std::move(words), {}, m_folder / "device.log"}, kLimit));
    auto figures = Figures::parse(done.output, nullptr, false);
    if (!done.succeeded() || !figures.is_object()) {
        return {ErrorCode::Internal, "the device failed in " + what + "; see device.log"};
    }
    return figures;
}

} // namespace frontsheet::bench
