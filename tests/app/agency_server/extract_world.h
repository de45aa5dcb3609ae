// The nine agencies of the extracts in this process: real ledgers, everything imported, the peer link between them without
// sockets.
#pragma once

#include "app/agency_server/partnership_file.h"
#include "core/base/id_source.h"
#include "sync/client/transport.h"
#include "sync/peer/peer_link.h"
#include "sync/server/agency_server.h"
#include "tests/core/temporary_folder.h"

#include <gtest/gtest.h>

#include <map>
#include <memory>
#include <string>

namespace frontsheet::test {

// Calls the server library as a partner's server would over the net.
class PeerTransport final : public Transport {
public:
    PeerTransport(AgencyServer& server, AgencyId self, const Clock& clock)
        : m_server(server), m_self(std::move(self)), m_clock(clock) {}
    Result<HttpAnswer> post(const AgencyId& agency, std::string_view verb, BytesView body,
                            std::size_t maxAnswer) override;
    void stop() override {}

private:
    AgencyServer& m_server;
    AgencyId m_self;
    const Clock& m_clock;
};

class ExtractWorld {
public:
    ExtractWorld();

    [[nodiscard]] Ledger& ledger(const char* agency) { return *server->ledgerOf(AgencyId{agency}); }
    [[nodiscard]] PeerTransport transport(const char* self) { return {*server, AgencyId{self}, clock}; }
    [[nodiscard]] PersonId newPerson() { return ids.timeOrdered<PersonId>(clock.now()); }
    void import(const char* agency, const char* mapping, const char* file);
    void importAll();
    // Feeds and asks the index for everybody, and states.
    void matchAll();
    void pullAll();
    [[nodiscard]] std::map<RecordId, Record> records(const char* agency, RecordType type);

    TemporaryFolder folder;
    ManualClock clock{WallTime{1'795'000'000'000}};
    SeededIdSource ids{11};
    Partnership partnership;
    std::unique_ptr<AgencyServer> server;
};

} // namespace frontsheet::test
