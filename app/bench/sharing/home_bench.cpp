#include "app/bench/sharing/home_bench.h"

#include "app/agency_server/authority_issuer.h"
#include "app/bench/store/locality.h"
#include "core/domain/schema/care_team.h"
#include "core/store/device_store.h"
#include "sync/client/sync_engine.h"
#include "sync/server/agency_server.h"
#include "sync/server/disclosure/disclosure_log.h"
#include "sync/server/embedded/embedded_ledger.h"
#include "sync/server/grant_terms.h"
#include "sync/server/grants.h"
#include "sync/wire/body_codec.h"
#include "sync/wire/http_mapping.h"

#include <array>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <set>

namespace frontsheet::bench {

namespace {

const AgencyId kTrust{"community_trust"};
constexpr std::size_t kPerPerson = 10;   // as the locality makes them
constexpr std::size_t kShrunkRounds = 8; // of those: few scopes with much in them
constexpr std::array<std::uint8_t, 32> kKey{7};

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

// All threads' processor time: what a busy neighbour takes is not in it.
double processorSeconds() {
    timespec now{};
    ::clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) / 1e9;
}

// The server library behind the device's port to the network.
class Loopback final : public Transport {
public:
    Loopback(Service& server, Principal who, const Clock& clock) : m_server(server), m_clock(clock) {
        m_caller.kind = CallerKind::Device;
        m_caller.principal = std::move(who);
    }
    Result<HttpAnswer> post(const AgencyId& agency, std::string_view verb, BytesView body, std::size_t) override {
        m_caller.notBefore = m_clock.now() + -std::chrono::hours{1};
        m_caller.notAfter = m_clock.now() + std::chrono::hours{1};
        const auto named = verbNamed(verb);
        auto response = m_server.handle({agency, named.value_or(Verb::Sync), m_caller, body});
        return HttpAnswer{response.status, std::string{wire::kContentType}, std::move(response.body), {}};
    }
    void stop() override {}

private:
    Service& m_server;
    const Clock& m_clock;
    Caller m_caller;
};

class HomeBench {
public:
    HomeBench(const sharing::AgreementsInForce& agreements, std::size_t people, std::uint64_t seed,
              std::filesystem::path folder)
        : m_people(people), m_folder(std::move(folder)), m_ids(seed), m_locality(seed, people),
          m_server(m_clock, m_ids) {
        auto sharing = std::make_shared<SharingInForce>();
        sharing->agreements = agreements;
        m_sharing = std::move(sharing);
    }

    Measurements run(HomeMeasured what) {
        must(EmbeddedLedger::create(path("home.db"), kKey, kTrust, m_ids), "making the ledger");
        fill(what == HomeMeasured::Shrinking ? kShrunkRounds : 1);
        if (what != HomeMeasured::Shrinking) {
            grants();
        }
        if (what != HomeMeasured::Grant) {
            host();
            pull();
        }
        if (what == HomeMeasured::GrantAndFirstSync) {
            costOfTheLog();
        }
        if (what == HomeMeasured::Shrinking) {
            shrink();
        }
        return m_figures;
    }

private:
    [[nodiscard]] std::string path(const char* name) const { return (m_folder / name).string(); }

    void fill(std::size_t rounds) {
        const auto ledger = must(EmbeddedLedger::open(path("home.db"), kKey, kTrust), "opening the ledger");
        std::vector<RecordWrite> writes;
        const auto add = [&](Record record) {
            record.version.n = 1;
            Bytes body = wire::encodeBody(record.fields);
            writes.push_back({std::move(record), std::move(body)});
        };
        for (std::size_t n = 0; n < m_people * kPerPerson * rounds; ++n) {
            add(m_locality.at(n));
            if (n % kPerPerson == 0 && n < m_people * kPerPerson) {
                Record member;
                member.id = m_ids.timeOrdered<RecordId>(m_clock.now());
                member.type = RecordType::CareTeamMembership;
                member.home = kTrust;
                member.person = m_locality.person(n / kPerPerson);
                member.category = Category::Involvement;
                member.authorAgency = kTrust;
                member.author = m_nurse.worker;
                member.fields.put(care_team::kAgency, m_nurse.agency);
                member.fields.put(care_team::kWorker, m_nurse.worker);
                m_members.push_back(member);
                add(std::move(member));
            }
        }
        must(ledger->write(WriteKind::Other, [&](LedgerWrites& to) { return to.append(writes); }), "filling it");
    }

    void grants() {
        const auto ledger = must(EmbeddedLedger::open(path("home.db"), kKey, kTrust), "opening the ledger");
        Samples samples;
        std::size_t scopes = 0;
        for (int again = 0; again < 9; ++again) {
            const auto reads = must(ledger->read(), "reading");
            const auto statements = std::make_shared<const Statements>();
            const Stopwatch watch;
            scopes =
                must(GrantSet::of(*reads, m_nurse, m_sharing, statements, m_clock.now()), "the grant").scopes().size();
            samples.add(watch.milliseconds());
        }
        const auto people = std::to_string(m_people) + " people";
        m_figures.note("a server's answer what to grant, " + people + ", p50", samples.quantile(0.5), "ms",
                       m_people == 500 ? Reach::atMost(50) : Reach{});
        m_figures.note("scopes granted, " + people, static_cast<double>(scopes), "");
    }

    void host() {
        auto ledger = must(EmbeddedLedger::open(path("home.db"), kKey, kTrust), "opening the ledger");
        auto authority = must(CertificateAuthority::make(kTrust, m_clock.now(), m_ids), "making an authority");
        must(m_server.host(std::move(ledger), std::make_unique<AuthorityIssuer>(std::move(authority), m_ids)),
             "hosting");
        must(m_server.decideBy(kTrust, m_sharing), "the agreements");
    }

    void pull() {
        const DeviceStoreParts parts{m_codec, m_clock, KdfCost{8, 1, 1}, {}};
        m_device = must(DeviceStore::create(path("device"), "benchmark passphrase", parts), "making a device");
        SyncEngine engine{*m_device, m_wire, m_clock};
        const Stopwatch watch;
        const double before = processorSeconds();
        std::size_t received = 0;
        for (Exchanged done = engine.exchange(kTrust);; done = engine.exchange(kTrust)) {
            if (done.failure) {
                must(Result<void>{*done.failure}, "pulling");
            }
            received += done.received;
            if (!done.more) {
                break;
            }
        }
        m_pullTook = processorSeconds() - before;
        m_pullSeconds = watch.seconds();
        m_received = received;
        if (received < m_people) {
            must(Result<void>{ErrorCode::Internal, "hardly anything came"}, "pulling");
        }
    }

    void costOfTheLog() {
        const double log = logAgain();
        m_figures.note("first sync in one process", static_cast<double>(m_received) / m_pullSeconds, "records/s");
        m_figures.note("log entries for it", static_cast<double>(m_entries), "");
        m_figures.note("processor time of the first sync, server and device", m_pullTook * 1000, "ms");
        m_figures.note("of it the log", log * 1000, "ms");
        m_figures.note("cost of the log", 100 * log / (m_pullTook - log), "%", Reach::atMost(10));
    }

    // The nurse leaves the care team of everybody: one exchange in which all of it goes, the WAL emptied and the home told.
    void shrink() {
        for (auto& member : m_members) {
            member.version.n = 2;
            member.fields.put(care_team::kUntil, m_clock.now());
        }
        must(m_server.ledgerOf(kTrust)->write(WriteKind::Other,
                                              [&](LedgerWrites& to) {
                                                  std::vector<RecordWrite> writes;
                                                  for (const auto& member : m_members) {
                                                      writes.push_back({member, wire::encodeBody(member.fields)});
                                                  }
                                                  return to.append(writes);
                                              }),
             "ending the care teams");
        m_clock.advance(std::chrono::minutes{1});
        const auto held = must(m_device->position(kTrust), "counting scopes").held.size();
        SyncEngine engine{*m_device, m_wire, m_clock};
        const Stopwatch watch;
        const double before = processorSeconds();
        for (Exchanged done = engine.exchange(kTrust);; done = engine.exchange(kTrust)) {
            if (done.failure) {
                must(Result<void>{*done.failure}, "shrinking");
            }
            if (!done.more) {
                break;
            }
        }
        const double took = watch.milliseconds();
        const double processor = processorSeconds() - before;
        const auto left = must(m_device->position(kTrust), "counting scopes").held.size();
        if (held < left + 2 * m_people) {
            must(Result<void>{ErrorCode::Internal, "hardly anything was taken"}, "shrinking");
        }
        m_figures.note("scopes taken from a device that had them", static_cast<double>(held - left), "");
        m_figures.note("records it had", static_cast<double>(m_received), "");
        m_figures.note("shrinking it, from asking to told, checkpoint included", took, "ms", Reach::atMost(500));
        m_figures.note("processor time of it, server and device", processor * 1000, "ms");
    }

    // The same entries written again, as the exchanges did: those of one reply in one commit.
    double logAgain() {
        Ledger& home = *m_server.ledgerOf(kTrust);
        std::vector<disclosure::Entry> entries;
        {
            const auto reads = must(home.read(), "reading the log");
            must(reads->disclosures().entries(1,
                                              [&](const disclosure::StoredEntry& stored) -> Result<Walk> {
                                                  FS_ASSIGN(auto entry, disclosure::decode(stored.bytes));
                                                  entries.push_back(std::move(entry));
                                                  return Walk::On;
                                              }),
                 "reading the log");
        }
        m_entries = entries.size();
        must(EmbeddedLedger::create(path("again.db"), kKey, kTrust, m_ids), "a ledger for the log");
        const auto again = must(EmbeddedLedger::open(path("again.db"), kKey, kTrust), "opening it");
        const double before = processorSeconds();
        for (std::size_t at = 0; at < entries.size();) {
            const auto receipt = receiptOf(entries[at]);
            must(again->write(WriteKind::Other,
                              [&](LedgerWrites& writes) -> Result<void> {
                                  do {
                                      FS_ASSIGN(const auto number,
                                                disclosure::append(writes, entries[at].what, entries[at].at));
                                      (void)number;
                                      ++at;
                                  } while (at < entries.size() && receiptOf(entries[at]) == receipt);
                                  return ok();
                              }),
                 "logging");
        }
        return processorSeconds() - before;
    }

    static std::uint64_t receiptOf(const disclosure::Entry& entry) {
        const auto* release = std::get_if<disclosure::Release>(&entry.what);
        return release == nullptr ? 0 : release->receipt;
    }

    std::size_t m_people;
    std::filesystem::path m_folder;
    ManualClock m_clock{WallTime{1795219200000}};
    SeededIdSource m_ids;
    Locality m_locality;
    Principal m_nurse{kTrust, WorkerId{"W012"}, "community nurse", DeviceId{}};
    std::shared_ptr<const SharingInForce> m_sharing;
    AgencyServer m_server;
    Loopback m_wire{m_server, m_nurse, m_clock};
    wire::WireBodyCodec m_codec;
    std::unique_ptr<DeviceStore> m_device;
    std::vector<Record> m_members;
    std::size_t m_received = 0;
    double m_pullTook = 0; // seconds of processor
    double m_pullSeconds = 0;
    std::size_t m_entries = 0;
    Measurements m_figures;
};

} // namespace

Measurements measureHome(const sharing::AgreementsInForce& agreements, std::size_t people, HomeMeasured what,
                         std::uint64_t seed, const std::filesystem::path& folder) {
    return HomeBench(agreements, people, seed, folder).run(what);
}

} // namespace frontsheet::bench
