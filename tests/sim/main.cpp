// frontsheet-sim: runs of a simulated partnership, one a seed. ./dev sim builds and starts it.
#include "core/base/planted_bug.h"
#include "tests/sim/thresholds.h"
#include "tests/sim/world.h"

#include <algorithm>
#include <charconv>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <fcntl.h>
#include <string>
#include <string_view>
#include <sys/wait.h>
#include <unistd.h>
#include <vector>

namespace frontsheet::sim {

namespace {

constexpr const char* kHelp =
    R"(frontsheet-sim: devices, homes, people, networks and disks in one process, from one seed

  --seeds N         run the seeds 1 to N (default 20)
  --first S         begin with seed S
  --seed S          run seed S alone
  --trace           print each step in words
  --jobs J          spread the seeds over J processes (default 1)
  --steps K         K steps a seed instead of as many as the seed says
  --leave-out A,B   leave these steps out
  --shrink          where a seed fails, look for fewer steps that still fail
  --bug NAME        with this mistake planted (core/base/planted_bug.h): the run must fail
  --keep-going      do not stop at the first seed that fails
  --quiet           no table

Ends with 0 when every seed held, 1 when one did not or something known was done too seldom in 500 seeds or more.
)";

struct Asked {
    std::uint64_t first = 1;
    std::uint64_t count = 20;
    std::size_t steps = 0;
    std::size_t jobs = 1;
    bool trace = false;
    bool shrink = false;
    bool keepGoing = false;
    bool table = true;
    std::set<std::size_t> leftOut;
};

std::uint64_t number(std::string_view text) {
    std::uint64_t value = 0;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), value);
    if (read.ec != std::errc{} || read.ptr != text.data() + text.size()) {
        std::fprintf(stderr, "frontsheet-sim: '%.*s' is no number\n", static_cast<int>(text.size()), text.data());
        std::exit(2);
    }
    return value;
}

Asked asked(int argc, char** argv) {
    Asked out;
    for (int i = 1; i < argc; ++i) {
        const std::string_view word = argv[i];
        const auto value = [&]() -> std::string_view {
            if (i + 1 >= argc) {
                std::fprintf(stderr, "frontsheet-sim: %s needs a value\n", argv[i]);
                std::exit(2);
            }
            return argv[++i];
        };
        if (word == "--seeds") {
            out.count = number(value());
        } else if (word == "--first") {
            out.first = number(value());
        } else if (word == "--seed") {
            out.first = number(value());
            out.count = 1;
        } else if (word == "--steps") {
            out.steps = number(value());
        } else if (word == "--jobs") {
            out.jobs = number(value());
        } else if (word == "--trace") {
            out.trace = true;
        } else if (word == "--shrink") {
            out.shrink = true;
        } else if (word == "--keep-going") {
            out.keepGoing = true;
        } else if (word == "--bug") {
            const auto name = value();
            const auto bugs = plantedBugs();
            const auto at = std::find_if(bugs.begin(), bugs.end(), [&](const auto& one) { return one.name == name; });
            if (at == bugs.end()) {
                std::fprintf(stderr, "frontsheet-sim: no such bug; there are:\n");
                for (const auto& one : bugs) {
                    std::fprintf(stderr, "  %.*s\n", static_cast<int>(one.name.size()), one.name.data());
                }
                std::exit(2);
            }
            plant(at->bug);
        } else if (word == "--quiet") {
            out.table = false;
        } else if (word == "--leave-out") {
            std::string_view list = value();
            while (!list.empty()) {
                const auto comma = list.find(',');
                out.leftOut.insert(number(list.substr(0, comma)));
                list = comma == std::string_view::npos ? std::string_view{} : list.substr(comma + 1);
            }
        } else {
            std::fputs(kHelp, word == "--help" || word == "-h" ? stdout : stderr);
            std::exit(word == "--help" || word == "-h" ? 0 : 2);
        }
    }
    return out;
}

struct Ran {
    std::string wrong;
    Tally tally;
    std::uint64_t hash = 0;
    std::size_t steps = 0;
};

Ran ran(const Asked& what, std::uint64_t seed, const std::set<std::size_t>& leftOut, Trace::Shown shown) {
    Options options;
    options.seed = seed;
    options.steps = what.steps;
    options.trace = shown;
    options.leftOut = leftOut;
    options.looksAtDisks = seed % 5 == 0;
    World world(options);
    world.run();
    return {world.wrong(), world.tally(), world.trace().hash(), world.steps()};
}

std::string replayOf(const Asked& what, std::uint64_t seed, const std::set<std::size_t>& leftOut) {
    std::string command = "./dev sim --seed " + std::to_string(seed) + " --trace";
    command += what.steps != 0 ? " --steps " + std::to_string(what.steps) : "";
    std::string list;
    for (const auto step : leftOut) {
        list += (list.empty() ? "" : ",") + std::to_string(step);
    }
    return list.empty() ? command : command + " --leave-out " + list;
}

// Leaves out ever smaller blocks of steps for as long as the same kind of thing goes wrong (delta debugging).
std::set<std::size_t> shrunk(Asked& what, std::uint64_t seed, const Ran& failed) {
    const std::string mark = failed.wrong.substr(0, 12);
    std::set<std::size_t> out = what.leftOut;
    // What comes after the failing step does not matter; how many were needed is found by halving.
    for (std::size_t block = failed.steps / 2; block >= 1; block /= 2) {
        for (std::size_t at = 0; at < failed.steps; at += block) {
            std::set<std::size_t> tried = out;
            for (std::size_t step = at; step < at + block && step < failed.steps; ++step) {
                tried.insert(step);
            }
            if (tried.size() == out.size()) {
                continue;
            }
            if (ran(what, seed, tried, Trace::Shown::No).wrong.substr(0, 12) == mark) {
                out = std::move(tried);
            }
        }
    }
    return out;
}

// One process's share: every seed that is `share` modulo `jobs`. What was counted goes to `out`.
int runShare(Asked what, std::size_t share, int out) {
    Tally tally;
    int failed = 0;
    for (std::uint64_t seed = what.first; seed < what.first + what.count; ++seed) {
        if (seed % what.jobs != share) {
            continue;
        }
        const auto shown = what.trace ? Trace::Shown::Yes : Trace::Shown::No;
        const auto result = ran(what, seed, what.leftOut, shown);
        tally.add(result.tally);
        if (what.count == 1) {
            std::printf("seed %llu: trace %016llx\n", static_cast<unsigned long long>(seed),
                        static_cast<unsigned long long>(result.hash));
        }
        if (result.wrong.empty()) {
            continue;
        }
        ++failed;
        std::printf("\nSEED %llu: %s\n  again: %s\n", static_cast<unsigned long long>(seed), result.wrong.c_str(),
                    replayOf(what, seed, what.leftOut).c_str());
        if (what.shrink) {
            const auto left = shrunk(what, seed, result);
            std::printf("  %zu of %zu steps are enough: %s\n", result.steps - left.size(), result.steps,
                        replayOf(what, seed, left).c_str());
        }
        std::fflush(stdout);
        tally.count("run", "failed");
        if (!what.keepGoing) {
            break;
        }
    }
    const auto lines = tally.inLines();
    if (out >= 0) {
        for (std::size_t at = 0; at < lines.size();) {
            const auto written = ::write(out, lines.data() + at, lines.size() - at);
            if (written <= 0) {
                break;
            }
            at += static_cast<std::size_t>(written);
        }
    }
    std::fflush(stdout);
    return failed;
}

std::string readAll(int file) {
    std::string out;
    char buffer[8192];
    for (ssize_t got = 0; (got = ::read(file, buffer, sizeof buffer)) > 0;) {
        out.append(buffer, static_cast<std::size_t>(got));
    }
    return out;
}

int runAll(const Asked& what) {
    Tally tally;
    std::vector<std::pair<pid_t, int>> children;
    const auto begun = std::chrono::steady_clock::now();
    for (std::size_t share = 0; share < what.jobs; ++share) {
        int ends[2] = {-1, -1};
        if (::pipe2(ends, O_CLOEXEC) != 0) {
            return 2;
        }
        std::fflush(stdout);
        const pid_t child = ::fork();
        if (child == 0) {
            ::close(ends[0]);
            const int failed = runShare(what, share, ends[1]);
            ::_exit(failed == 0 ? 0 : 1);
        }
        ::close(ends[1]);
        children.emplace_back(child, ends[0]);
    }
    bool good = true;
    for (const auto& [child, end] : children) {
        tally.add(Tally::ofLines(readAll(end)));
        ::close(end);
        int status = 0;
        (void)::waitpid(child, &status, 0);
        if (WIFSIGNALED(status)) {
            std::printf("a process of the run was ended by signal %d\n", WTERMSIG(status));
        }
        good = good && WIFEXITED(status) && WEXITSTATUS(status) == 0;
    }
    const std::chrono::duration<double> took = std::chrono::steady_clock::now() - begun;
    const auto seeds = tally.of("run", "seeds");
    if (what.table) {
        for (const auto& [kind, whats] : tally.counts()) {
            std::printf("\n%s\n", kind.c_str());
            for (const auto& [name, times] : whats) {
                std::printf("  %10llu  %s\n", static_cast<unsigned long long>(times), name.c_str());
            }
        }
    }
    const auto missing = shortfalls(tally, seeds);
    for (const auto& line : missing) {
        std::printf("TOO SELDOM: %s\n", line.c_str());
    }
    std::printf("\n%llu seeds, %llu operations (%.0f a seed), %.1f s, %.1f seeds a second: %s\n",
                static_cast<unsigned long long>(seeds), static_cast<unsigned long long>(tally.of("run", "operations")),
                seeds == 0 ? 0.0 : static_cast<double>(tally.of("run", "operations")) / static_cast<double>(seeds),
                took.count(), static_cast<double>(seeds) / took.count(),
                good && missing.empty() ? "all held" : "NOT all held");
    return good && missing.empty() ? 0 : 1;
}

} // namespace

} // namespace frontsheet::sim

int main(int argc, char** argv) {

    auto what = frontsheet::sim::asked(argc, argv);
    // What servers log of what the network does to them is not the run's to show.
    if (const int nowhere = ::open("/dev/null", O_WRONLY | O_CLOEXEC); nowhere >= 0) {
        (void)::dup2(nowhere, STDERR_FILENO);
    }
    if (what.trace && what.count == 1) {
        return frontsheet::sim::runShare(what, what.first % what.jobs, -1) == 0 ? 0 : 1;
    }
    return frontsheet::sim::runAll(what);
}
