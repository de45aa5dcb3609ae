// frontsheet-bench-reports: the two reports over an agency's encrypted ledger.
#include "app/bench/machine_facts.h"
#include "app/bench/measurements.h"
#include "core/base/id_source.h"
#include "core/domain/report/cohort_report.h"
#include "core/domain/report/referral_report.h"
#include "core/domain/schema/contact_note.h"
#include "core/domain/schema/placement.h"
#include "core/domain/schema/referral.h"
#include "core/domain/schema/registration.h"
#include "sync/server/embedded/embedded_ledger.h"
#include "sync/wire/body_codec.h"

#include <array>
#include <charconv>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <nlohmann/json.hpp>
#include <random>
#include <string>
#include <unistd.h>
#include <vector>

namespace frontsheet::bench {
namespace {

constexpr WallTime kNow{1795219200000}; // 2026-11-21
constexpr std::array<std::uint8_t, 32> kKey{9};
constexpr std::size_t kPerPerson = 10;
constexpr std::size_t kPerTransaction = 500;
constexpr std::int64_t kDay = 24LL * 3600 * 1000;

struct Options {
    std::size_t records = 100'000;
    std::size_t runs = 5;
    std::uint64_t seed = 1;
    bool json = false;
};

[[noreturn]] void fail(const std::string& why) {
    std::fprintf(stderr, "frontsheet-bench-reports: %s\n", why.c_str());
    std::exit(1);
}

template <class T>
T must(Result<T> result, const char* doing) {
    if (!result) {
        fail(std::string{doing} + ": " + describe(result.error()));
    }
    if constexpr (!std::is_void_v<T>) {
        return std::move(result).value();
    }
}

std::string dateOf(WallTime at) {
    const auto day = std::chrono::floor<std::chrono::days>(
        std::chrono::sys_time<std::chrono::milliseconds>{std::chrono::milliseconds{at.ms}});
    const std::chrono::year_month_day date{day};
    char text[16];
    std::snprintf(text, sizeof text, "%04d-%02u-%02u", static_cast<int>(date.year()),
                  static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()));
    return text;
}

class ReportsBench {
public:
    explicit ReportsBench(const Options& options) : m_options(options), m_ids(options.seed), m_chance(options.seed) {
        std::string folder = (std::filesystem::temp_directory_path() / "frontsheet-reports-XXXXXX").string();
        if (::mkdtemp(folder.data()) == nullptr) {
            fail("no folder for the ledger");
        }
        m_folder = folder;
        const auto path = (m_folder / "home.db").string();
        must(EmbeddedLedger::create(path, kKey, kHome, m_ids), "making the ledger");
        m_ledger = must(EmbeddedLedger::open(path, kKey, kHome), "opening the ledger");
        fill();
    }
    ~ReportsBench() {
        m_ledger.reset();
        std::error_code ignored;
        std::filesystem::remove_all(m_folder, ignored);
    }
    ReportsBench(const ReportsBench&) = delete;
    ReportsBench& operator=(const ReportsBench&) = delete;

    Measurements run() {
        Measurements figures;
        forgetPeak();
        const double before = peakMiB();
        {
            const Stopwatch watch;
            const double processor = processorSeconds();
            report::CohortReader reader{m_period, dateOf(kNow), {kHome, {}}};
            walk(reader);
            const auto cohort = reader.finish();
            figures.note("cohort", watch.milliseconds(), "ms");
            figures.note("cohort, processor time", (processorSeconds() - processor) * 1000, "ms");
            if (cohort.people.size() != m_people || cohort.count(report::Fate::DiedWithin) != m_died ||
                cohort.count(report::Fate::ReturnedHome) != m_returned) {
                fail("the cohort is not what was invented");
            }
        }
        {
            const Stopwatch watch;
            const double processor = processorSeconds();
            report::ReferralReader reader{m_period, kNow, {kHome, {}, {}}};
            walk(reader);
            const auto loop = reader.finish();
            figures.note("referrals", watch.milliseconds(), "ms");
            figures.note("referrals, processor time", (processorSeconds() - processor) * 1000, "ms");
            const auto sums = loop.sums(report::ReferralLoop::kAllServices);
            if (sums.arrived != m_referrals || sums.completed != m_completed) {
                fail("the referrals are not what was invented");
            }
        }
        figures.note("memory, above what was there before", peakMiB() - before, "MiB");
        figures.note("memory, all of the process", peakMiB(), "MiB");
        return figures;
    }

private:
    template <class Reader>
    void walk(Reader& reader) {
        const auto reads = must(m_ledger->read(), "reading the ledger");
        must(reads->records({RecordRange::Of::Everything, {}, {}},
                            [&](const KeptRecord& kept) -> Result<Walk> {
                                if (Reader::wants(kept.header.type)) {
                                    Record record = kept.header;
                                    FS_ASSIGN(record.fields, wire::decodeBody(kept.body));
                                    reader.read(record);
                                }
                                return Walk::On;
                            }),
             "walking the ledger");
    }

    std::uint64_t number(std::uint64_t below) { return m_chance() % below; }

    void write(Record record) {
        RecordWrite one{std::move(record), {}};
        one.body = wire::encodeBody(one.record.fields);
        m_pending.push_back(std::move(one));
        if (m_pending.size() >= kPerTransaction) {
            flush();
        }
    }
    void flush() {
        must(m_ledger->write(WriteKind::Other, [&](LedgerWrites& writes) { return writes.append(m_pending); }),
             "filling the ledger");
        m_pending.clear();
    }
    Record fresh(RecordType type, Category category, const PersonId& person, WallTime at) {
        Record record;
        record.id = m_ids.timeOrdered<RecordId>(at);
        record.type = type;
        record.home = kHome;
        record.person = person;
        record.category = category;
        record.version.n = 1;
        record.authorAgency = kHome;
        record.occurredAt = record.recordedAt = at;
        return record;
    }

    void fill() {
        m_people = m_options.records / kPerPerson;
        for (std::size_t n = 0; n < m_people; ++n) {
            const auto person = m_ids.timeOrdered<PersonId>(kNow);
            const WallTime at{kNow.ms - static_cast<std::int64_t>(number(300) + 70) * kDay};
            auto registered = fresh(RecordType::Registration, Category::Identity, person, at);
            registered.fields.put(registration::kFamilyName, "Person" + std::to_string(n));
            registered.fields.put(registration::kAddress, std::string{"12 Quarry Close"});
            write(std::move(registered));
            write(placed(person, at));
            for (int sent = 0; sent < 3; ++sent) {
                write(referred(person, at));
            }
            for (int note = 0; note < 5; ++note) {
                auto written = fresh(RecordType::ContactNote, Category::ContactNote, person, at);
                written.fields.put(contact_note::kText, std::string(700, 'a'));
                written.fields.put(contact_note::kState, std::string{"signed"});
                write(std::move(written));
            }
        }
        flush();
    }
    Record placed(const PersonId& person, WallTime at) {
        auto record = fresh(RecordType::Placement, Category::Placement, person, at);
        auto& f = record.fields;
        f.put(placement::kDischargedOn, dateOf(at));
        f.put(placement::kPlacedAt, std::string{"Mallow Court"});
        f.put(placement::kPathway, std::string{"3"});
        const auto fate = number(10);
        const auto later = dateOf({at.ms + static_cast<std::int64_t>(number(50) + 1) * kDay});
        if (fate == 0) {
            ++m_died;
            f.put(placement::kOutcome, std::string{"died"});
            f.put(placement::kOutcomeOn, later);
        } else if (fate < 4) {
            ++m_returned;
            f.put(placement::kOutcome, std::string{"returned-home"});
            f.put(placement::kOutcomeOn, later);
            f.put(placement::kOutcomeWish, std::string{"met"});
        }
        return record;
    }
    Record referred(const PersonId& person, WallTime at) {
        auto record = fresh(RecordType::Referral, Category::Referral, person, at);
        auto& f = record.fields;
        f.put(referral::kNeed, std::string{"Help to wash in the morning"});
        f.put(referral::kReason, std::string(400, 'b'));
        f.put(referral::kToAgency, AgencyId{"community_trust"});
        f.put(referral::kToService, ServiceId{"SVC0" + std::to_string(number(9) + 1)});
        f.put(referral::kSentAt, at);
        f.put(referral::kArrivedAt, at);
        f.put(referral::kRespondWithin, std::string{number(3) == 0 ? "4 hours" : "2 working days"});
        const bool done = number(4) != 0;
        m_completed += done ? 1 : 0;
        ++m_referrals;
        f.put(referral::kState, std::string{done ? "completed" : "accepted"});
        f.put(referral::kSeenAt, at + std::chrono::hours{number(40)});
        f.put(referral::kAnsweredAt, at + std::chrono::hours{40 + number(40)});
        if (done) {
            f.put(referral::kOutcome, std::string{"Arranged."});
            f.put(referral::kOutcomeAt, at + std::chrono::hours{100 + number(1000)});
        }
        return record;
    }

    const AgencyId kHome{"council"};
    const Options m_options;
    SeededIdSource m_ids;
    std::mt19937_64 m_chance;
    std::filesystem::path m_folder;
    std::unique_ptr<EmbeddedLedger> m_ledger;
    std::vector<RecordWrite> m_pending;
    const report::ReportPeriod m_period{"2025-10-01", "2026-11-21"};
    std::size_t m_people = 0, m_died = 0, m_returned = 0, m_referrals = 0, m_completed = 0;
};

Options read(int count, char** words) {
    Options options;
    for (int at = 1; at < count; ++at) {
        const std::string_view word{words[at]};
        if (word == "--json") {
            options.json = true;
            continue;
        }
        std::uint64_t value = 0;
        const std::string_view given{at + 1 < count ? words[at + 1] : ""};
        const auto [end, error] = std::from_chars(given.data(), given.data() + given.size(), value);
        const bool isNumber = error == std::errc{} && end == given.data() + given.size() && value > 0;
        if (isNumber && word == "--records") {
            options.records = value;
        } else if (isNumber && word == "--runs") {
            options.runs = value;
        } else if (isNumber && word == "--seed") {
            options.seed = value;
        } else {
            std::fprintf(word == "--help" ? stdout : stderr,
                         "frontsheet-bench-reports [--records N] [--runs N] [--seed N] [--json]\n");
            std::exit(word == "--help" ? 0 : 2);
        }
        ++at;
    }
    return options;
}

} // namespace
} // namespace frontsheet::bench

int main(int count, char** words) {
    using namespace frontsheet::bench;
    const Options options = read(count, words);
    auto facts = machineFacts(std::filesystem::temp_directory_path().string());
    ReportsBench bench(options);
    std::vector<Measurements> runs;
    for (std::size_t run = 0; run < options.runs; ++run) {
        runs.push_back(bench.run());
    }
    facts["load_after"] = loadNow();
    facts["records"] = options.records;
    facts["seed"] = options.seed;
    facts["runs"] = options.runs;
    const auto figures = Measurements::medianOf(runs);
    std::fputs(figures.table("reports", facts).c_str(), options.json ? stderr : stdout);
    if (options.json) {
        std::printf("%s\n", figures.json("reports", facts).dump(2).c_str());
    }
    return figures.allReached() ? 0 : 3;
}
