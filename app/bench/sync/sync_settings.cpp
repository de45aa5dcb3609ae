#include "app/bench/sync/sync_settings.h"

#include <algorithm>
#include <charconv>
#include <cstdio>
#include <map>
#include <sstream>

namespace frontsheet::bench {

const char* const kUsage =
    "usage: frontsheet-bench-sync [--records N] [--runs N] [--latency MS] [--growth [N,N,...]] [--peers]\n"
    "                             [--peer-records N] [--only PART] [--folder FOLDER] [--json]\n"
    "Measures pull, search, start, a nothing-new exchange, one edit, push, files and memory between real programs over "
    "TLS,\n"
    "medians of several runs. What was pulled or pushed is counted: each record must be there exactly once.\n"
    "  --records N      pulled, and pushed (100000)     --runs N    (3)\n"
    "  --latency MS     pull through a relay that delays every byte so long in each direction, too\n"
    "  --growth [N,...] pull so many (10000,100000,1000000), and what one record cost each time, too\n"
    "  --peers          PouchDB and PowerSync carry the same records by turns with ours (./dev setup --peers)\n"
    "  --peer-records N so many of them (as many as ours)\n"
    "  --only PART      pull, day (start, search, nothing new, one edit), push, files, latency or growth alone\n"
    "  --folder FOLDER  where the stores are made and kept; its disk is the one measured\n"
    "  --json           one JSON object on standard output; the table then goes to standard error\n"
    "Exit 0 when every target is reached, 1 on an error, 2 on bad usage, 3 when a target is missed.\n";

namespace {

bool numberFrom(const std::string& text, std::size_t& out) {
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), out);
    return error == std::errc{} && end == text.data() + text.size();
}

// At least one, and each larger than the one before.
bool numbersFrom(const std::string& text, std::vector<std::size_t>& out) {
    out.clear();
    std::istringstream words(text);
    for (std::string word; std::getline(words, word, ',');) {
        std::size_t number = 0;
        if (!numberFrom(word, number) || number <= (out.empty() ? 0 : out.back())) {
            return false;
        }
        out.push_back(number);
    }
    return !out.empty();
}

bool isNumbers(const std::string& word) { return word.find_first_not_of("0123456789,") == std::string::npos; }

std::optional<Settings> misunderstood(const std::string& what) {
    std::fprintf(stderr, "frontsheet-bench-sync: cannot make sense of '%s'\n%s", what.c_str(), kUsage);
    return std::nullopt;
}

// A word with its value.
bool take(const std::string& word, const std::string& value, Settings& settings) {
    static const std::map<std::string, Part> kParts = {{"pull", Part::Pull},       {"day", Part::Day},
                                                       {"push", Part::Push},       {"files", Part::Files},
                                                       {"latency", Part::Latency}, {"growth", Part::Growth}};
    std::map<std::string, std::string*> texts = {{"--folder", &settings.folder},
                                                 {"--device", &settings.task.what},
                                                 {"--profile", &settings.task.profile},
                                                 {"--passphrase-file", &settings.task.passphraseFile},
                                                 {"--invitation", &settings.task.invitation},
                                                 {"--powersync", &settings.powerSync.extension},
                                                 {"--powersync-records", &settings.powerSync.records},
                                                 {"--powersync-folder", &settings.powerSync.folder}};
    if (const auto text = texts.find(word); text != texts.end()) {
        *text->second = value;
        return true;
    }
    std::size_t number = 0;
    if (word == "--only") {
        const auto part = kParts.find(value);
        settings.parts = part == kParts.end() ? std::set<Part>{} : std::set{part->second};
        return part != kParts.end();
    }
    if (!numberFrom(value, number)) {
        return false;
    }
    if (word == "--count") {
        settings.task.count = number;
        return true;
    }
    if (word == "--records") {
        settings.records = number;
    } else if (word == "--runs") {
        settings.runs = number;
    } else if (word == "--peer-records") {
        settings.peerRecords = number;
    } else if (word == "--latency") {
        settings.latency = std::chrono::milliseconds{number};
        settings.parts.insert(Part::Latency);
        return number <= 10'000;
    } else if (word == "--powersync-line") {
        settings.powerSync.lineOperations = number;
    } else {
        return false;
    }
    return number > 0;
}

} // namespace

std::optional<Settings> settingsFrom(const std::vector<std::string>& words) {
    Settings settings;
    std::optional<std::string> only; // decides whatever else is said, and wherever
    for (std::size_t at = 0; at < words.size(); ++at) {
        const std::string& word = words[at];
        if (word == "--json") {
            settings.json = true;
        } else if (word == "--peers") {
            settings.peers = true;
        } else if (word == "--growth") {
            settings.parts.insert(Part::Growth);
            if (at + 1 < words.size() && isNumbers(words[at + 1]) && !numbersFrom(words[++at], settings.growth)) {
                return misunderstood(word + " " + words[at]);
            }
        } else if (at + 1 == words.size()) {
            return misunderstood(word);
        } else {
            const std::string& value = words[++at];
            only = word == "--only" ? std::optional{value} : only;
            if (!take(word, value, settings)) {
                return misunderstood(word + " " + value);
            }
        }
    }
    if (only) {
        (void)take("--only", *only, settings);
    }
    return settings;
}

} // namespace frontsheet::bench
