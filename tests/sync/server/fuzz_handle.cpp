// Everything a device or a partner can send once it is inside TLS: the first byte chooses the verb and who asks, the rest is
// the unpacked message. The server must answer, and answer the next one.
#include "sync/server/agency_server.h"
#include "sync/server/embedded/embedded_ledger.h"
#include "sync/wire/pack.h"
#include "tests/core/temporary_folder.h"

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

struct World {
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
    Caller caller;
    const bool peers = verb == Verb::PeerPull || verb == Verb::PeerMatchFeed || verb == Verb::PeerMatchAsk;
    caller.kind = peers ? CallerKind::AgencyServer : CallerKind::Device;
    caller.principal = {AgencyId{(data[0] & 0x40) != 0 ? "trust" : "council"}, WorkerId{"W012"}, "worker",
                        DeviceId{{1, 2, 3}}};
    caller.notAfter = world.clock.now() + std::chrono::hours{1};
    const Bytes body = wire::pack({reinterpret_cast<const char*>(data) + 1, size - 1});
    const auto response = world.server.handle({AgencyId{"trust"}, verb, caller, body});
    if (response.status >= 500 || response.body.empty()) {
        std::abort(); // nothing from outside may look like a failure of the server
    }
    return 0;
}
