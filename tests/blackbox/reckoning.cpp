#include "tests/blackbox/reckoning.h"

#include "tests/blackbox/journal.h"
#include "tests/blackbox/workday.h"

#include <algorithm>
#include <fstream>
#include <nlohmann/json.hpp>
#include <set>
#include <sstream>
#include <stdexcept>

namespace frontsheet::blackbox {

namespace {

using nlohmann::json;

constexpr int kMostRounds = 40;

// A record as a line of a dump: the text itself is what is compared.
struct Line {
    std::string text;
    json record;
};
using Lines = std::map<std::string, Line>; // by record

struct Dumped {
    Lines lines;
    std::vector<std::string> attention; // lines that are no records
    std::vector<std::string> doubled;
};

Dumped dumpedFrom(const std::string& output) {
    Dumped dumped;
    std::istringstream all(output);
    for (std::string text; std::getline(all, text);) {
        auto record = json::parse(text, nullptr, false);
        if (!record.is_object() || !record.contains("fields")) {
            dumped.attention.push_back(text);
            continue;
        }
        const auto id = record["record"].get<std::string>();
        if (!dumped.lines.emplace(id, Line{text, std::move(record)}).second) {
            dumped.doubled.push_back(id);
        }
    }
    return dumped;
}

bool isEdit(const std::string& kind) {
    static const std::set<std::string> edits{"edit", "sign", "attach", "in-error", "accept", "start", "complete"};
    return edits.contains(kind);
}

std::string read(const std::filesystem::path& path) {
    std::ifstream in(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

std::size_t timesIn(const std::string& text, const std::string& words) {
    std::size_t times = 0;
    for (auto at = text.find(words); at != std::string::npos; at = text.find(words, at + 1)) {
        ++times;
    }
    return times;
}

class Books {
public:
    Books(County& county, std::vector<JournalledAct> acts) : m_county(county), m_acts(std::move(acts)) {}

    Reckoned run() {
        readServers();
        readDevices();
        created();
        edited();
        marksOnce();
        scansOnce();
        devicesEqualServers();
        scansWhole();
        m_out.figures["acts in the journal"] = static_cast<long long>(m_acts.size());
        return std::move(m_out);
    }

private:
    void fault(std::string words) { m_out.faults.push_back(std::move(words)); }

    void readServers() {
        for (const auto& agency : agencies()) {
            const auto told = m_county.admin(agency, {"dump", "--canonical", "--agency", agency});
            if (!told.done()) {
                throw std::runtime_error("dump of " + agency);
            }
            auto dumped = dumpedFrom(told.out);
            for (auto& [id, line] : dumped.lines) {
                if (!m_home.emplace(id, std::move(line)).second) {
                    fault(id + " has two homes");
                }
            }
            for (const auto& id : dumped.doubled) {
                fault(id + " is twice at " + agency);
            }
        }
        m_out.figures["records at the servers"] = static_cast<long long>(m_home.size());
    }

    void readDevices() {
        for (const auto& worker : m_county.staff()) {
            const auto told = m_county.act(m_county.device(worker.key), {"dump", "--canonical"});
            if (!told.done()) {
                throw std::runtime_error("dump of " + worker.key + ": " + told.err);
            }
            const auto whole = m_county.act(m_county.device(worker.key), {"check"});
            if (!whole.done()) {
                fault("the store of " + worker.key + " is not whole: " + whole.err);
            }
            auto& dumped = m_devices[worker.key] = dumpedFrom(told.out);
            for (const auto& id : dumped.doubled) {
                fault(id + " is twice on " + worker.key);
            }
            attended(worker.key, dumped);
        }
    }

    // What a network did to a message is no reason to hand the work in it back to a person.
    void attended(const std::string& device, const Dumped& dumped) {
        for (const auto& line : dumped.attention) {
            for (const char* damage : {"Malformed", "Truncated", "NotText", "TooLarge"}) {
                if (line.find(damage) != std::string::npos) {
                    fault(device + " gave up for damage on the way: " + line);
                }
            }
        }
    }

    // Its words are for the person to look at: the work is not lost.
    [[nodiscard]] bool needsAttention(const JournalledAct& act) const {
        const auto& attention = m_devices.at(act.device).attention;
        return std::any_of(attention.begin(), attention.end(),
                           [&](const auto& line) { return line.find(act.record) != std::string::npos; });
    }

    void created() {
        for (const auto& act : m_acts) {
            if (isEdit(act.kind)) {
                continue;
            }
            const auto home = act.record.empty() ? m_home.end() : m_home.find(act.record);
            if (act.saved()) {
                ++m_out.figures["acknowledged as saved"];
                m_out.figures["acknowledged as sent"] += act.sent ? 1 : 0;
                if (home == m_home.end() && !needsAttention(act)) {
                    fault("LOST: act " + std::to_string(act.no) + ", a " + act.kind + " of " + act.device +
                          (act.sent ? ", saved and sent" : ", saved") + ", is at no server");
                } else if (home == m_home.end()) {
                    ++m_out.figures["need a person's attention"];
                    if (act.sent) {
                        fault("act " + std::to_string(act.no) + " was sent and needs attention");
                    }
                }
            }
        }
    }

    // The last acknowledged edit of each record stands, or one after it of which nobody was told; and no version too many.
    void edited() {
        std::map<std::string, std::vector<const JournalledAct*>> byRecord;
        for (const auto& act : m_acts) {
            if (!act.record.empty() && act.seen != JournalledAct::Seen::NotDone) {
                byRecord[act.record].push_back(&act);
            }
        }
        for (const auto& [record, acts] : byRecord) {
            const auto home = m_home.find(record);
            const auto edits = std::count_if(acts.begin(), acts.end(), [](const auto* a) { return isEdit(a->kind); });
            if (edits == 0 || home == m_home.end()) {
                continue;
            }
            m_out.figures["edits acknowledged"] +=
                std::count_if(acts.begin(), acts.end(), [](const auto* a) { return isEdit(a->kind) && a->saved(); });
            const auto version = home->second.record.value("version", 0LL);
            if (version > 1 + edits) {
                fault("DOUBLED: " + record + " has version " + std::to_string(version) + " after " +
                      std::to_string(edits) + " edits");
            }
            lastStands(record, acts, home->second);
        }
    }

    void lastStands(const std::string& record, const std::vector<const JournalledAct*>& acts, const Line& home) {
        std::map<std::string, std::vector<std::string>> fits; // field -> marks, any of which may stand
        static const std::map<std::string, std::string> fields{{"draft", "text"},       {"edit", "text"},
                                                               {"sign", "text"},        {"accept", "answer"},
                                                               {"complete", "outcome"}, {"in-error", "error_reason"}};
        for (const auto* act : acts) {
            const auto field = fields.find(act->kind);
            if (field == fields.end()) {
                continue;
            }
            auto& marks = fits[field->second];
            if (act->saved() && !needsAttention(*act)) {
                marks.clear(); // nothing before it may stand
                marks.emplace_back("!");
            }
            marks.push_back(act->mark);
        }
        for (const auto& [field, marks] : fits) {
            if (marks.front() != "!") {
                continue; // nobody was told that any was saved
            }
            const auto text = home.record["fields"].value(field, std::string{});
            if (std::none_of(marks.begin(), marks.end(),
                             [&](const auto& mark) { return text.find(mark) != std::string::npos; })) {
                fault("LOST: of " + record + " the acknowledged " + field + " (" + marks.back() + ") does not stand");
            }
        }
    }

    void marksOnce() {
        std::map<std::string, int> seen;
        std::map<std::string, int> copies; // of a referral, kept by whoever accepted it
        for (const auto& [id, line] : m_home) {
            if (line.record["type"] == "received-copy") {
                ++copies[line.record["fields"].value("referral", std::string{})];
                continue;
            }
            std::set<std::string> here;
            for (auto at = line.text.find("mark-"); at != std::string::npos; at = line.text.find("mark-", at + 1)) {
                here.insert(line.text.substr(at, line.text.find('x', at) - at + 1));
            }
            for (const auto& mark : here) {
                ++seen[mark];
            }
        }
        for (const auto& [referral, times] : copies) {
            if (times > 1) {
                fault("DOUBLED: referral " + referral + " was received " + std::to_string(times) + " times");
            }
        }
        for (const auto& act : m_acts) {
            if (act.kind == "accept" && act.saved() && copies[act.record] == 0 && !needsAttention(act)) {
                fault("LOST: the received copy of act " + std::to_string(act.no));
            }
            const int times = seen[act.mark];
            if (times > 1) {
                fault("DOUBLED: act " + std::to_string(act.no) + ", a " + act.kind + ", stands in " +
                      std::to_string(times) + " records");
            }
            if (act.seen == JournalledAct::Seen::NotDone && times > 0) {
                fault("act " + std::to_string(act.no) + ", a " + act.kind + " of " + act.device +
                      ", was said not to be done, and was");
            }
            if (act.seen == JournalledAct::Seen::NotDone) {
                ++m_out.figures["said not to be done"];
            }
            if (act.seen == JournalledAct::Seen::Nothing) {
                ++m_out.figures[times > 0 ? "killed before it said so: done" : "killed before it said so: not done"];
            }
        }
    }

    // On the record once, said to be saved or not; and its bytes whole at its home, and no more than once.
    void scansOnce() {
        for (const auto& act : m_acts) {
            const auto home = act.kind == "attach" ? m_home.find(act.record) : m_home.end();
            if (home == m_home.end() || act.seen == JournalledAct::Seen::NotDone || needsAttention(act)) {
                continue; // of a draft that came to nothing created() tells
            }
            const auto times = timesIn(home->second.text, act.mark);
            if (times > 1 || (!act.file.empty() && timesIn(home->second.text, act.file) > 1)) {
                fault("DOUBLED: the scan of act " + std::to_string(act.no) + " is on its record twice");
            }
            if (act.saved() && (times == 0 || timesIn(home->second.text, act.file) == 0)) {
                fault("LOST: the scan of act " + std::to_string(act.no) + " is not on its record");
            }
            if (!act.saved()) {
                continue;
            }
            ++m_out.figures["scans acknowledged"];
            const auto agency = home->second.record.value("home", std::string{});
            const auto folder = m_county.root() / ("server-" + agency) / "agencies" / agency / "files";
            if (!std::filesystem::exists(folder / (act.record + "." + act.file))) {
                fault("LOST: the scan of act " + std::to_string(act.no) + " never came whole to " + agency);
            }
        }
    }

    // For its author's next device, byte for byte what was put there.
    void scansWhole() {
        const auto out = m_county.root() / "fetched";
        for (const auto& act : m_acts) {
            const auto home = act.file.empty() ? m_home.end() : m_home.find(act.record);
            if (home == m_home.end() || needsAttention(act) ||
                home->second.record["fields"].value("state", std::string{}) == "entered-in-error") {
                continue; // given to nobody any more
            }
            const auto& fresh = m_fresh.at(act.device);
            const auto told =
                m_county.act(fresh, {"fetch", "--record", act.record, "--address", act.file, "--out", out.string()});
            if (!told.done() || read(out) != read(Workday::scan(m_county, act.no))) {
                fault("LOST: the scan of act " + std::to_string(act.no) + " is not what it was: " + told.err);
            }
            ++m_out.figures["scans that came whole to another device"];
            std::filesystem::remove(out);
        }
    }

    void devicesEqualServers() {
        for (const auto& worker : m_county.staff()) {
            const auto fresh = m_county.enrolled("fresh-" + worker.key, worker);
            m_fresh.emplace(worker.key, fresh);
            const auto synced = m_county.act(fresh, {"sync", "--until-idle"});
            const auto told = m_county.act(fresh, {"dump", "--canonical"});
            if (!synced.done() || !told.done()) {
                throw std::runtime_error("a fresh device for " + worker.key + ": " + synced.err + told.err);
            }
            const auto released = dumpedFrom(told.out);
            const auto& held = m_devices.at(worker.key);
            m_out.figures["records on devices"] += static_cast<long long>(held.lines.size());
            for (const auto& [id, line] : released.lines) {
                const auto here = held.lines.find(id);
                if (here == held.lines.end()) {
                    fault(worker.key + " lacks " + line.record.value("type", "") + " " + id);
                } else if (here->second.text != line.text) {
                    fault(worker.key + " holds another " + line.record.value("type", "") + " " + id + ":\n    " +
                          here->second.text + "\n    " + line.text);
                }
            }
            for (const auto& [id, line] : held.lines) {
                if (!released.lines.contains(id) && !line.record.contains("waiting")) {
                    fault(worker.key + " holds " + line.record.value("type", "") + " " + id +
                          ", which its server does not release");
                }
                const auto home = m_home.find(id);
                if (home != m_home.end() && !line.record.contains("waiting") &&
                    home->second.record["version"] != line.record["version"]) {
                    fault(worker.key + " holds another version of " + id + " than its home");
                }
            }
        }
    }

    County& m_county;
    std::vector<JournalledAct> m_acts;
    Lines m_home;
    std::map<std::string, Dumped> m_devices;
    std::map<std::string, demo::Device> m_fresh;
    Reckoned m_out;
};

} // namespace

void waitForQuiet(County& county) {
    county.proxy().calm();
    for (int round = 0; round < kMostRounds; ++round) {
        bool quiet = true;
        for (const auto& worker : county.staff()) {
            const auto synced = county.act(county.device(worker.key), {"sync", "--until-idle"});
            if (!synced.done()) {
                throw std::runtime_error(worker.key + " cannot sync in calm weather: " + synced.err);
            }
            std::istringstream lines(synced.out);
            for (std::string line; std::getline(lines, line);) {
                const auto said = json::parse(line, nullptr, false);
                quiet = quiet && said.is_object() && said.value("sent", 0) == 0 && said.value("received", 0) == 0 &&
                        said.value("removed", 0) == 0 && said.value("parts_sent", 0) == 0 &&
                        said.value("parts_taken", 0) == 0 && said.value("files_waiting", 0) == 0;
            }
        }
        if (quiet) {
            return;
        }
    }
    throw std::runtime_error("the devices do not come to rest");
}

Reckoned reckon(County& county, const std::filesystem::path& journal) {
    auto acts = Journal::read(journal);
    if (!acts) {
        throw std::runtime_error("the journal cannot be read");
    }
    return Books{county, std::move(*acts)}.run();
}

} // namespace frontsheet::blackbox
