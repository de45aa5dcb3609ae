// frontsheet-bench-sync: the whole way between a device and its server, measured on the real programs over loopback.
#include "app/bench/machine_facts.h"
#include "app/bench/measurements.h"
#include "app/bench/sync/bench_server.h"
#include "app/bench/sync/delaying_relay.h"
#include "app/bench/sync/device_process.h"
#include "app/bench/sync/device_tasks.h"
#include "app/bench/sync/peers.h"
#include "app/bench/sync/sync_figures.h"
#include "app/bench/sync/sync_settings.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <memory>
#include <nlohmann/json.hpp>
#include <unistd.h>

namespace frontsheet::bench {

namespace {

using Figures = nlohmann::ordered_json;
namespace fs = std::filesystem;

constexpr std::size_t kSearches = 20'000; // a run
constexpr std::size_t kIdleExchanges = 200;
constexpr std::size_t kEdits = 100;
constexpr std::size_t kBeforePush = 5000; // records the server has already
constexpr std::size_t kPhotos = 20;       // of 6 MB
constexpr std::size_t kEditsBeside = 50;
constexpr std::chrono::milliseconds kTargetLatency{50};
constexpr double kFlat = 1.25; // what a record may cost among more of them, to its cost among the fewest

class Bench {
public:
    Bench(const Settings& settings, fs::path self, fs::path folder)
        : m_settings(settings), m_self(std::move(self)), m_folder(std::move(folder)), m_devices(m_self, m_folder) {
        if (settings.peers) {
            m_peers.emplace(m_devices, m_folder, settings.recordsOfPeers());
        }
    }

    Result<Measurements> run() {
        Measurements figures;
        if (m_settings.has(Part::Pull) || m_settings.has(Part::Day) || m_settings.has(Part::Latency)) {
            FS_ASSIGN(const auto pulled, pulls());
            figures.append(pulled);
        }
        if (m_settings.has(Part::Push)) {
            FS_ASSIGN(const auto pushed, pushes());
            figures.append(pushed);
        }
        if (m_settings.has(Part::Files)) {
            FS_ASSIGN(const auto carried, files());
            figures.append(carried);
        }
        if (m_settings.has(Part::Growth)) {
            FS_ASSIGN(const auto grown, growth());
            figures.append(grown);
        }
        return figures;
    }
    [[nodiscard]] std::string peers() const { return m_peers ? m_peers->facts() : "not asked for"; }

private:
    // One large server, an empty device each time.
    Result<Measurements> pulls() {
        BenchServer server(m_self.parent_path() / "frontsheet-agency", m_folder / "large");
        say("seed");
        FS_TRY(server.start(m_settings.records));
        if (m_peers) {
            FS_TRY(m_peers->offer(server));
        }
        std::vector<Measurements> runs;
        std::size_t there = m_settings.records; // the edits of the runs before are in the ledger too
        for (std::size_t run = 0; run < m_settings.runs; ++run) {
            const auto profile = "pull-" + std::to_string(run);
            FS_ASSIGN(const auto invitation, server.invite("P" + std::to_string(run)));
            FS_TRY(m_devices.run("enrol", profile, 0, invitation));
            FS_ASSIGN(const auto pulled, m_devices.runWith(server, "pull", profile, there));
            Measurements figures;
            if (m_settings.has(Part::Pull)) {
                figures.append(figuresOf("pull", pulled));
                if (m_peers) {
                    FS_ASSIGN(const auto theirs, m_peers->pull(pulled));
                    figures.append(theirs);
                }
            }
            if (m_settings.has(Part::Latency)) {
                FS_ASSIGN(const auto far, pullFromFar(server, run, there));
                figures.append(far);
            }
            if (m_settings.has(Part::Day)) {
                FS_ASSIGN(const auto day, dayOf(profile));
                figures.append(day);
                there += kEdits;
            }
            runs.push_back(std::move(figures));
            forget({profile});
        }
        server.stop();
        return Measurements::medianOf(runs);
    }

    Result<Measurements> dayOf(const std::string& profile) {
        Measurements figures;
        const std::pair<const char*, std::size_t> tasks[] = {
            {"start", 0}, {"search", kSearches}, {"nothing-new", kIdleExchanges}, {"one-edit", kEdits}};
        for (const auto& [task, count] : tasks) {
            FS_ASSIGN(const auto reported, m_devices.run(task, profile, count));
            figures.append(figuresOf(task, reported));
        }
        return figures;
    }

    // The device is told of the relay's port where it would be told of the server's.
    Result<Measurements> pullFromFar(BenchServer& server, std::size_t run, std::size_t there) {
        FS_ASSIGN(const auto relay, DelayingRelay::start(server.port(), m_settings.latency));
        const auto profile = "far-" + std::to_string(run);
        FS_ASSIGN(const auto invitation, server.invite("F" + std::to_string(run), relay->port()));
        FS_TRY(m_devices.run("enrol", profile, 0, invitation));
        FS_ASSIGN(const auto pulled, m_devices.runWith(server, "pull", profile, there));
        Measurements figures;
        figures.note("pull at " + std::to_string(m_settings.latency.count()) + " ms each way, durable",
                     pulled.at("records_per_s").get<double>(), "records/s",
                     m_settings.latency == kTargetLatency ? Reach::atLeast(20'000) : Reach{});
        figures.append(figuresOf("latency", pulled));
        if (m_peers) {
            FS_ASSIGN(const auto theirs, m_peers->pullFrom(m_settings.latency, pulled));
            figures.append(theirs);
        }
        forget({profile});
        return figures;
    }

    // A fresh server and device each time: a second push would find the ledger larger.
    Result<Measurements> pushes() {
        std::vector<Measurements> runs;
        for (std::size_t run = 0; run < m_settings.runs; ++run) {
            const auto name = "push-" + std::to_string(run);
            BenchServer server(m_self.parent_path() / "frontsheet-agency", m_folder / ("server-" + name));
            FS_TRY(server.start(kBeforePush));
            FS_ASSIGN(const auto invitation, server.invite("N1"));
            FS_TRY(m_devices.run("enrol", name, 0, invitation));
            Measurements figures;
            FS_ASSIGN(const auto written, m_devices.run("write", name, m_settings.records));
            figures.append(figuresOf("write", written));
            FS_ASSIGN(const auto pushed, m_devices.runWith(server, "push", name, m_settings.records));
            figures.append(figuresOf("push", pushed));
            server.stop();
            say("count at the server");
            FS_TRY(server.checkHasNotes(m_settings.records));
            if (m_peers) {
                FS_ASSIGN(const auto theirs, m_peers->push(server, pushed));
                figures.append(theirs);
            }
            runs.push_back(std::move(figures));
            forget({name, "server-" + name});
        }
        return Measurements::medianOf(runs);
    }

    // Photos of one worker up from one device and down to another; then edits beside larger ones.
    Result<Measurements> files() {
        BenchServer server(m_self.parent_path() / "frontsheet-agency", m_folder / "server-files");
        FS_TRY(server.start(kBeforePush));
        std::vector<Measurements> runs;
        for (std::size_t run = 0; run < m_settings.runs; ++run) {
            Measurements figures;
            const auto worker = "A" + std::to_string(run);
            const std::pair<const char*, std::size_t> tasks[] = {{"files-up", kPhotos}, {"files-down", kPhotos}};
            for (const auto& [task, count] : tasks) {
                const auto profile = task + ("-" + std::to_string(run));
                FS_ASSIGN(const auto invitation, server.invite(worker));
                FS_TRY(m_devices.run("enrol", profile, 0, invitation));
                FS_ASSIGN(const auto reported, m_devices.runWith(server, task, profile, count));
                figures.append(figuresOf(task, reported));
            }
            FS_ASSIGN(const auto invitation, server.invite("B" + std::to_string(run)));
            const auto profile = "beside-" + std::to_string(run);
            FS_TRY(m_devices.run("enrol", profile, 0, invitation));
            FS_ASSIGN(const auto beside, m_devices.run("edits-beside-files", profile, kEditsBeside));
            figures.append(figuresOf("edits-beside-files", beside));
            runs.push_back(std::move(figures));
            forget({"files-up-" + std::to_string(run), "files-down-" + std::to_string(run), profile});
        }
        server.stop();
        forget({"server-files"});
        return Measurements::medianOf(runs);
    }

    // Servers of each size, pulled from by turns: what else the machine does meets all of them.
    Result<Measurements> growth() {
        std::vector<std::unique_ptr<BenchServer>> servers;
        for (const auto records : m_settings.growth) {
            say("seed " + std::to_string(records));
            servers.push_back(std::make_unique<BenchServer>(m_self.parent_path() / "frontsheet-agency",
                                                            m_folder / ("grown-" + std::to_string(records))));
            FS_TRY(servers.back()->start(records));
        }
        std::vector<Measurements> runs;
        for (std::size_t run = 0; run < m_settings.runs; ++run) {
            std::vector<Figures> pulled;
            for (std::size_t at = 0; at < servers.size(); ++at) {
                const auto profile = "grown-" + std::to_string(at) + "-" + std::to_string(run);
                FS_ASSIGN(const auto invitation, servers[at]->invite("G" + std::to_string(run)));
                FS_TRY(m_devices.run("enrol", profile, 0, invitation));
                FS_ASSIGN(auto figures, m_devices.runWith(*servers[at], "pull", profile, m_settings.growth[at]));
                pulled.push_back(std::move(figures));
                forget({profile});
            }
            runs.push_back(growthOf(pulled));
        }
        for (const auto& server : servers) {
            server->stop();
        }
        return Measurements::medianOf(runs);
    }

    Measurements growthOf(const std::vector<Figures>& pulled) const {
        Measurements figures;
        double most[2] = {0, 0}; // of the costs to those among the fewest
        for (std::size_t at = 0; at < pulled.size(); ++at) {
            const auto cost = costOfRecord(pulled[at]);
            const auto fewest = costOfRecord(pulled.front());
            const auto among = " among " + std::to_string(m_settings.growth[at]);
            figures.note("a record pulled" + among, cost[0], "us");
            figures.note("a record pulled" + among + ", processor", cost[1], "us");
            figures.note("device memory, pulling" + among, pulled[at].at("device_peak_mib").get<double>(), "MiB");
            most[0] = std::max(most[0], cost[0] / fewest[0]);
            most[1] = std::max(most[1], cost[1] / fewest[1]);
        }
        figures.note("growth, the dearest record to one among the fewest", most[0], "times", Reach::atMost(kFlat));
        figures.note("growth, the same of processor time", most[1], "times", Reach::atMost(kFlat));
        return figures;
    }

    // Microseconds on the clock, and of both sides' processors.
    static std::array<double, 2> costOfRecord(const Figures& pulled) {
        const double records = pulled.at("records").get<double>();
        return {pulled.at("seconds").get<double>() * 1e6 / records,
                (pulled.at("device_processor_s").get<double>() + pulled.at("server_processor_s").get<double>()) * 1e6 /
                    records};
    }

    // A folder that was asked for keeps what is in it.
    void forget(const std::vector<std::string>& folders) const {
        std::error_code ignored;
        for (const auto& folder : folders) {
            if (m_settings.folder.empty()) {
                fs::remove_all(m_folder / folder, ignored);
            }
        }
    }
    void say(const std::string& what) const { std::fprintf(stderr, "%s ...\n", what.c_str()); }

    const Settings& m_settings;
    fs::path m_self;
    fs::path m_folder;
    DeviceProcess m_devices;
    std::optional<Peers> m_peers;
};

int report(const Error& error) {
    std::fprintf(stderr, "frontsheet-bench-sync: %s\n", describe(error).c_str());
    return 1;
}

int benchmark(const Settings& settings) {
    fs::path folder = settings.folder;
    if (folder.empty()) {
        std::string pattern = (fs::temp_directory_path() / "frontsheet-bench-XXXXXX").string();
        if (::mkdtemp(pattern.data()) == nullptr) {
            return report({ErrorCode::DiskFailed, "temporary folder"});
        }
        folder = pattern;
    }
    std::error_code ignored;
    fs::create_directories(folder, ignored);
    Figures facts = machineFacts(folder.string());
    Bench bench(settings, fs::read_symlink("/proc/self/exe", ignored), folder);
    const auto figures = bench.run();
    if (!figures) {
        std::fprintf(stderr, "what happened is in %s\n", folder.c_str());
        return report(figures.error());
    }
    facts["load_after"] = loadNow();
    facts["records"] = settings.records;
    facts["runs"] = settings.runs;
    facts["peers"] = bench.peers();
    if (settings.peers) {
        facts["peer_records"] = settings.recordsOfPeers();
    }
    if (settings.folder.empty()) {
        fs::remove_all(folder, ignored);
    }
    std::fputs(figures->table("sync", facts).c_str(), settings.json ? stderr : stdout);
    if (settings.json) {
        std::printf("%s\n", figures->json("sync", facts).dump(2).c_str());
    }
    return figures->allReached() ? 0 : 3;
}

} // namespace

} // namespace frontsheet::bench

int main(int argc, char** argv) {
    using namespace frontsheet;
    const std::vector<std::string> words(argv + 1, argv + argc);
    if (words == std::vector<std::string>{"--help"} || words == std::vector<std::string>{"-h"}) {
        std::fputs(bench::kUsage, stdout);
        return 0;
    }
    const auto settings = bench::settingsFrom(words);
    if (!settings) {
        return 2;
    }
    const bool isDevice = !settings->task.what.empty();
    const bool isPowerSync = !settings->powerSync.extension.empty();
    if (!isDevice && !isPowerSync) {
        return bench::benchmark(*settings);
    }
    const auto figures =
        isDevice ? bench::runDeviceTask(settings->task) : bench::applyWithPowerSync(settings->powerSync);
    if (!figures) {
        return bench::report(figures.error());
    }
    std::printf("%s\n", figures->dump().c_str());
    return 0;
}
