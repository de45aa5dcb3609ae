// frontsheet-bench-sharing: the sharing decision by itself, by the agreements that ship.
#include "app/bench/machine_facts.h"
#include "app/bench/measurements.h"
#include "app/bench/sharing/home_bench.h"
#include "app/bench/sharing/log_bench.h"
#include "core/domain/schema/record_schema.h"
#include "core/domain/sharing/agreement_words.h"
#include "core/domain/sharing/compiled_agreement.h"
#include "core/domain/sharing/sharing_decision.h"
#include "sync/agreement/agreement_text.h"
#include "sync/agreement/shipped_agreements.h"

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

using namespace sharing;

constexpr WallTime kNow{1795219200000}; // 2026-11-21

struct Options {
    std::size_t decisions = 4'000'000;
    std::size_t runs = 5;
    std::size_t entries = 1'000'000; // two years of an agency's log
    std::uint64_t seed = 1;
    bool json = false;
};

[[noreturn]] void fail(const std::string& why) {
    std::fprintf(stderr, "frontsheet-bench-sharing: %s\n", why.c_str());
    std::exit(1);
}

struct BenchRecord {
    AgencyId home;
    RecordType type = RecordType::ContactNote;
    Category category = Category::ContactNote;
    Addressing addressing = Addressing::NotOfAReferral;
    AgencyId authorAgency;
    WorkerId author;
    [[nodiscard]] RecordFacts facts() const {
        return {home, type, category, Standing::Plain, addressing, authorAgency, author, {}};
    }
};

struct BenchPerson {
    RelationshipSet relationships;
    std::vector<PermissionStatement> statements;
    std::vector<BenchRecord> records;
};

class SharingBench {
public:
    explicit SharingBench(const Options& options) : m_options(options), m_chance(options.seed) {
        for (const auto* home : {"council", "mental_health_trust", "gp_Y99001", "housing"}) {
            m_homes.emplace_back(home);
        }
        m_purposes.add(Purpose::DirectCare);
        m_purposes.add(Purpose::Safeguarding);
        for (std::size_t n = 0; n < 1000; ++n) {
            m_people.push_back(person());
        }
    }

    Measurements run() {
        const Stopwatch compiling;
        m_forces = compiled();
        m_figures.note("read, check and compile both agreements", compiling.milliseconds(), "ms");
        caseload();
        oneType("decisions, a note", RecordType::ContactNote, Reach::atLeast(1'000'000));
        oneType("decisions, a registration", RecordType::Registration, {});
        for (const std::size_t people : {10, 100, 500, 1000}) {
            // A grant takes a millisecond or two: one moment of a neighbour's would be all that is measured.
            Samples samples;
            for (int again = 0; again < 25; ++again) {
                samples.add(grant(people));
            }
            m_figures.note("grant of " + std::to_string(people) + " people, p50", samples.quantile(0.5), "ms",
                           people == 500 ? Reach::atMost(50) : Reach{});
        }
        for (const std::size_t people : {10, 100, 500}) {
            home(people, HomeMeasured::Grant);
        }
        home(1000, HomeMeasured::GrantAndFirstSync);
        home(125, HomeMeasured::Shrinking);
        inFolder([&](const std::filesystem::path& folder) {
            return measureLog(m_forces, m_options.entries, m_options.seed, folder);
        });
        return m_figures;
    }

private:
    void home(std::size_t people, HomeMeasured what) {
        inFolder([&](const std::filesystem::path& folder) {
            return measureHome(m_forces, people, what, m_options.seed, folder);
        });
    }

    template <class Measure>
    void inFolder(const Measure& measure) {
        const auto folder =
            std::filesystem::temp_directory_path() / ("frontsheet-bench-sharing-" + std::to_string(::getpid()));
        std::filesystem::remove_all(folder);
        std::filesystem::create_directories(folder);
        m_figures.append(measure(folder));
        std::filesystem::remove_all(folder);
    }

    static CompiledAgreement compiled(std::string_view name) {
        CheckAgainst against;
        against.now = kNow;
        auto read = readAgreement(shippedAgreement(name), against);
        if (!read.agreement) {
            fail(std::string{name} + " does not read");
        }
        AgreementStanding standing;
        for (const auto& party : read.agreement->parties) {
            standing.bound.push_back(party.agency);
        }
        auto out = CompiledAgreement::of(std::move(*read.agreement), std::move(standing));
        return out ? std::move(out).value() : (fail(describe(out.error())), CompiledAgreement{});
    }

    static AgreementsInForce compiled() {
        std::vector<CompiledAgreement> all;
        all.push_back(compiled("locality-partnership"));
        all.push_back(compiled("own-agency"));
        auto out = AgreementsInForce::of(std::move(all));
        return out ? std::move(out).value() : (fail(describe(out.error())), AgreementsInForce{});
    }

    BenchRecord record(RecordType type) {
        BenchRecord out;
        out.home = m_homes[m_chance() % m_homes.size()];
        out.type = type;
        out.category = schemaOf(type)->category;
        out.addressing = type == RecordType::Referral ? Addressing::ToOthers : Addressing::NotOfAReferral;
        out.authorAgency = out.home;
        out.author = WorkerId{"W" + std::to_string(100 + m_chance() % 100)};
        return out;
    }

    BenchPerson person() {
        BenchPerson out;
        out.relationships = m_chance() % 10 == 0 ? RelationshipSet{} : RelationshipSet{Relationship::CareTeam};
        if (m_chance() % 10 == 0) {
            PermissionStatement said;
            said.kind = m_chance() % 2 == 0 ? StatementKind::Objection : StatementKind::Permission;
            said.person.bytes[0] = 1;
            said.askedAt = kNow;
            said.askedBy = WorkerId{"W001"};
            said.askedByAgency = m_homes[0];
            said.category = m_chance() % 2 == 0 ? Category::ContactNote : Category::MentalHealth;
            out.statements.push_back(said);
        }
        for (const auto type : {RecordType::Registration, RecordType::CareTeamMembership,
                                RecordType::CareTeamMembership, RecordType::Referral, RecordType::Placement}) {
            out.records.push_back(record(type));
        }
        for (int note = 0; note < 15; ++note) {
            out.records.push_back(record(RecordType::ContactNote));
            out.records.back().category = m_chance() % 10 == 0 ? Category::MentalHealth : Category::ContactNote;
        }
        return out;
    }

    void caseload() {
        std::size_t decided = 0;
        std::size_t released = 0;
        const double before = processorSeconds();
        while (decided < m_options.decisions) {
            for (const auto& person : m_people) {
                const Viewer viewer{m_nurse, m_purposes, person.relationships};
                for (const auto& record : person.records) {
                    released += decide(viewer, record.facts(), m_forces, person.statements, kNow).releases() ? 1U : 0U;
                    ++decided;
                }
            }
        }
        const double took = processorSeconds() - before;
        m_figures.note("decisions, caseload", static_cast<double>(decided) / took, "a second and core",
                       Reach::atLeast(1'000'000));
        m_figures.note("of these released", 100 * static_cast<double>(released) / static_cast<double>(decided), "%");
    }

    void oneType(std::string_view key, RecordType type, Reach reach) {
        const BenchRecord one = record(type);
        const Viewer viewer{m_nurse, m_purposes, Relationship::CareTeam};
        std::size_t released = 0;
        const double before = processorSeconds();
        for (std::size_t n = 0; n < m_options.decisions; ++n) {
            released += decide(viewer, one.facts(), m_forces, {}, kNow).releases() ? 1U : 0U;
        }
        const double took = processorSeconds() - before;
        if (released != m_options.decisions) {
            fail("the nurse was not shown what the agreement releases");
        }
        m_figures.note(key, static_cast<double>(m_options.decisions) / took, "a second and core", reach);
    }

    // What a home answers a device that asks what it may hold: for every person and category the fields of every type.
    [[nodiscard]] double grant(std::size_t count) const {
        struct Scope {
            std::size_t person;
            Category category;
            FieldMask fields;
        };
        std::vector<Scope> scopes;
        const AgencyId& home = m_homes[0];
        const WorkerId author{"W100"};
        const Stopwatch watch;
        for (std::size_t n = 0; n < count; ++n) {
            const auto& person = m_people[n];
            const Viewer viewer{m_nurse, m_purposes, person.relationships};
            for (const auto& schema : allSchemas()) {
                if (schema.subject != Subject::Person) {
                    continue;
                }
                const auto decision = decide(viewer, {home, schema.type, schema.category, {}, {}, home, author, {}},
                                             m_forces, person.statements, kNow);
                if (decision.releases()) {
                    scopes.push_back({n, schema.category, decision.fields});
                }
            }
            // And where an author may have filed a note.
            for (const auto& category : words<Category>()) {
                const auto decision =
                    decide(viewer, {home, RecordType::ContactNote, category.value, {}, {}, home, author, {}}, m_forces,
                           person.statements, kNow);
                if (decision.releases()) {
                    scopes.push_back({n, category.value, decision.fields});
                }
            }
        }
        const double took = watch.milliseconds();
        if (scopes.size() < count) {
            fail("hardly anything was granted");
        }
        return took;
    }

    Options m_options;
    std::mt19937_64 m_chance;
    Principal m_nurse{AgencyId{"community_trust"}, WorkerId{"W012"}, "community nurse", {}};
    PurposeSet m_purposes;
    std::vector<AgencyId> m_homes;
    std::vector<BenchPerson> m_people;
    AgreementsInForce m_forces;
    Measurements m_figures;
};

constexpr const char* kUsage =
    "usage: frontsheet-bench-sharing [--json] [--decisions N] [--entries N] [--runs N] [--seed N]\n"
    "Measures the sharing decision by the agreements that ship. Exit 0 when every target is reached, 1 on an\n"
    "error, 2 on bad usage, 3 when a target is missed.\n";

[[noreturn]] void refuse() {
    std::fputs(kUsage, stderr);
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
        if (word == "--help") {
            std::fputs(kUsage, stdout);
            std::exit(0);
        }
        if (i + 1 == count) {
            refuse();
        }
        const std::string_view value = words[++i];
        std::size_t number = 0;
        const auto parsed = std::from_chars(value.data(), value.data() + value.size(), number);
        if (parsed.ec != std::errc{} || parsed.ptr != value.data() + value.size() || number == 0) {
            refuse();
        }
        if (word == "--decisions") {
            options.decisions = number;
        } else if (word == "--entries") {
            options.entries = number;
        } else if (word == "--runs") {
            options.runs = number;
        } else if (word == "--seed") {
            options.seed = number;
        } else {
            refuse();
        }
    }
    return options;
}

} // namespace
} // namespace frontsheet::bench

int main(int count, char** words) {
    using namespace frontsheet::bench;
    const Options options = read(count, words);
    auto facts = machineFacts(std::filesystem::temp_directory_path().string());
    std::vector<Measurements> runs;
    for (std::size_t run = 0; run < options.runs; ++run) {
        std::fprintf(stderr, "run %zu of %zu ...\n", run + 1, options.runs);
        runs.push_back(SharingBench(options).run());
    }
    facts["load_after"] = loadNow();
    facts["decisions"] = options.decisions;
    facts["entries"] = options.entries;
    facts["seed"] = options.seed;
    facts["runs"] = options.runs;
    const auto figures = Measurements::medianOf(runs);
    std::fputs(figures.table("sharing", facts).c_str(), options.json ? stderr : stdout);
    if (options.json) {
        std::printf("%s\n", figures.json("sharing", facts).dump(2).c_str());
    }
    return figures.allReached() ? 0 : 3;
}
