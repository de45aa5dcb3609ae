// Everything a device or a partner can send once it is inside TLS: the first byte chooses the verb and who asks, the rest is
// the unpacked message. The server must answer, and answer the next one. There is somebody to ask about: AAAAAAAAAAAAAAAA, on whose
// care team the nurse is; and a governance lead who is told who saw what.
#include "core/domain/schema/care_team.h"
#include "core/domain/schema/registration.h"
#include "sync/server/agency_server.h"
#include "sync/server/disclosure/disclosure_log.h"
#include "sync/server/embedded/embedded_ledger.h"
#include "sync/wire/body_codec.h"
#include "sync/wire/pack.h"
#include "tests/core/temporary_folder.h"
#include "tests/sync/server/open_agreement.h"

#include <cstddef>
#include <cstdint>
#include <cstdlib>

namespace {

using namespace frontsheet;

constexpr std::array<std::uint8_t, 32> kKey{1};

class NoIssuer final : public CertificateIssuer {
public:
    Result<IssuedCertificate> issue(BytesView, const Principal&, WallTime now) override {
        return IssuedCertificate{"certificate", now};
    }
    std::string authorityPem() const override { return "authority"; }
    Result<Bytes> sign(BytesView) override { return Bytes{"signature"}; }
    bool hasSigned(BytesView, BytesView signature) const override { return signature == "signature"; }
};

std::shared_ptr<const SharingInForce> withALead() {
    auto out = std::make_shared<SharingInForce>();
    std::vector<sharing::CompiledAgreement> all;
    for (const auto& compiled : test::openSharing()->agreements.all()) {
        sharing::Agreement agreement = compiled.agreement();
        sharing::AgreementStanding standing;
        for (const auto& party : agreement.parties) {
            standing.bound.push_back(party.agency);
        }
        for (auto& role : agreement.roles) {
            role.audit = compiled.isPolicy() && role.name == "governance lead" ? sharing::AuditRole::Yes
                                                                               : sharing::AuditRole::No;
        }
        all.push_back(sharing::CompiledAgreement::of(std::move(agreement), std::move(standing)).value());
    }
    out->agreements = sharing::AgreementsInForce::of(std::move(all)).value();
    return out;
}

struct World {
    // Somebody to ask about, and a log that has something of them.
    void fill(Ledger& ledger) {
        PersonId person;
        person.bytes.fill('A');
        std::vector<RecordWrite> writes;
        const auto add = [&](RecordType type, Category category, FieldSet fields) {
            Record record;
            record.id = ids.timeOrdered<RecordId>(clock.now());
            record.type = type;
            record.home = AgencyId{"trust"};
            record.person = person;
            record.category = category;
            record.version.n = 1;
            record.authorAgency = record.home;
            record.fields = std::move(fields);
            Bytes body = wire::encodeBody(record.fields);
            writes.push_back({std::move(record), std::move(body)});
        };
        FieldSet registered;
        registered.put(registration::kFamilyName, std::string{"Marsh"});
        add(RecordType::Registration, Category::Identity, std::move(registered));
        FieldSet member;
        member.put(care_team::kAgency, AgencyId{"trust"});
        member.put(care_team::kWorker, WorkerId{"W012"});
        add(RecordType::CareTeamMembership, Category::Involvement, std::move(member));
        const Principal nurse{AgencyId{"trust"}, WorkerId{"W012"}, "community nurse", DeviceId{{1, 2, 3}}};
        const auto filled = ledger.write(WriteKind::Other, [&](LedgerWrites& to) -> Result<void> {
            FS_TRY(to.append(writes));
            disclosure::Release release{nurse, "scope", 7, {}};
            release.parts.push_back({{"care-team", "", "", "all"}, {{writes[0].record.id, HomeVersion{1}, person}}});
            FS_TRY(disclosure::append(to, std::move(release), clock.now()));
            return ok();
        });
        if (!filled) {
            std::abort();
        }
    }
    World() {
        const AgencyId trust{"trust"};
        const auto path = folder.file("trust.db");
        if (!EmbeddedLedger::create(path, kKey, trust, ids)) {
            std::abort();
        }
        auto ledger = EmbeddedLedger::open(path, kKey, trust);
        if (!ledger || !server.host(std::move(*ledger), std::make_unique<NoIssuer>())) {
            std::abort();
        }
        server.setIndex(trust);
        if (!server.decideBy(trust, withALead())) {
            std::abort();
        }
        fill(*server.ledgerOf(trust));
    }
    test::TemporaryFolder folder;
    ManualClock clock{WallTime{1'795'000'000'000}};
    SeededIdSource ids{1};
    AgencyServer server{clock, ids};
};

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static World world;
    if (size == 0) {
        return 0;
    }
    static constexpr Verb kVerbs[] = {Verb::Sync,         Verb::Enrol,   Verb::PeerPull,  Verb::PeerMatchFeed,
                                      Verb::PeerMatchAsk, Verb::Closing, Verb::Emergency, Verb::Evidence};
    const Verb verb = kVerbs[data[0] % std::size(kVerbs)];
    world.clock.advance(std::chrono::minutes{1}); // what is allowed a minute is allowed again
    Caller caller;
    const bool peers = verb == Verb::PeerPull || verb == Verb::PeerMatchFeed || verb == Verb::PeerMatchAsk;
    caller.kind = peers ? CallerKind::AgencyServer : CallerKind::Device;
    caller.principal = {AgencyId{(data[0] & 0x40) != 0 ? "trust" : "council"}, WorkerId{"W012"},
                        (data[0] & 0x20) != 0 ? "governance lead" : "community nurse", DeviceId{{1, 2, 3}}};
    caller.notAfter = world.clock.now() + std::chrono::hours{1};
    const Bytes body = wire::pack({reinterpret_cast<const char*>(data) + 1, size - 1});
    const auto response = world.server.handle({AgencyId{"trust"}, verb, caller, body});
    if (response.status >= 500 || response.body.empty()) {
        std::abort(); // nothing from outside may look like a failure of the server
    }
    return 0;
}
