// frontsheet-bench-store: the device's encrypted store by itself, as shipped, on this machine's disk.
#include "app/bench/machine_facts.h"
#include "app/bench/measurements.h"
#include "app/bench/store/locality.h"
#include "app/demo/child_process.h"
#include "core/base/id_source.h"
#include "core/domain/schema/contact_note.h"
#include "core/domain/scope.h"
#include "core/store/device_store.h"
#include "sync/wire/body_codec.h"

#include <charconv>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <memory>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>

namespace frontsheet::bench {
namespace {

namespace fs = std::filesystem;

const AgencyId kTrust{"community_trust"};
constexpr const char* kPassphrase = "benchmark passphrase";
constexpr std::size_t kPage = 5000;
constexpr Category kCategories[] = {Category::Identity, Category::Involvement, Category::Referral,
                                    Category::ContactNote}; // of the locality's records
constexpr std::size_t kRowsOnScreen = 50;
constexpr std::size_t kHits = 30;
constexpr std::chrono::minutes kLimit{20}; // a run

struct Options {
    std::size_t records = 100'000;
    std::size_t people = 10'000;
    std::size_t typed = 100'000;
    std::uint64_t seed = 1;
    std::size_t runs = 3;
    std::string folder;
    bool json = false;
};

template <class T>
T must(Result<T> result, const char* doing) {
    if (!result) {
        std::fprintf(stderr, "frontsheet-bench-store: %s: %s\n", doing, describe(result.error()).c_str());
        std::exit(1);
    }
    if constexpr (!std::is_void_v<T>) {
        return std::move(result).value();
    }
}

class StoreBench {
public:
    StoreBench(const Options& options, std::string folder)
        : m_options(options), m_folder(std::move(folder)), m_locality(options.seed, options.people),
          m_ids(options.seed), m_clock(WallTime{1'795'424'400'000}) {}

    Measurements run() {
        forgetPeak();
        make();
        pull();
        index();
        sizes();
        reopen();
        lists();
        search();
        write();
        push();
        purge();
        m_figures.note("memory at its highest", peakMiB(), "MiB", Reach::atMost(120));
        return m_figures;
    }

private:
    [[nodiscard]] DeviceStoreParts parts() const { return {m_codec, m_clock, {}, {}}; }

    void make() {
        const Stopwatch watch;
        m_store = must(DeviceStore::create(m_folder, kPassphrase, parts()), "making the store");
        m_figures.note("make a store, key derivation included", watch.milliseconds(), "ms");
    }

    [[nodiscard]] SyncStore::Exchange exchange() const {
        SyncStore::Exchange out;
        out.epoch.bytes[0] = 1;
        out.serverTime = m_clock.now();
        out.receivedAt = m_clock.now();
        return out;
    }

    [[nodiscard]] IncomingRecord incoming(Record record) const {
        Bytes body = m_codec.encode(record.fields);
        record.fields = {};
        return {std::move(record), std::move(body)};
    }

    // The agency's snapshot in pages, as from a server. Every person is also a scope of its own, as care teams have it.
    void pull() {
        auto first = exchange();
        for (const auto category : kCategories) {
            const auto everyone = Scope::everyone(category).name();
            first.grants.granted.push_back({everyone, 0, {}});
            first.pages.push_back({everyone, {}, true, {}, {}, 0});
        }
        for (std::size_t n = 0; n < m_options.people; ++n) {
            const std::string scope = Scope::ofPerson(m_locality.person(n), Category::ContactNote).name();
            first.grants.granted.push_back({scope, 0, {}});
            first.pages.push_back({scope, {}, true, {}, {}, 0});
        }
        const Stopwatch granting;
        must(m_store->apply(kTrust, first), "granting");
        m_figures.note("grant as many scopes as people", granting.milliseconds(), "ms");
        double seconds = 0;
        std::size_t bytes = 0;
        for (std::size_t from = 0; from < m_options.records; from += kPage) {
            auto next = exchange();
            const std::size_t end = std::min(from + kPage, m_options.records);
            IncomingPage page{"", {}, false, {}, {}, end};
            for (std::size_t n = from; n < end; ++n) {
                page.upserts.push_back(incoming(m_locality.at(n)));
                bytes += page.upserts.back().body.size() + 90;
            }
            next.pages.push_back(std::move(page));
            const Stopwatch watch;
            must(m_store->apply(kTrust, next), "applying a page");
            seconds += watch.seconds();
        }
        auto last = exchange();
        last.pages.push_back({"", {}, false, {}, {}, 1});
        const Stopwatch watch;
        must(m_store->apply(kTrust, last), "finishing"); // the small one after, which empties the WAL
        seconds += watch.seconds();
        const auto count = static_cast<double>(m_options.records);
        m_figures.note("bytes per record, header included", static_cast<double>(bytes) / count, "B");
        m_figures.note("apply pages of 5,000 records", count / seconds, "records/s", Reach::atLeast(30'000));
    }

    void index() {
        const Stopwatch watch;
        while (must(m_store->indexSome(10'000), "indexing") > 0) {
        }
        m_figures.note("index for search", static_cast<double>(m_options.records) / watch.seconds(), "records/s",
                       Reach::atLeast(static_cast<double>(m_options.records) / 10));
    }

    void sizes() {
        double bytes = 0;
        for (const auto& file : fs::recursive_directory_iterator(m_folder)) {
            bytes += file.is_regular_file() ? static_cast<double>(file.file_size()) : 0;
        }
        m_figures.note("size on disk", bytes / 1048576, "MiB");
        m_figures.note("memory after the first fetch", peakMiB(), "MiB");
    }

    // Opening by itself: the key is then wrapped at next to no cost, so that nothing has to be taken away from the time.
    void reopen() {
        static constexpr KdfCost kNextToNothing{64, 1, 1};
        Samples derivation;
        Samples opened;
        Samples listed;
        std::size_t people = 0;
        m_store.reset();
        for (int round = 0; round < 3; ++round) {
            const Stopwatch watch;
            (void)must(key_file::unlock(m_folder + "/store/store.key", kPassphrase), "unlocking");
            derivation.add(watch.milliseconds());
        }
        must(DeviceStore::changePassphrase(m_folder, kPassphrase, kPassphrase, kNextToNothing), "rewrapping");
        for (int round = 0; round < 5; ++round) {
            m_store.reset();
            const Stopwatch watch;
            m_store = must(DeviceStore::open(m_folder, kPassphrase, parts()), "opening");
            opened.add(watch.milliseconds());
            people =
                must(m_store->caseload(RecordReader::CaseloadOf::Everyone, {}, {}, 0, kRowsOnScreen), "listing").total;
            listed.add(watch.milliseconds());
        }
        m_figures.note("key derivation", derivation.quantile(0.5), "ms");
        m_figures.note("open, key derivation apart", opened.quantile(0.5), "ms");
        m_figures.note("open to first caseload rows, key derivation apart", listed.quantile(0.5), "ms",
                       Reach::atMost(100));
        m_figures.note("people in the caseload", static_cast<double>(people), "");
    }

    void lists() {
        Samples first;
        Samples middle;
        Samples mine;
        Samples sheet;
        std::mt19937_64 chance(m_options.seed);
        for (std::size_t i = 0; i < 300; ++i) {
            Stopwatch watch;
            (void)must(m_store->caseload(RecordReader::CaseloadOf::Everyone, {}, {}, 0, kRowsOnScreen), "listing");
            first.add(watch.milliseconds());
            watch = {};
            (void)must(m_store->caseload(RecordReader::CaseloadOf::Everyone, {}, {}, chance() % m_options.people,
                                         kRowsOnScreen),
                       "listing");
            middle.add(watch.milliseconds());
            watch = {};
            (void)must(m_store->caseload(RecordReader::CaseloadOf::Worker, kTrust,
                                         WorkerId{"W0" + std::to_string(10 + i % 40)}, 0, kRowsOnScreen),
                       "listing");
            mine.add(watch.milliseconds());
            watch = {};
            const auto same = must(m_store->sameHuman(m_locality.person(chance() % m_options.people)), "who is who");
            (void)must(m_store->aboutPersons(same), "reading about a person");
            sheet.add(watch.milliseconds());
        }
        m_figures.note("first caseload rows, p99", first.quantile(0.99), "ms", Reach::atMost(100));
        m_figures.note("caseload rows anywhere, p99", middle.quantile(0.99), "ms");
        m_figures.note("a worker's caseload, p99", mine.quantile(0.99), "ms");
        m_figures.note("all records of a person, p50", sheet.quantile(0.5), "ms");
        m_figures.note("all records of a person, p99", sheet.quantile(0.99), "ms", Reach::atMost(50));
    }

    // Typed letter by letter, as a worker does: every prefix is a search.
    void search() {
        Samples samples;
        std::mt19937_64 chance(m_options.seed + 1);
        std::size_t found = 0;
        while (samples.count() < m_options.typed) {
            const std::string wanted = m_locality.wanted(chance);
            for (std::size_t end = 1; end <= wanted.size() && samples.count() < m_options.typed; ++end) {
                if (end < wanted.size() && (static_cast<unsigned char>(wanted[end]) & 0xC0) == 0x80) {
                    continue; // half a character
                }
                const Stopwatch watch;
                found += must(m_store->search(wanted.substr(0, end), kHits), "searching").size();
                samples.add(watch.milliseconds());
            }
        }
        m_figures.note("searches typed", static_cast<double>(samples.count()), "");
        m_figures.note("rows found per search", static_cast<double>(found) / static_cast<double>(samples.count()), "");
        m_figures.note("search as typed, p50", samples.quantile(0.5), "ms");
        m_figures.note("search as typed, p99", samples.quantile(0.99), "ms", Reach::atMost(10));
        m_figures.note("search as typed, slowest", samples.quantile(1), "ms");
    }

    [[nodiscard]] Intent newNote(std::mt19937_64& chance) {
        Intent intent;
        m_clock.advance(std::chrono::milliseconds{1});
        intent.op = m_ids.random<OpId>();
        intent.record = m_ids.timeOrdered<RecordId>(m_clock.now());
        intent.type = RecordType::ContactNote;
        intent.home = kTrust;
        intent.person = m_locality.person(chance() % m_options.people);
        intent.category = Category::ContactNote;
        intent.occurredAt = m_clock.now();
        FieldSet fields;
        fields.put(contact_note::kText, m_locality.words(chance, 500));
        fields.put(contact_note::kState, std::string{"signed"});
        fields.put(contact_note::kAuthor, WorkerId{"W012"});
        intent.edits = difference({}, fields);
        return intent;
    }

    void write() {
        Samples samples;
        std::mt19937_64 chance(m_options.seed + 2);
        for (std::size_t i = 0; i < 200; ++i) {
            const auto note = newNote(chance);
            const Stopwatch watch;
            must(m_store->save({note}), "saving");
            samples.add(watch.milliseconds());
        }
        m_figures.note("save a note, on the disk and searchable, p50", samples.quantile(0.5), "ms");
        m_figures.note("save a note, on the disk and searchable, p99", samples.quantile(0.99), "ms");
    }

    // The device's half of pushing: hand out, take results, take the feed's page with the same records.
    void push() {
        const std::size_t count = std::min<std::size_t>(20'000, m_options.records);
        std::mt19937_64 chance(m_options.seed + 3);
        double saving = 0;
        for (std::size_t i = 0; i < count; i += 500) {
            std::vector<Intent> notes;
            for (std::size_t k = 0; k < 500; ++k) {
                notes.push_back(newNote(chance));
            }
            const Stopwatch watch;
            must(m_store->save(notes), "saving");
            saving += watch.seconds();
        }
        m_figures.note("save and index notes, 500 at a time", static_cast<double>(count) / saving, "notes/s");
        std::size_t sent = 0;
        std::uint64_t seq = 1;
        double seconds = 0;
        for (;;) {
            Stopwatch watch;
            const auto batch = must(m_store->outgoing(kTrust, 0, 2500, 4 << 20), "handing out");
            seconds += watch.seconds();
            if (batch.empty()) {
                break;
            }
            auto answer = exchange();
            IncomingPage feed{{}, {}, false, {}, {}, ++seq};
            for (const auto& one : batch) {
                answer.results.push_back({one.intent.op, IntentOutcome::Applied, {}, {1}});
                auto record = withIntent(std::nullopt, one.intent);
                record.version.n = 1;
                feed.upserts.push_back(incoming(std::move(record)));
            }
            answer.pages.push_back(std::move(feed));
            watch = {};
            must(m_store->apply(kTrust, answer), "taking results");
            seconds += watch.seconds();
            sent += batch.size();
        }
        m_figures.note("hand out, take results and the feed's page", static_cast<double>(sent) / seconds, "notes/s",
                       Reach::atLeast(18'000));
    }

    // People leave the caseload until 10,000 records have gone, and the disk with them.
    void purge() {
        auto gone = exchange();
        const std::size_t enough = std::min<std::size_t>(10'000, m_options.records / 2);
        std::size_t records = 0;
        for (std::size_t n = 0; records < enough && n * 2 < m_options.people; ++n) {
            const PersonId person[] = {m_locality.person(n * 2)};
            records += must(m_store->aboutPersons(person), "counting").size();
            for (const auto category : kCategories) {
                gone.grants.gone.push_back(Scope::ofPerson(person[0], category).name());
            }
        }
        const Stopwatch watch;
        must(m_store->apply(kTrust, gone), "purging");
        const double took = watch.milliseconds();
        m_figures.note("scopes purged", static_cast<double>(gone.grants.gone.size()), "");
        m_figures.note("records purged with them", static_cast<double>(records), "");
        m_figures.note("purge, checkpoint included", took, "ms", Reach::atMost(500));
        must(m_store->checkIntegrity(), "checking");
    }

    Options m_options;
    std::string m_folder;
    Locality m_locality;
    SeededIdSource m_ids;
    ManualClock m_clock;
    wire::WireBodyCodec m_codec;
    std::unique_ptr<DeviceStore> m_store;
    Measurements m_figures;
};

constexpr const char* kUsage =
    "usage: frontsheet-bench-store [--json] [--records N] [--people N] [--typed N] [--seed N]\n"
    "                              [--runs N] [--dir FOLDER]\n"
    "Measures the device's encrypted store; medians of several runs, each with a store of its own. FOLDER is\n"
    "where the stores are made; by default a new one under the system's temporary folder, removed afterwards.\n"
    "  --records N   in the snapshot, 5000 or more (100000)     --people N    they are about (10000)\n"
    "  --typed N     searches typed, over all runs (100000)     --runs N      (3)\n"
    "  --json        one JSON object on standard output; the table then goes to standard error\n"
    "Exit 0 when every target is reached, 1 on an error, 2 on bad usage, 3 when a target is missed.\n";

[[noreturn]] void refuse(std::string_view word) {
    std::fprintf(stderr, "frontsheet-bench-store: cannot make sense of '%s'\n%s", std::string{word}.c_str(), kUsage);
    std::exit(2);
}

Options read(int count, char** words) {
    Options options;
    for (int i = 1; i < count; ++i) {
        const std::string_view word = words[i];
        if (word == "--json") {
            options.json = true;
            continue;
        }
        if (word == "--help" || word == "-h") {
            std::fputs(kUsage, stdout);
            std::exit(0);
        }
        if (i + 1 == count) {
            refuse(word);
        }
        const std::string_view value = words[++i];
        std::size_t number = 0;
        const char* const end = value.data() + value.size();
        const auto read = std::from_chars(value.data(), end, number);
        const bool isNumber = read.ec == std::errc{} && read.ptr == end;
        if (word == "--dir") {
            options.folder = value;
        } else if (word == "--records" && isNumber && number >= kPage) {
            options.records = number;
        } else if (word == "--people" && isNumber && number >= 2) {
            options.people = number;
        } else if (word == "--typed" && isNumber && number > 0) {
            options.typed = number;
        } else if (word == "--seed" && isNumber) {
            options.seed = number;
        } else if (word == "--runs" && isNumber && number > 0) {
            options.runs = number;
        } else {
            refuse(std::string{word} + " " + std::string{value});
        }
    }
    return options;
}

// Each in a process of its own, so that none has the memory of the one before.
Measurements severalRuns(const Options& options, const fs::path& folder) {
    std::vector<Measurements> runs;
    std::error_code failed;
    const fs::path self = fs::read_symlink("/proc/self/exe", failed);
    for (std::size_t run = 1; run <= options.runs; ++run) {
        std::fprintf(stderr, "run %zu of %zu ...\n", run, options.runs);
        const fs::path place = folder / ("run-" + std::to_string(run));
        const auto done = must(demo::run({self,
                                          {"--json", "--runs", "1", "--records", std::to_string(options.records),
                                           "--people", std::to_string(options.people), "--typed",
                                           std::to_string(std::max<std::size_t>(1, options.typed / options.runs)),
                                           "--seed", std::to_string(options.seed), "--dir", place.string()},
                                          {},
                                          folder / "runs.log"},
                                         kLimit),
                               "running");
        const auto report = nlohmann::ordered_json::parse(done.output, nullptr, false);
        if (report.is_discarded()) {
            std::fprintf(stderr, "frontsheet-bench-store: a run failed; see %s\n", (folder / "runs.log").c_str());
            std::exit(1);
        }
        runs.push_back(Measurements::fromJson(report));
        fs::remove_all(place, failed);
    }
    return Measurements::medianOf(runs);
}

} // namespace
} // namespace frontsheet::bench

int main(int count, char** words) {
    using namespace frontsheet::bench;
    const Options options = read(count, words);
    fs::path folder = options.folder;
    if (folder.empty()) {
        std::string pattern = (fs::temp_directory_path() / "frontsheet-bench-XXXXXX").string();
        if (::mkdtemp(pattern.data()) == nullptr) {
            std::perror("frontsheet-bench-store");
            return 1;
        }
        folder = pattern;
    }
    std::error_code failed;
    fs::create_directories(folder, failed);
    auto facts = machineFacts(folder.string());
    const auto figures = options.runs == 1 ? StoreBench(options, folder.string()).run() : severalRuns(options, folder);
    facts["load_after"] = loadNow();
    facts["records"] = options.records;
    facts["people"] = options.people;
    facts["seed"] = options.seed;
    facts["runs"] = options.runs;
    std::fputs(figures.table("store", facts).c_str(), options.json ? stderr : stdout);
    if (options.json) {
        std::printf("%s\n", figures.json("store", facts).dump(2).c_str());
    }
    if (options.folder.empty()) {
        fs::remove_all(folder, failed);
    }
    return figures.allReached() ? 0 : 3;
}
