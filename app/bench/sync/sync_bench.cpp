// frontsheet-bench-sync: the whole way between a device and its server, measured on the real programs over loopback.
#include "app/bench/machine_facts.h"
#include "app/bench/measurements.h"
#include "app/bench/sync/bench_server.h"
#include "app/bench/sync/device_tasks.h"
#include "app/bench/sync/sync_figures.h"
#include "app/demo/child_process.h"

#include <charconv>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <unistd.h>

namespace frontsheet::bench {

namespace {

using Figures = nlohmann::ordered_json;
namespace fs = std::filesystem;

constexpr std::chrono::minutes kLimit{20};
constexpr std::size_t kSearches = 20'000; // a run
constexpr std::size_t kIdleExchanges = 200;
constexpr std::size_t kEdits = 100;
constexpr std::size_t kBeforePush = 5000; // records the server has already

struct Settings {
    std::size_t records = 100'000;
    std::size_t runs = 3;
    bool json = false;
    std::string folder; // empty: a temporary one, removed afterwards
    DeviceTask task;    // set: this process is a device
};

class Bench {
public:
    Bench(Settings settings, fs::path self, fs::path folder)
        : m_settings(std::move(settings)), m_self(std::move(self)), m_folder(std::move(folder)) {}

    Result<Measurements> run() {
        std::ofstream(m_folder / "passphrase") << "a long walk along the salt marsh\n";
        FS_ASSIGN(auto figures, pulls());
        FS_ASSIGN(const auto pushed, pushes());
        figures.append(pushed);
        return figures;
    }

private:
    Result<Figures> device(const std::string& what, const std::string& profile, std::size_t count,
                           const std::string& invitation = {}) {
        say(what);
        FS_ASSIGN(const auto done, demo::run({m_self,
                                              {"--device", what, "--profile", (m_folder / profile).string(),
                                               "--passphrase-file", (m_folder / "passphrase").string(), "--invitation",
                                               invitation, "--count", std::to_string(count)},
                                              {},
                                              m_folder / "device.log"},
                                             kLimit));
        if (!done.succeeded()) {
            return {ErrorCode::Internal, "the device failed in " + what + "; see device.log"};
        }
        auto figures = Figures::parse(done.output, nullptr, false);
        return figures.is_discarded() ? Result<Figures>{ErrorCode::Internal, "figures of " + what} : figures;
    }

    // The same with the server's share.
    Result<Figures> exchanging(const std::string& what, const std::string& profile, std::size_t count,
                               const BenchServer& server) {
        const double before = server.processorSeconds();
        FS_ASSIGN(auto figures, device(what, profile, count));
        figures["server_processor_s"] = server.processorSeconds() - before;
        figures["server_peak_mib"] = server.peakMiB();
        return figures;
    }

    // One large server, an empty device each time.
    Result<Measurements> pulls() {
        BenchServer server(m_self.parent_path() / "frontsheet-agency", m_folder / "large");
        say("seed");
        FS_TRY(server.start(m_settings.records));
        std::vector<Measurements> runs;
        for (std::size_t run = 0; run < m_settings.runs; ++run) {
            const auto profile = "pull-" + std::to_string(run);
            FS_ASSIGN(const auto invitation, server.invite("P" + std::to_string(run)));
            FS_TRY(device("enrol", profile, 0, invitation));
            Measurements figures;
            // The edits of the runs before are in the ledger too.
            FS_ASSIGN(const auto pulled, exchanging("pull", profile, m_settings.records + run * kEdits, server));
            figures.append(figuresOf("pull", pulled));
            const std::pair<const char*, std::size_t> tasks[] = {
                {"start", 0}, {"search", kSearches}, {"nothing-new", kIdleExchanges}, {"one-edit", kEdits}};
            for (const auto& [task, count] : tasks) {
                FS_ASSIGN(const auto reported, device(task, profile, count));
                figures.append(figuresOf(task, reported));
            }
            runs.push_back(std::move(figures));
            forget({profile});
        }
        server.stop();
        return Measurements::medianOf(runs);
    }

    // A fresh server and device each time: a second push would find the ledger larger.
    Result<Measurements> pushes() {
        std::vector<Measurements> runs;
        for (std::size_t run = 0; run < m_settings.runs; ++run) {
            const auto name = "push-" + std::to_string(run);
            BenchServer server(m_self.parent_path() / "frontsheet-agency", m_folder / ("server-" + name));
            FS_TRY(server.start(kBeforePush));
            FS_ASSIGN(const auto invitation, server.invite("N1"));
            FS_TRY(device("enrol", name, 0, invitation));
            Measurements figures;
            FS_ASSIGN(const auto written, device("write", name, m_settings.records));
            figures.append(figuresOf("write", written));
            FS_ASSIGN(const auto pushed, exchanging("push", name, m_settings.records, server));
            figures.append(figuresOf("push", pushed));
            runs.push_back(std::move(figures));
            server.stop();
            say("count at the server");
            FS_TRY(server.checkHasNotes(m_settings.records));
            forget({name, "server-" + name});
        }
        return Measurements::medianOf(runs);
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

    Settings m_settings;
    fs::path m_self;
    fs::path m_folder;
};

constexpr const char* kUsage =
    "usage: frontsheet-bench-sync [--records N] [--runs N] [--json] [--folder FOLDER]\n"
    "Measures pull, search, start, a nothing-new exchange, one edit, push and memory between real programs over TLS,\n"
    "medians of several runs. What was pushed is counted at the server: each note must be there exactly once.\n"
    "  --records N      pulled, and pushed (100000)     --runs N    (3)\n"
    "  --folder FOLDER  where the stores are made and kept; its disk is the one measured\n"
    "  --json           one JSON object on standard output; the table then goes to standard error\n"
    "Exit 0 when every target is reached, 1 on an error, 2 on bad usage, 3 when a target is missed.\n";

bool numberFrom(const std::string& text, std::size_t& out) {
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), out);
    return error == std::errc{} && end == text.data() + text.size();
}

bool misunderstood(const std::string& what) {
    std::fprintf(stderr, "frontsheet-bench-sync: cannot make sense of '%s'\n%s", what.c_str(), kUsage);
    return false;
}

bool parse(const std::vector<std::string>& words, Settings& settings) {
    for (std::size_t at = 0; at < words.size(); ++at) {
        const std::string& word = words[at];
        if (word == "--json") {
            settings.json = true;
            continue;
        }
        if (++at == words.size()) {
            return misunderstood(word);
        }
        const std::string& value = words[at];
        bool good = true;
        if (word == "--records") {
            good = numberFrom(value, settings.records) && settings.records > 0;
        } else if (word == "--runs") {
            good = numberFrom(value, settings.runs) && settings.runs > 0;
        } else if (word == "--folder") {
            settings.folder = value;
        } else if (word == "--device") {
            settings.task.what = value;
        } else if (word == "--profile") {
            settings.task.profile = value;
        } else if (word == "--passphrase-file") {
            settings.task.passphraseFile = value;
        } else if (word == "--invitation") {
            settings.task.invitation = value;
        } else if (word == "--count") {
            good = numberFrom(value, settings.task.count);
        } else {
            good = false;
        }
        if (!good) {
            return misunderstood(word + " " + value);
        }
    }
    return true;
}

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
    const auto figures = Bench(settings, fs::read_symlink("/proc/self/exe", ignored), folder).run();
    if (!figures) {
        std::fprintf(stderr, "what happened is in %s\n", folder.c_str());
        return report(figures.error());
    }
    facts["load_after"] = loadNow();
    facts["records"] = settings.records;
    facts["runs"] = settings.runs;
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
    bench::Settings settings;
    const std::vector<std::string> words(argv + 1, argv + argc);
    if (words == std::vector<std::string>{"--help"} || words == std::vector<std::string>{"-h"}) {
        std::fputs(bench::kUsage, stdout);
        return 0;
    }
    if (!bench::parse(words, settings)) {
        return 2;
    }
    if (settings.task.what.empty()) {
        return bench::benchmark(settings);
    }
    const auto figures = bench::runDeviceTask(settings.task);
    if (!figures) {
        return bench::report(figures.error());
    }
    std::printf("%s\n", figures->dump().c_str());
    return 0;
}
