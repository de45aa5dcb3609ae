#include "app/bench/ui/ui_settings.h"

#include <charconv>
#include <cstdio>
#include <cstdlib>
#include <string_view>

namespace frontsheet::bench {

namespace {

constexpr const char* kUsage =
    "usage: frontsheet-bench-ui [--json] [--people N] [--typed N] [--frames N] [--opened N] [--runs N] [--seed N]\n"
    "                           [--folder FOLDER]\n"
    "Measures the app's own screens on a real encrypted store, drawn by software and shown nowhere; medians of "
    "several\n"
    "runs, each on a profile of its own. FOLDER is where the profiles are made; by default a new one under the "
    "system's\n"
    "temporary folder, removed afterwards.\n"
    "  --people N   on the list (10000)          --typed N    keys typed into the search, a run (600)\n"
    "  --frames N   of scrolling, a run (1200)   --opened N   front sheets opened, a run (60)\n"
    "  --runs N     (3)                          --json       one JSON object on standard output; the table then goes\n"
    "                                                         to standard error\n"
    "Exit 0 when every target is reached, 1 on an error, 2 on bad usage, 3 when a target is missed.\n";

[[noreturn]] void refuse(std::string_view word) {
    std::fprintf(stderr, "frontsheet-bench-ui: cannot make sense of '%s'\n%s", std::string{word}.c_str(), kUsage);
    std::exit(2);
}

template <class Number>
Number number(std::string_view word, std::string_view value) {
    Number read{};
    const auto [end, failed] = std::from_chars(value.data(), value.data() + value.size(), read);
    if (failed != std::errc{} || end != value.data() + value.size()) {
        refuse(std::string{word} + " " + std::string{value});
    }
    return read;
}

std::size_t count(std::string_view word, std::string_view value, std::size_t least = 1) {
    const auto read = number<std::size_t>(word, value);
    if (read < least) {
        refuse(std::string{word} + " " + std::string{value});
    }
    return read;
}

} // namespace

UiSettings settingsFrom(int argc, char** words) {
    UiSettings settings;
    for (int i = 1; i < argc; ++i) {
        const std::string_view word = words[i];
        if (word == "--json") {
            settings.json = true;
            continue;
        }
        if (word == "--help" || word == "-h") {
            std::fputs(kUsage, stdout);
            std::exit(0);
        }
        if (i + 1 == argc) {
            refuse(word);
        }
        const std::string_view value = words[++i];
        if (word == "--people") {
            settings.district.people = count(word, value, 500);
        } else if (word == "--typed") {
            settings.typed = count(word, value);
        } else if (word == "--frames") {
            settings.frames = count(word, value);
        } else if (word == "--opened") {
            settings.opened = count(word, value);
        } else if (word == "--runs") {
            settings.runs = count(word, value);
        } else if (word == "--seed") {
            settings.district.seed = number<std::uint64_t>(word, value);
        } else if (word == "--folder") {
            settings.folder = value;
        } else if (word == "--part" && value == "settling") {
            settings.part = UiPart::Settling;
        } else if (word == "--part" && value == "starting") {
            settings.part = UiPart::Starting;
        } else if (word == "--part" && value == "working") {
            settings.part = UiPart::Working;
        } else if (word == "--started-at") {
            settings.startedAt = number<double>(word, value);
        } else {
            refuse(std::string{word} + " " + std::string{value});
        }
    }
    return settings;
}

} // namespace frontsheet::bench
