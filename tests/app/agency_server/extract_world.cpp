#include "tests/app/agency_server/extract_world.h"

#include "app/agency_server/files.h"
#include "app/agency_server/import/extract_import.h"
#include "app/agency_server/peer/ledger_peer_store.h"
#include "app/agency_server/peer/link_statements.h"
#include "core/extract/mapping.h"
#include "sync/server/embedded/embedded_ledger.h"
#include "sync/wire/body_codec.h"
#include "sync/wire/http_mapping.h"
#include "tests/support/source_folder.h"

namespace frontsheet::test {

namespace {

constexpr std::array<std::uint8_t, 32> kKey{5, 6, 7};

struct Setup {
    const char* code;
    const char* kind;
    const char* ods;
};
constexpr Setup kAgencies[] = {{"council", "council", ""},
                               {"community_trust", "community-trust", ""},
                               {"mental_health_trust", "mental-health-trust", ""},
                               {"housing", "housing", ""},
                               {"gp_Y99001", "gp-practice", "Y99001"},
                               {"gp_Y99002", "gp-practice", "Y99002"},
                               {"gp_Y99003", "gp-practice", "Y99003"},
                               {"carers_centre", "voluntary", ""},
                               {"neighbourhood_care", "voluntary", ""}};

class NoIssuer final : public CertificateIssuer {
public:
    Result<IssuedCertificate> issue(BytesView, const Principal&, WallTime) override {
        return {ErrorCode::Unsupported, "not in this test"};
    }
    std::string authorityPem() const override { return {}; }
    Result<Bytes> sign(BytesView) override { return Bytes{"not in this test"}; }
    bool hasSigned(BytesView, BytesView) const override { return false; }
};

class NoReport final : public extract::ExtractReport {
public:
    void add(const extract::ReportEntry&) override {}
};

} // namespace

Result<HttpAnswer> PeerTransport::post(const AgencyId& agency, std::string_view verb, BytesView body, std::size_t) {
    Caller caller;
    caller.kind = CallerKind::AgencyServer;
    caller.principal.agency = m_self;
    caller.principal.role = kAgencyServerRole;
    caller.notBefore = m_clock.now() + -std::chrono::hours{1};
    caller.notAfter = m_clock.now() + std::chrono::hours{1};
    const auto known = verbNamed(verb);
    if (!known) {
        return {ErrorCode::NotFound, "verb"};
    }
    auto response = m_server.handle({agency, *known, caller, body});
    return HttpAnswer{response.status, std::string{wire::kContentType}, std::move(response.body), {}};
}

ExtractWorld::ExtractWorld() : server(std::make_unique<AgencyServer>(clock, ids)) {
    partnership.index = AgencyId{"council"};
    std::vector<wire::AgencyAddress> addresses;
    for (const auto& setup : kAgencies) {
        const AgencyId code{setup.code};
        PartnerAgency agency;
        agency.agency = code;
        agency.kind = setup.kind;
        agency.odsCode = setup.ods;
        partnership.agencies[code] = agency;
        addresses.push_back({code, "https://server.example", code, "CA"});
        const auto path = folder.file(code.str() + ".db");
        EXPECT_TRUE(EmbeddedLedger::create(path, kKey, code, ids));
        auto ledger = EmbeddedLedger::open(path, kKey, code);
        EXPECT_TRUE(ledger);
        EXPECT_TRUE(server->host(std::move(*ledger), std::make_unique<NoIssuer>()));
    }
    server->setPartnership(addresses);
    server->setIndex(partnership.index);
}

void ExtractWorld::import(const char* agency, const char* mapping, const char* file) {
    NoReport report;
    const auto path = sourceFolder() / "tests/data/extracts" / file;
    const ExtractImport what{AgencyId{agency}, std::string{*extract::shippedMapping(mapping)}, path, report, {}};
    const auto result = importExtract(what, ledger(agency), clock);
    ASSERT_TRUE(result) << describe(result.error());
    EXPECT_EQ(result->summary.rowsRefused, 0U) << file;
}

void ExtractWorld::importAll() {
    for (const auto& setup : kAgencies) {
        import(setup.code, "directory-workers", "directory_workers.csv");
    }
    import("council", "council-people", "council_people.csv");
    import("community_trust", "community-trust-patients", "community_trust_patients.csv");
    import("mental_health_trust", "mental-health-trust-clients", "mental_health_trust_clients.csv");
    import("housing", "housing-tenants", "housing_tenants.csv");
    for (const char* practice : {"gp_Y99001", "gp_Y99002", "gp_Y99003"}) {
        const std::string file = "gp_list_" + std::string{practice + 3} + ".csv";
        import(practice, "gp-list", file.c_str());
    }
}

void ExtractWorld::matchAll() {
    for (const auto& setup : kAgencies) {
        auto line = transport(setup.code);
        PeerLink link{line, AgencyId{setup.code}};
        const auto identities = identitiesIn(ledger(setup.code), clock.now());
        ASSERT_TRUE(identities);
        const auto fed = link.feed(partnership.index, *identities);
        ASSERT_TRUE(fed) << describe(fed.error());
    }
    for (const auto& setup : kAgencies) {
        auto line = transport(setup.code);
        PeerLink link{line, AgencyId{setup.code}};
        const auto told = link.ask(partnership.index);
        ASSERT_TRUE(told) << describe(told.error());
        EXPECT_TRUE(told->ready);
        ASSERT_TRUE(stateLinks(ledger(setup.code), told->pairs, clock));
    }
}

void ExtractWorld::pullAll() {
    for (const auto& self : kAgencies) {
        auto line = transport(self.code);
        PeerLink link{line, AgencyId{self.code}};
        LedgerPeerStore store{ledger(self.code), clock};
        for (const auto& partner : kAgencies) {
            if (partner.code != self.code) {
                const auto pulled = link.pull(AgencyId{partner.code}, store);
                ASSERT_TRUE(pulled) << describe(pulled.error());
            }
        }
    }
}

std::map<RecordId, Record> ExtractWorld::records(const char* agency, RecordType type) {
    std::map<RecordId, Record> found;
    const auto reads = ledger(agency).read();
    EXPECT_TRUE(reads);
    EXPECT_TRUE((*reads)->records({}, [&](const KeptRecord& kept) -> Result<Walk> {
        if (kept.header.type == type) {
            Record record = kept.header;
            FS_ASSIGN(record.fields, wire::decodeBody(kept.body));
            found.emplace(record.id, std::move(record));
        }
        return Walk::On;
    }));
    return found;
}

} // namespace frontsheet::test
