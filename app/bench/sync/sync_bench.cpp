// frontsheet-bench-sync: the whole way between a device and its server, measured on the real programs over loopback.
#include "app/bench/sync/machine_facts.h"
#include "app/bench/sync/sync_bench_device.h"
#include "app/bench/sync/sync_bench_report.h"
#include "app/demo/child_process.h"
#include "app/demo/free_port.h"

#include <charconv>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <unistd.h>

namespace frontsheet::bench {

namespace {

using demo::ChildProcess;
using Figures = nlohmann::ordered_json;
namespace fs = std::filesystem;

constexpr std::chrono::minutes kLimit{20};

struct Settings {
    std::size_t records = 100'000;
    std::size_t runs = 3;
    bool json = false;
    std::string folder; // empty: a temporary one, removed afterwards
    DeviceTask task;    // set: this process is a device
};

// A server of one agency with records in it, running.
class BenchServer {
public:
    BenchServer(fs::path program, fs::path folder) : m_program(std::move(program)), m_folder(std::move(folder)) {}

    Result<void> start(std::size_t records) {
        const auto port = std::to_string(demo::freePort());
        FS_TRY(verb({"init", m_folder.string(), "--agency", "community_trust", "--name", "Community Trust", "--kind",
                     "community-trust", "--url", "https://127.0.0.1:" + port, "--port", port, "--health-port", "0"}));
        FS_TRY(verb({"seed", m_folder.string(), "--agency", "community_trust", "--records", std::to_string(records)}));
        const auto ready = m_folder / "serving";
        FS_ASSIGN(
            m_process,
            ChildProcess::start(
                {m_program, {"serve", m_folder.string(), "--port-file", ready.string()}, {}, m_folder / "serve.log"}));
        for (int tries = 0; tries < 2000 && m_process.running(); ++tries) {
            std::error_code ignored;
            if (fs::exists(ready) && fs::file_size(ready, ignored) > 0) {
                return ok();
            }
            ::usleep(5000);
        }
        return {ErrorCode::Unreachable, "the server did not start"};
    }
    Result<std::string> invite(const std::string& worker) {
        const auto file = (m_folder / ("invitation-" + worker)).string();
        FS_TRY(verb({"enrol", m_folder.string(), "--agency", "community_trust", "--worker", worker, "--role",
                     "community nurse", "--out", file}));
        return file;
    }
    [[nodiscard]] double peak() const { return peakMiB(m_process.id()); }
    [[nodiscard]] double processor() const { return processorSeconds(m_process.id()); }
    void stop() {
        m_process.send(SIGTERM);
        (void)m_process.wait(std::chrono::seconds{20});
    }

private:
    Result<void> verb(std::vector<std::string> words) {
        FS_ASSIGN(const auto done, demo::run({m_program, std::move(words), {}, m_folder.string() + ".log"}, kLimit));
        return done.succeeded() ? ok() : Result<void>{ErrorCode::Internal, "frontsheet-agency failed; see its log"};
    }

    fs::path m_program;
    fs::path m_folder;
    ChildProcess m_process;
};

class Bench {
public:
    Bench(Settings settings, fs::path self, fs::path folder)
        : m_settings(std::move(settings)), m_self(std::move(self)), m_folder(std::move(folder)) {}

    Result<Figures> run() {
        const Figures machine = machineFacts(m_folder.string());
        std::ofstream(m_folder / "passphrase") << "a long walk along the salt marsh\n";
        Figures report{{"bench", "sync"},
                       {"records", m_settings.records},
                       {"runs", m_settings.runs},
                       {"build", FRONTSHEET_BUILD_TYPE},
                       {"machine", machine}};
        FS_TRY(pulls(report));
        FS_TRY(pushes(report));
        return report;
    }

private:
    Result<Figures> device(const std::string& what, const std::string& profile, const std::string& invitation,
                           std::size_t count) {
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

    // One large server, an empty device each time.
    Result<void> pulls(Figures& report) {
        BenchServer server(m_self.parent_path() / "frontsheet-agency", m_folder / "large");
        say("seeding");
        FS_TRY(server.start(m_settings.records));
        std::vector<Figures> pulled;
        std::vector<Figures> started;
        std::vector<Figures> nothing;
        std::vector<Figures> edited;
        for (std::size_t run = 0; run < m_settings.runs; ++run) {
            const auto profile = "pull-" + std::to_string(run);
            FS_ASSIGN(const auto invitation, server.invite("P" + std::to_string(run)));
            FS_TRY(device("enrol", profile, invitation, 0));
            say("pull");
            const double processor = server.processor();
            FS_ASSIGN(auto figures, device("pull", profile, "", 0));
            figures["server_processor_s"] = server.processor() - processor;
            figures["server_peak_mib"] = server.peak();
            pulled.push_back(std::move(figures));
            FS_ASSIGN(auto start, device("start", profile, "", 0));
            started.push_back(std::move(start));
            say("nothing new, one edit");
            FS_ASSIGN(auto idle, device("nothing-new", profile, "", 200));
            nothing.push_back(std::move(idle));
            FS_ASSIGN(auto edit, device("one-edit", profile, "", 100));
            edited.push_back(std::move(edit));
            std::error_code ignored;
            fs::remove_all(m_folder / profile, ignored);
        }
        server.stop();
        report["pull"] = medians(pulled, {"records_per_s", "searchable_after_s"});
        report["start"] = medians(started, {});
        report["nothing_new"] = medians(nothing, {"median_ms"});
        report["one_edit"] = medians(edited, {"median_ms"});
        return ok();
    }

    // A fresh server and device each time: a second push would find the ledger larger.
    Result<void> pushes(Figures& report) {
        std::vector<Figures> pushed;
        for (std::size_t run = 0; run < m_settings.runs; ++run) {
            const auto name = "push-" + std::to_string(run);
            BenchServer server(m_self.parent_path() / "frontsheet-agency", m_folder / ("server-" + name));
            FS_TRY(server.start(5000));
            FS_ASSIGN(const auto invitation, server.invite("N1"));
            FS_TRY(device("enrol", name, invitation, 0));
            say("push");
            const double processor = server.processor();
            FS_ASSIGN(auto figures, device("push", name, "", m_settings.records));
            figures["server_processor_s"] = server.processor() - processor;
            figures["server_peak_mib"] = server.peak();
            pushed.push_back(std::move(figures));
            server.stop();
        }
        report["push"] = medians(pushed, {"records_per_s"});
        return ok();
    }

    void say(const char* what) const {
        if (!m_settings.json) {
            std::fprintf(stderr, "%s ...\n", what);
        }
    }

    Settings m_settings;
    fs::path m_self;
    fs::path m_folder;
};

int usage() {
    std::fprintf(stderr,
                 "frontsheet-bench-sync [--records N] [--runs N] [--json] [--folder EMPTY-FOLDER]\n\n"
                 "Measures pull, push, a nothing-new exchange, one edit, start and memory between real programs.\n"
                 "With --folder the stores are kept there; its disk is the one that is measured.\n");
    return 2;
}

bool numberFrom(const std::string& text, std::size_t& out) {
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), out);
    return error == std::errc{} && end == text.data() + text.size();
}

bool parse(const std::vector<std::string>& words, Settings& settings) {
    for (std::size_t at = 0; at < words.size(); ++at) {
        const std::string& word = words[at];
        if (word == "--json") {
            settings.json = true;
            continue;
        }
        if (++at == words.size()) {
            return false;
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
            return false;
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
    const auto figures = Bench(settings, fs::read_symlink("/proc/self/exe", ignored), folder).run();
    if (!figures) {
        std::fprintf(stderr, "what happened is in %s\n", folder.c_str());
        return report(figures.error());
    }
    if (settings.folder.empty()) {
        fs::remove_all(folder, ignored);
    }
    if (settings.json) {
        std::printf("%s\n", figures->dump(2).c_str());
    } else {
        printTable(*figures);
    }
    return 0;
}

} // namespace

} // namespace frontsheet::bench

int main(int argc, char** argv) {
    using namespace frontsheet;
    bench::Settings settings;
    if (!bench::parse({argv + 1, argv + argc}, settings)) {
        return bench::usage();
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
