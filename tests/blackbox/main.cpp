// frontsheet-blackbox: kills real servers and devices at random while they work through a hostile network, and reckons at the
// end. See README.md.

#include "tests/blackbox/killing.h"
#include "tests/blackbox/reckoning.h"

#include <chrono>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <stdexcept>
#include <unistd.h>

namespace frontsheet::blackbox {

namespace {

namespace fs = std::filesystem;

constexpr const char* kHelp =
    "frontsheet-blackbox [--kills N] [--seed S] [--keep FOLDER]\n\n"
    "Three agencies' servers and five workers' devices as real processes in network namespaces of their own, the "
    "hostile\n"
    "proxy between them. Servers and devices are killed (SIGKILL) at N moments of chance while everybody works; then\n"
    "everything is counted from the programs' canonical dumps against a journal of what was acknowledged.\n"
    "  --kills N      24 by default\n"
    "  --seed S       the same work, kills and weather are drawn; when they meet is the machine's\n"
    "  --keep FOLDER  leaves everything there, with the journal\n";

struct Options {
    int kills = 24;
    std::uint64_t seed = 20261121;
    fs::path keep;
};

void print(const char* title, const std::map<std::string, long long>& figures) {
    std::printf("%s\n", title);
    for (const auto& [what, number] : figures) {
        std::printf("  %-40s %lld\n", what.c_str(), number);
    }
}

int run(const Options& options, const fs::path& programs) {
    const auto began = std::chrono::steady_clock::now();
    const fs::path root = options.keep.empty()
                              ? fs::temp_directory_path() / ("frontsheet-blackbox-" + std::to_string(::getpid()))
                              : options.keep;
    fs::create_directories(root);
    std::printf("%d kills, seed %llu\n", options.kills, static_cast<unsigned long long>(options.seed));
    std::mt19937_64 chance{options.seed};
    Reckoned reckoned;
    {
        County county{{root, programs, options.seed}};
        Journal journal{root / "journal"};
        Workday day{county, journal, chance};
        Killing killing{county, day, chance};
        killing.warmUp();
        killing.run(options.kills);
        for (const auto& key : day.keys()) {
            if (day.desk(key).close() != 0) {
                reckoned.faults.push_back(key + " did not end well");
            }
        }
        const auto harms = county.proxy().tally();
        waitForQuiet(county);
        auto books = reckon(county, root / "journal");
        books.faults.insert(books.faults.end(), reckoned.faults.begin(), reckoned.faults.end());
        reckoned = std::move(books);
        for (const auto& leak : county.leaksInLogs({"walks with a frame", "mark-"})) {
            reckoned.faults.push_back("personal data in a log: " + leak);
        }
        print("kills", killing.figures());
        print("the proxy", harms);
        print("reckoned", reckoned.figures);
    }
    for (const auto& fault : reckoned.faults) {
        std::printf("FAULT: %s\n", fault.c_str());
    }
    const auto took = std::chrono::duration_cast<std::chrono::seconds>(std::chrono::steady_clock::now() - began);
    std::printf("%s after %lld s: %d kills, seed %llu, %zu faults\n", reckoned.faults.empty() ? "HELD" : "FAILED",
                static_cast<long long>(took.count()), options.kills, static_cast<unsigned long long>(options.seed),
                reckoned.faults.size());
    if (options.keep.empty() && reckoned.faults.empty()) {
        fs::remove_all(root);
    } else {
        std::printf("everything is in %s\n", root.c_str());
    }
    return reckoned.faults.empty() ? 0 : 1;
}

} // namespace

} // namespace frontsheet::blackbox

int main(int argc, char** argv) {
    using namespace frontsheet::blackbox;
    std::signal(SIGPIPE, SIG_IGN);
    Options options;
    for (int i = 1; i < argc; ++i) {
        const std::string word{argv[i]};
        const std::string value{i + 1 < argc ? argv[i + 1] : ""};
        if (word == "--kills") {
            options.kills = std::atoi(value.c_str());
        } else if (word == "--seed") {
            options.seed = std::strtoull(value.c_str(), nullptr, 10);
        } else if (word == "--keep") {
            options.keep = value;
        } else {
            std::fputs(kHelp, word == "--help" ? stdout : stderr);
            return word == "--help" ? 0 : 2;
        }
        ++i;
    }
    try {
        std::printf("networks: %s\n", liveApart() == Apart::InNamespaces ? "a namespace each" : "loopback alone");
        return run(options, fs::path{argv[0]}.parent_path());
    } catch (const std::exception& failed) {
        std::printf("FAILED: %s\n", failed.what());
        return 1;
    }
}
