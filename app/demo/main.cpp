// frontsheet-demo: an invented partnership on loopback, with people in it.

#include "app/demo/showing.h"
#include "app/demo/story.h"

#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <fcntl.h>
#include <filesystem>
#include <map>
#include <random>
#include <string>
#include <sys/file.h>
#include <unistd.h>
#include <vector>

namespace frontsheet::demo {

namespace {

struct Options {
    bool headless = false;
    std::string report;
    std::string keep;
    std::string screens;
    bool fresh = false;
    bool onlySharing = false;
    bool onlyCare = false;
    unsigned long long seed = 0;
    int kills = 50;
};

constexpr const char* kHelp =
    "frontsheet-demo [--headless --report FILE] [--keep DIR] [--fresh] [--seed N] [--kills N] [--screens DIR]\n"
    "\n"
    "Without options: starts the agency servers of an invented partnership on loopback and opens the app; choose whom "
    "to be.\nMade once a day, and kept: what you write is there at the next start.\n"
    "  --headless       tells the whole story with real processes and checks it; the exit code is 0 only if all holds\n"
    "  --report FILE    writes what it found as JSON\n"
    "  --keep DIR       leaves the stores, keys and logs there for someone else to count\n"
    "  --fresh          makes the partnership that is shown anew\n"
    "  --only-sharing   tells the stories of sharing alone, without the dead spot and the counting\n"
    "  --only-care      tells the stories of care alone: Edith, Arthur, Harold, the dead spot on the screen\n"
    "  --kills N        random kills in saving and sending (50)\n"
    "  --seed N         of chance; printed, so that a run can be told again\n"
    "  --screens DIR    writes a picture of each page, tablet and laptop, light and dark\n";

bool parse(int argc, char** argv, Options& options) {
    const std::vector<std::string> words(argv + 1, argv + argc);
    for (std::size_t i = 0; i < words.size(); ++i) {
        const auto next = [&]() -> std::string { return i + 1 < words.size() ? words[++i] : std::string{}; };
        if (words[i] == "--headless") {
            options.headless = true;
        } else if (words[i] == "--only-sharing") {
            options.onlySharing = true;
        } else if (words[i] == "--only-care") {
            options.onlyCare = true;
        } else if (words[i] == "--fresh") {
            options.fresh = true;
        } else if (words[i] == "--report") {
            options.report = next();
        } else if (words[i] == "--keep") {
            options.keep = next();
        } else if (words[i] == "--screens") {
            options.screens = next();
        } else if (words[i] == "--seed") {
            options.seed = std::strtoull(next().c_str(), nullptr, 10);
        } else if (words[i] == "--kills") {
            options.kills = static_cast<int>(std::strtol(next().c_str(), nullptr, 10));
        } else {
            return false;
        }
    }
    return true;
}

void tellTheStory(World& world, Report& report, int kills) {
    Cast cast;
    (void)(setUpPartnership(world, report) && castThePeople(world, report, cast) &&
           askWhomToRefer(world, report, cast) && writeOffline(world, report, cast) &&
           killWhileSaving(world, report, cast) && pullTheBattery(world, report, cast) &&
           killWhileSending(world, report, cast) && killAtRandom(world, report, cast, kills) &&
           cutTheServersPower(world, report, cast) && answerFromTheSurgery(world, report, cast) &&
           seeTheAnswer(world, report, cast) && castForSharing(world, report, cast) &&
           tellOfPeter(world, report, cast) && tellOfSharing(world, report, cast) &&
           countEverything(world, report, cast) && searchTheDisks(world, report, cast) &&
           tellOfCare(world, report, cast) && goWithoutContact(world, report, cast) &&
           loseATablet(world, report, cast) && bringArthurHome(world, report, cast));
}

int headless(const Options& options, const Folders& folders) {
    Report report(options.seed);
    std::fprintf(stderr, "seed %llu\n", options.seed);
    {
        World world(folders, options.seed, storyWorkers());
        world.recordTheWire();
        if (options.onlySharing) {
            Cast cast;
            (void)(setUpPartnership(world, report) && castForSharing(world, report, cast) &&
                   tellOfPeter(world, report, cast) && tellOfSharing(world, report, cast));
        } else if (options.onlyCare) {
            Cast cast;
            (void)(setUpPartnership(world, report) && tellOfCare(world, report, cast) &&
                   bringArthurHome(world, report, cast));
        } else {
            tellTheStory(world, report, options.kills);
        }
        Step step("every server stops gracefully");
        for (auto& [host, server] : world.servers()) {
            if (server.running()) {
                step.equal(server.stop().exitCode, 0, host);
            }
        }
        step.check(true, "no process is left");
        report.take(std::move(step));
    }
    if (!options.report.empty() && !report.write(options.report)) {
        std::fprintf(stderr, "The report could not be written to %s\n", options.report.c_str());
        return 1;
    }
    return report.ok() ? 0 : 1;
}

// Where the partnership that is shown is kept between starts.
std::filesystem::path kept() {
    const auto variable = [](const char* name) {
        const char* value = std::getenv(name); // NOLINT(concurrency-mt-unsafe): one thread
        return std::filesystem::path{value == nullptr ? "" : value};
    };
    const auto cache = variable("XDG_CACHE_HOME");
    return (cache.is_absolute() ? cache : variable("HOME") / ".cache") / "frontsheet" / "demo";
}

int show(const Options& options, const Folders& folders) {
    const int lock = ::open((folders.root / "lock").c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    if (lock < 0 || ::flock(lock, LOCK_EX | LOCK_NB) != 0) {
        std::fprintf(stderr, "The demo is open already, in %s\n", folders.root.c_str());
        return 1;
    }
    if (options.fresh) {
        std::filesystem::remove(folders.root / "made");
    }
    Report report(options.seed);
    World world(folders, options.seed, {personas().begin(), personas().end()});
    return (options.screens.empty() ? letThemChoose(world, report) : drawScreens(world, report, options.screens)) ? 0
                                                                                                                  : 1;
}

} // namespace

} // namespace frontsheet::demo

int main(int argc, char** argv) {
    using namespace frontsheet::demo;
    std::signal(SIGPIPE, SIG_IGN); // who does not listen any more is told so by write()
    Options options;
    if (!parse(argc, argv, options)) {
        std::fputs(kHelp, stderr);
        return 2;
    }
    if (options.seed == 0) {
        options.seed = std::random_device{}();
    }
    namespace fs = std::filesystem;
    Folders folders;
    folders.programs = fs::canonical("/proc/self/exe").parent_path();
    folders.extracts = FRONTSHEET_DEMO_EXTRACTS;
    const bool forNow = options.keep.empty() && options.headless;
    folders.root = forNow ? fs::temp_directory_path() / ("frontsheet-demo-" + std::to_string(::getpid()))
                   : options.keep.empty() ? kept()
                                          : fs::absolute(options.keep);
    fs::create_directories(folders.root);
    fs::permissions(folders.root, fs::perms::owner_all);
    const int result = options.headless ? headless(options, folders) : show(options, folders);
    if (forNow) {
        fs::remove_all(folders.root);
    }
    return result;
}
