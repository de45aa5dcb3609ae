#include "app/bench/sharing/log_bench.h"

#include "app/agency_server/authority_issuer.h"
#include "sync/server/agency_server.h"
#include "sync/server/disclosure/disclosure_index.h"
#include "sync/server/disclosure/disclosure_log.h"
#include "sync/server/disclosure/disclosure_views.h"
#include "sync/server/embedded/embedded_ledger.h"
#include "sync/wire/evidence_codec.h"
#include "sync/wire/pack.h"
#include "sync/wire/sync_codec.h"
#include "sync/wire/wire_limits.h"

#include <array>
#include <cstdio>
#include <cstdlib>
#include <random>

namespace frontsheet::bench {

namespace {

const AgencyId kTrust{"community_trust"};
constexpr std::array<std::uint8_t, 32> kKey{7};
constexpr std::size_t kPeople = 20'000; // on an agency's books
constexpr std::size_t kWorkers = 300;
constexpr std::size_t kPerCommit = 5'000;
constexpr std::size_t kPagesAsked = 25;

template <class T>
T must(Result<T> result, const char* doing) {
    if (!result) {
        std::fprintf(stderr, "frontsheet-bench-sharing: %s: %s\n", doing, describe(result.error()).c_str());
        std::exit(1);
    }
    if constexpr (!std::is_void_v<T>) {
        return std::move(result).value();
    }
}

class LogBench {
public:
    LogBench(const sharing::AgreementsInForce& agreements, std::uint64_t seed, std::filesystem::path folder)
        : m_folder(std::move(folder)), m_ids(seed), m_chance(seed), m_server(m_clock, m_ids) {
        auto sharing = std::make_shared<SharingInForce>();
        sharing->agreements = agreements;
        for (std::size_t n = 0; n < kPeople; ++n) {
            m_people.push_back(m_ids.timeOrdered<PersonId>(m_clock.now()));
        }
        for (std::size_t n = 0; n < kWorkers; ++n) {
            m_workers.push_back(
                {kTrust, WorkerId{"W" + std::to_string(n)}, "community nurse", m_ids.random<DeviceId>()});
        }
        must(EmbeddedLedger::create(path(), kKey, kTrust, m_ids), "making the ledger");
        auto authority = must(CertificateAuthority::make(kTrust, m_clock.now(), m_ids), "making an authority");
        must(m_server.host(must(EmbeddedLedger::open(path(), kKey, kTrust), "opening the ledger"),
                           std::make_unique<AuthorityIssuer>(std::move(authority), m_ids)),
             "hosting");
        must(m_server.decideBy(kTrust, std::move(sharing)), "the agreements");
    }

    Measurements run(std::size_t entries) {
        fill(entries);
        const std::string from = ", from a log of " + std::to_string(entries) + " entries";
        const double before = fileBytes();
        const Stopwatch chain;
        {
            const auto reads = must(ledger().read(), "reading");
            const auto view = must(disclosure::aboutPerson(*reads, {&m_people[1], 1}), "by the chain");
            if (view.releases.empty()) {
                must(Result<void>{ErrorCode::Internal, "nothing of that person"}, "by the chain");
            }
        }
        m_figures.note("who saw what of one person, read from the chain", chain.milliseconds(), "ms");
        const Stopwatch verifying;
        must(m_server.tidy(), "verifying and indexing");
        m_figures.note("verify all of it and index what was not", verifying.seconds(), "s");
        const Stopwatch again;
        must(m_server.tidy(), "verifying again");
        m_figures.note("verify all of it, log and index, each hour", again.seconds(), "s");
        m_figures.note("the index takes", (fileBytes() - before) / static_cast<double>(entries), "bytes an entry");
        EvidenceAsk person;
        m_figures.note("who saw what of one person" + from + ", p50", page([&](std::size_t n) {
                           person.person = m_people[n * 37 % kPeople];
                           return person;
                       }),
                       "ms", Reach::atMost(50));
        EvidenceAsk worker;
        worker.view = EvidenceView::Worker;
        worker.workerAgency = kTrust;
        m_figures.note("what one worker looked at" + from + ", p50", page([&](std::size_t n) {
                           worker.worker = m_workers[n * 7 % kWorkers].worker;
                           return worker;
                       }),
                       "ms");
        return m_figures;
    }

private:
    [[nodiscard]] std::string path() const { return (m_folder / "log.db").string(); }
    Ledger& ledger() { return *m_server.ledgerOf(kTrust); }
    [[nodiscard]] double fileBytes() const { return static_cast<double>(std::filesystem::file_size(path())); }
    std::size_t below(std::size_t end) { return static_cast<std::size_t>(m_chance() % end); }

    disclosure::What anything() {
        const Principal& who = m_workers[below(kWorkers)];
        const PersonId person = m_people[below(kPeople)];
        const auto kind = below(100);
        if (kind < 20) {
            return disclosure::Delivered{who, m_receipt};
        }
        if (kind < 45) {
            return disclosure::Readings{
                who, {{{m_ids.random<RecordId>(), HomeVersion{1}, ReadingHow::Shown, m_clock.now()}, person}}};
        }
        disclosure::Release release{who, "person:" + person.hex() + "/contact-note", ++m_receipt, {}};
        release.parts.push_back({{"care-team", "locality-partnership/1/CT1", "direct-care", "all"}, {}});
        for (std::size_t n = 0; n <= below(6); ++n) {
            release.parts[0].records.push_back({m_ids.timeOrdered<RecordId>(m_clock.now()), HomeVersion{1}, person});
        }
        return release;
    }

    void fill(std::size_t entries) {
        for (std::size_t done = 0; done < entries; done += kPerCommit) {
            must(ledger().write(WriteKind::Other,
                                [&](LedgerWrites& writes) -> Result<void> {
                                    for (std::size_t n = 0; n < std::min(kPerCommit, entries - done); ++n) {
                                        FS_ASSIGN(const auto number,
                                                  disclosure::append(writes, anything(), m_clock.now()));
                                        (void)number;
                                        m_clock.advance(std::chrono::minutes{1});
                                    }
                                    return ok();
                                }),
                 "writing the log");
        }
    }

    // From the lead's question to the packed answer, the entry that says they asked on the disk.
    template <class AskOf>
    double page(const AskOf& askOf) {
        Caller caller;
        caller.kind = CallerKind::Device;
        caller.principal = {kTrust, WorkerId{"W900"}, "information governance lead", m_ids.random<DeviceId>()};
        Samples samples;
        std::size_t rows = 0;
        for (std::size_t n = 0; n < kPagesAsked; ++n) {
            m_clock.advance(std::chrono::minutes{1}); // sixty a minute are answered
            caller.notBefore = m_clock.now() + -std::chrono::hours{1};
            caller.notAfter = m_clock.now() + std::chrono::hours{1};
            const Bytes body = wire::pack(wire::encode(wire::EvidenceQuestion{kTrust, askOf(n)}));
            const Stopwatch watch;
            const auto response = m_server.handle({kTrust, Verb::Evidence, caller, body});
            samples.add(watch.milliseconds());
            if (response.status != 200) {
                must(Result<void>{ErrorCode::NotPermitted, "the lead was refused"}, "asking");
            }
            const auto bytes = must(wire::unpack(response.body, wire::kMaxEvidenceReply), "unpacking");
            rows += must(wire::decodeEvidencePage(bytes, kTrust), "the answer").rows.size();
        }
        if (rows < kPagesAsked) {
            must(Result<void>{ErrorCode::Internal, "hardly anything was told"}, "asking");
        }
        return samples.quantile(0.5);
    }

    std::filesystem::path m_folder;
    ManualClock m_clock{WallTime{1795219200000}};
    SeededIdSource m_ids;
    std::mt19937_64 m_chance;
    AgencyServer m_server;
    std::vector<PersonId> m_people;
    std::vector<Principal> m_workers;
    std::uint64_t m_receipt = 1;
    Measurements m_figures;
};

} // namespace

Measurements measureLog(const sharing::AgreementsInForce& agreements, std::size_t entries, std::uint64_t seed,
                        const std::filesystem::path& folder) {
    return LogBench(agreements, seed, folder).run(entries);
}

} // namespace frontsheet::bench
