// frontsheet-bench-ui: the app's own screens on a real encrypted store, drawn by software. Each part is a process of its own.
#include "app/bench/machine_facts.h"
#include "app/bench/measurements.h"
#include "app/bench/ui/ui_session.h"
#include "app/bench/ui/ui_settings.h"
#include "app/demo/child_process.h"
#include "core/store/device_store.h"
#include "core/store/key_file.h"

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <nlohmann/json.hpp>
#include <string>

namespace frontsheet::bench {
namespace {

namespace fs = std::filesystem;

constexpr std::chrono::minutes kLimit{20}; // a part
constexpr std::size_t kStarts = 5;
// Opening by itself: the key is then wrapped at next to no cost, so that nothing has to be taken away from the time.
constexpr KdfCost kNextToNothing{64, 1, 1};

template <class T>
T must(Result<T> result, const char* doing) {
    if (!result) {
        std::fprintf(stderr, "frontsheet-bench-ui: %s: %s\n", doing, describe(result.error()).c_str());
        std::exit(1);
    }
    if constexpr (!std::is_void_v<T>) {
        return std::move(result).value();
    }
}

class UiBench {
public:
    UiBench(const UiSettings& settings, fs::path folder) : m_settings(settings), m_folder(std::move(folder)) {
        std::error_code failed;
        m_self = fs::read_symlink("/proc/self/exe", failed);
    }

    Measurements run() {
        std::error_code failed;
        std::vector<Measurements> runs;
        for (std::size_t n = 1; n <= m_settings.runs; ++n) {
            std::fprintf(stderr, "run %zu of %zu ...\n", n, m_settings.runs);
            const fs::path place = m_folder / ("run-" + std::to_string(n));
            fs::create_directories(place, failed);
            runs.push_back(once(place));
            fs::remove_all(place, failed);
        }
        return Measurements::medianOf(runs);
    }

private:
    Measurements once(const fs::path& place) {
        (void)part("settling", place);
        const std::string profile = (place / "profile").string();
        must(DeviceStore::changePassphrase(profile, kDistrictPassphrase, kDistrictPassphrase, kNextToNothing),
             "rewrapping the key");
        std::vector<Measurements> starts;
        for (std::size_t n = 0; n < kStarts; ++n) {
            starts.push_back(part("starting", place));
        }
        must(DeviceStore::changePassphrase(profile, kDistrictPassphrase, kDistrictPassphrase), "rewrapping the key");
        auto figures = Measurements::medianOf(starts);
        const Stopwatch derivation;
        (void)must(key_file::unlock(profile + "/store/store.key", kDistrictPassphrase), "unlocking");
        figures.note("key derivation", derivation.milliseconds(), "ms");
        figures.append(part("working", place));
        return figures;
    }

    Measurements part(const char* name, const fs::path& place) {
        const auto& s = m_settings;
        const double now = std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count();
        const auto done = must(demo::run({m_self,
                                          {"--part", name, "--folder", place.string(), "--people",
                                           std::to_string(s.district.people), "--seed", std::to_string(s.district.seed),
                                           "--typed", std::to_string(s.typed), "--frames", std::to_string(s.frames),
                                           "--opened", std::to_string(s.opened), "--started-at", std::to_string(now)},
                                          {},
                                          m_folder / "runs.log"},
                                         kLimit),
                               "running");
        const auto report = nlohmann::ordered_json::parse(done.output, nullptr, false);
        if (!done.succeeded() || report.is_discarded()) {
            std::fprintf(stderr, "frontsheet-bench-ui: %s failed; see %s\n", name, (m_folder / "runs.log").c_str());
            std::exit(1);
        }
        return Measurements::fromJson(report);
    }

    UiSettings m_settings;
    fs::path m_folder;
    fs::path m_self;
};

int saying(const Measurements& figures, const char* part) {
    std::printf("%s\n", figures.json(part, nlohmann::ordered_json::object()).dump().c_str());
    std::fflush(stdout);
    return 0;
}

} // namespace
} // namespace frontsheet::bench

int main(int argc, char** argv) {
    using namespace frontsheet::bench;
    UiSettings settings = settingsFrom(argc, argv);
    switch (settings.part) {
    case UiPart::Settling:
        must(settle(settings.district, fs::path{settings.folder} / "profile"), "making the profile");
        return saying({}, "settling");
    case UiPart::Starting:
        return saying(measureStarting(settings, argc, argv), "starting");
    case UiPart::Working:
        return saying(measureWorking(settings, argc, argv), "working");
    case UiPart::All:
        break;
    }
    fs::path folder = settings.folder;
    if (folder.empty()) {
        std::string pattern = (fs::temp_directory_path() / "frontsheet-bench-XXXXXX").string();
        if (::mkdtemp(pattern.data()) == nullptr) {
            std::perror("frontsheet-bench-ui");
            return 1;
        }
        folder = pattern;
    }
    std::error_code failed;
    fs::create_directories(folder, failed);
    auto facts = machineFacts(folder.string());
    const auto figures = UiBench(settings, folder).run();
    facts["load_after"] = loadNow();
    facts["people"] = settings.district.people;
    facts["seed"] = settings.district.seed;
    facts["runs"] = settings.runs;
    std::fputs(figures.table("ui", facts).c_str(), settings.json ? stderr : stdout);
    if (settings.json) {
        std::printf("%s\n", figures.json("ui", facts).dump(2).c_str());
    }
    if (settings.folder.empty()) {
        fs::remove_all(folder, failed);
    }
    return figures.allReached() ? 0 : 3;
}
